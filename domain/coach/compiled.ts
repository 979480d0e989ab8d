import type { Language } from '#domain/kernel/said.ts'
import type { Fragments } from './fragment.ts'
import type { Context, Level, Role, Scope } from './rule.ts'

/** A rule without what only its editors need: plain data, sent to the browser as it is. */
export type CompiledRule = {
  /** `act.name`, with the language: `zh.order.must`. */
  id: string
  language: Language
  role: Role
  act: string
  level: Level
  triggers: string[]
  pattern: string | null
  unless: string[]
  context: Context | null
  scope: Scope
  exempt: boolean
  rewrite: string | null
  replaces: 'words' | 'sentence'
  /** Key of `reasons`. */
  why: string
  source: string
}

export type Reason = { zh: string; en: string }

/** The rules of a pack, ready to be used anywhere. */
export type CompiledCoach = {
  rules: CompiledRule[]
  /** By key: what an act is called, and why it is marked. */
  titles: Record<string, Reason>
  reasons: Record<string, Reason>
  fragments: Fragments
  /** Pairs of characters, one after the other: a variant and the character the rules are written with. */
  fold: string
}
