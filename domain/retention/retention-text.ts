import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { GuardRefusal } from './guard.ts'
import type { GuardSetting } from './guard-setting.ts'
import { breachesOf, type LawRefusal, lawsOn, phraseIn } from './law.ts'
import { retentionLaws } from './laws.ts'
import { refusingWords } from './refusing-words.ts'

/** What no text says to somebody who thinks of leaving, whatever the country's law. */
const hiding: readonly string[] = ['别问怎么走', '怎么走不用问']

export type TextRefusal = LawRefusal | GuardRefusal

/**
 * What is wrong with words about staying or leaving: every item of the country's law they break (forbidding it, putting it off,
 * frightening, comparing, what the branch has forbidden), and words that hide the way out; nobody is forbidden to leave, law or no law. `kind` null: for whichever customer. `notice`: the office's
 * approved notice of what leaving brings with it, which has to be given. Empty when nothing was found; that claims are true stays with who signs.
 */
export const checkRetentionText = (
  text: string,
  { country, ownNames, localPhrases }: Pick<GuardSetting, 'country' | 'ownNames' | 'localPhrases'>,
  day: Day,
  { kind = null, notice = false }: { kind?: CustomerKind | null; notice?: boolean } = {},
): TextRefusal[] => {
  const kinds: CustomerKind[] = kind === null ? ['person', 'group', 'outlet'] : [kind]
  const laws = [...new Set(kinds.flatMap((one) => lawsOn(retentionLaws, country, one, day)))]
  const found = phraseIn(text, hiding)
  return [
    ...(found === null ? [] : [{ code: 'guard.hidesWayOut' as const, params: { found } }]),
    ...breachesOf({ doing: 'say', text, notice }, laws, { ownNames, localPhrases }, day),
    ...(laws.length > 0 ? [] : [...forbidden(text), ...localOnly(text, localPhrases)]),
  ]
}

const forbidden = (text: string): GuardRefusal[] => {
  const found = refusingWords(text)
  return found === null ? [] : [{ code: 'guard.forbidsLeaving', params: { found } }]
}

const localOnly = (text: string, phrases: readonly string[]): GuardRefusal[] => {
  const found = phraseIn(text, phrases)
  return found === null ? [] : [{ code: 'guard.localPhrase', params: { found } }]
}

/** Sources by which a playbook or a family of scripts says that it is about staying or leaving. */
const aboutLeaving: readonly string[] = ['R-08', 'R-09', 'R-16', 'R-22']

/** Whether words belong to a talk about staying or leaving: by what their file cites, or by the purpose of the contact. */
export const isAboutLeaving = (sources: readonly string[], contactPurpose?: string): boolean =>
  contactPurpose === 'retention' || sources.some((id) => aboutLeaving.includes(id))
