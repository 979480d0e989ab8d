import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import { refusingWords } from './refusing-words.ts'
import { ourWordsIn, unfairWords } from './unfair-words.ts'

/** Something somebody is about to do to or for a customer who may leave, as far as a law can ask about it. */
export type PlannedStep =
  /** Talk, message or offer that is to make the customer stay. */
  | { doing: 'persuade'; leaveRequested: boolean }
  /** Our answer to the wish to leave. `ground` names a lawful condition that is not met yet, null for none. */
  | { doing: 'answerLeave'; answer: 'helped' | 'refused' | 'postponed'; ground: string | null }
  /** A fixed term is told to the customer, or grows with an offer. `agreed`: the customer agreed to a term in so many words. */
  | { doing: 'bindTerm'; months: number; agreed: boolean }
  /** The customer's service gets worse for asking to leave or having left. */
  | { doing: 'limitService'; because: 'leaving' | 'fault' | 'request' }
  | { doing: 'offer'; openTo: 'alike' | 'leaversOnly' }
  /** Words that go out. `notice`: the office's approved notice of what leaving brings with it, which has to be given. */
  | { doing: 'say'; text: string; notice: boolean }
  /** Something done in the customer's name; `mandate`: on their own written word. */
  | { doing: 'actFor'; mandate: boolean }
  /** A number that was brought in and is still held after its user left. */
  | { doing: 'holdNumber'; userLeft: Day }

/** What a law's item is checked by. `local`: what a branch has listed itself. */
export type LawCheck =
  | 'delay'
  | 'stall'
  | 'interfere'
  | 'bindTerm'
  | 'degrade'
  | 'compare'
  | 'mislead'
  | 'special'
  | 'proxy'
  | 'holdNumber'
  | 'local'

/** `item`: the number within the article. The words are ours, short, not the law's. */
export type LawAct = { item: number; check: LawCheck; zh: string; en: string }

/** A provider by every name it goes by; a name followed by one of `notBefore` is an ordinary word. */
export type Provider = { names: readonly string[]; notBefore: readonly string[] }

/** One law on leaving a provider, as data: dated, with its source; a changed law is a new entry beside the old. */
export type RetentionLaw = {
  id: string
  country: string
  /** Whom it protects. */
  kinds: readonly CustomerKind[]
  titleZh: string
  titleEn: string
  number: string
  article: string
  issuedOn: Day
  /** In force from this day, through `until`; null while it holds. */
  from: Day
  until: Day | null
  url: string
  /** The day on which somebody last read the source. */
  readOn: Day
  acts: readonly LawAct[]
  /** Conditions that may lawfully stand before leaving, by id. */
  grounds: readonly string[]
  providers: readonly Provider[]
  /** Sayings about leaving that frighten or promise too much. */
  misleading: readonly string[]
  /** Sayings that put leaving off, or keep how it is done from the customer. */
  stalling: readonly string[]
}

/** What a branch says about itself: its own names, and phrases and acts it has forbidden besides. */
export type LawSetting = { ownNames: readonly string[]; localPhrases: readonly string[] }

type Cited = {
  titleZh: string
  titleEn: string
  number: string
  article: string
  item: number
  from: Day
  actZh: string
  actEn: string
}

/** A breach with the law it breaks. `found` are the words or the ground it was seen by, empty where the act itself is it. */
export type LawFacts = { [C in `law.${LawCheck}`]: Cited & { found: string } }

export type LawRefusal = Said<LawFacts>

/** The laws of a country that protect a kind of customer on a day; null for no country, where only our own guard holds. */
export const lawsOn = (
  laws: readonly RetentionLaw[],
  country: string | null,
  kind: CustomerKind,
  day: Day,
): RetentionLaw[] => laws.filter((law) => law.country === country && law.kinds.includes(kind) && isInForce(law, day))

const isInForce = ({ from, until }: RetentionLaw, day: Day): boolean => from <= day && (until === null || day <= until)

/**
 * Every item of the given laws that a step would break; empty when none. The checks only see what the step says: that a claim
 * is true, or that a delay has its reason, stays with who signs. `day` is the day of the step.
 */
export const breachesOf = (
  step: PlannedStep,
  laws: readonly RetentionLaw[],
  setting: LawSetting,
  day: Day,
): LawRefusal[] =>
  laws
    .filter((law) => isInForce(law, day))
    .flatMap((law) =>
      law.acts.flatMap((act) => {
        const found = checks[act.check](step, law, setting, day)
        return found === null ? [] : [breach(law, act, found)]
      }),
    )

const breach = (law: RetentionLaw, act: LawAct, found: string): LawRefusal => ({
  code: `law.${act.check}`,
  params: {
    titleZh: law.titleZh,
    titleEn: law.titleEn,
    number: law.number,
    article: law.article,
    item: act.item,
    from: law.from,
    actZh: act.zh,
    actEn: act.en,
    found,
  },
})

/** What was found against the step, or null. */
type Check = (step: PlannedStep, law: RetentionLaw, setting: LawSetting, day: Day) => string | null

const when = (breaks: boolean, found = ''): string | null => (breaks ? found : null)

const checks: Record<LawCheck, Check> = {
  delay: (step, law) => {
    if (step.doing !== 'answerLeave' || step.answer === 'helped') return null
    return when(step.ground === null || !law.grounds.includes(step.ground), step.ground ?? '')
  },
  stall: (step, law) => {
    if (step.doing !== 'say') return null
    const ours = ourWordsIn(step.text)
    return phraseIn(ours, law.stalling) ?? refusingWords(ours) ?? unfairWords(ours, 'stall')
  },
  interfere: (step) => when(step.doing === 'persuade' && step.leaveRequested),
  bindTerm: (step) => when(step.doing === 'bindTerm' && step.months > 0 && !step.agreed),
  degrade: (step) => when(step.doing === 'limitService' && step.because === 'leaving'),
  compare: (step, law, { ownNames }) => {
    if (step.doing !== 'say') return null
    const ours = ourWordsIn(step.text)
    return otherProviderIn(ours, law.providers, ownNames) ?? unfairWords(ours, 'compare')
  },
  mislead: (step, law) => {
    if (step.doing !== 'say' || step.notice) return null
    const ours = ourWordsIn(step.text)
    return phraseIn(ours, law.misleading) ?? unfairWords(ours, 'mislead')
  },
  special: (step) =>
    step.doing === 'say'
      ? unfairWords(step.text, 'special')
      : when(step.doing === 'offer' && step.openTo === 'leaversOnly'),
  proxy: (step) => when(step.doing === 'actFor' && !step.mandate),
  holdNumber: (step, _law, _setting, day) =>
    when(step.doing === 'holdNumber' && step.userLeft < day, step.doing === 'holdNumber' ? step.userLeft : ''),
  local: (step, _law, { localPhrases }) => (step.doing === 'say' ? phraseIn(step.text, localPhrases) : null),
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

/** The first of the phrases that stands in a text, whatever its spaces and width; null when none does. */
export const phraseIn = (text: string, phrases: readonly string[]): string | null => {
  const said = plain(text)
  return phrases.find((phrase) => plain(phrase) !== '' && said.includes(plain(phrase))) ?? null
}

/** Another provider's name, short name or service number in a text; our own are taken out first, longest name first. */
const otherProviderIn = (text: string, providers: readonly Provider[], ownNames: readonly string[]): string | null => {
  let said = plain(text)
  for (const own of ownNames
    .map(plain)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length))
    said = said.replaceAll(own, '□')
  const own = new Set(ownNames.map(plain))
  for (const { names, notBefore } of providers) {
    if (names.some((name) => own.has(plain(name)))) continue
    for (const name of names) if (appears(said, plain(name), notBefore.map(plain))) return name
  }
  return null
}

const appears = (said: string, name: string, notBefore: readonly string[]): boolean => {
  for (let at = said.indexOf(name); at !== -1; at = said.indexOf(name, at + 1)) {
    const rest = said.slice(at + name.length)
    if (!notBefore.some((word) => rest.startsWith(word))) return true
  }
  return false
}
