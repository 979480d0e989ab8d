/** The words of the log in one language: what kind of record, and what was done to it. */
export type AuditWords = {
  kinds: Readonly<Record<string, string>>
  acts: Readonly<Record<string, string>>
  /** Acts whose two words together say it badly. */
  whole: Readonly<Record<string, string>>
  join: string
  sealed: string
  unsealed: string
}

/** An act in words: `promise.made` → “承诺 · 许下”. One that has none shows as it is written. */
export const actName = (action: string, { kinds, acts, whole, join }: AuditWords): string => {
  const [kind = '', act = ''] = action.split('.')
  return whole[action] ?? (kinds[kind] && acts[act] ? `${kinds[kind]}${join}${acts[act]}` : action)
}
