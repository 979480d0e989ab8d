import type { ScriptRole } from '#domain/script/moment.ts'

export const scriptTabs = ['scripts', 'texts', 'pitches'] as const
export type ScriptTab = (typeof scriptTabs)[number]

/** What the address keeps: which kind, which one, for whom, and what was looked for. */
export type ScriptAddress = {
  of: ScriptTab | undefined
  key: string | undefined
  customer: string | undefined
  role: ScriptRole | undefined
  q: string | undefined
}
