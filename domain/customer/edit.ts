/**
 * Two people on one dossier: disjoint fields merge, the same field is a conflict that shows both texts (DESIGN §4).
 * A client sends only the fields it changed, and the version it started from.
 */
export type FieldChange = { field: string; before: unknown; after: unknown }

export type EarlierChange = FieldChange & { version: number; by: string; at: string }

/** `version` is the record's with theirs in it: yours may be put upon that, and upon nothing later that nobody has seen. */
export type Conflict = { field: string; theirs: unknown; yours: unknown; by: string; at: string; version: number }

/** Fields of `wanted` that someone else changed since `baseVersion` to something different. */
export const conflictsWith = (
  wanted: Readonly<Record<string, unknown>>,
  since: readonly EarlierChange[],
): Conflict[] => {
  const latest = new Map<string, EarlierChange>()
  for (const change of since) {
    const known = latest.get(change.field)
    if (!known || change.version > known.version) latest.set(change.field, change)
  }
  return Object.entries(wanted).flatMap(([field, yours]) => {
    const theirs = latest.get(field)
    if (!theirs || same(theirs.after, yours)) return []
    return [{ field, theirs: theirs.after, yours, by: theirs.by, at: theirs.at, version: theirs.version }]
  })
}

/** What a set of wanted values really changes on a record. */
export const changesOf = (
  current: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): FieldChange[] =>
  Object.entries(wanted)
    .map(([field, after]) => ({ field, before: current[field] ?? null, after: after ?? null }))
    .filter((change) => !same(change.before, change.after))

/** Equal as JSON, whatever the order of an object's keys. */
export const same = (a: unknown, b: unknown): boolean => stable(a ?? null) === stable(b ?? null)

const stable = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, v]) => `${JSON.stringify(key)}:${stable(v)}`)
      .join(',')}}`
  return JSON.stringify(value)
}
