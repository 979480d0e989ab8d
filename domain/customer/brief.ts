import type { Day } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { ConsentPurpose } from './file.ts'
import { wordsIn } from './dossier.ts'
import { likelyStyle, type Style } from './style.ts'

/** What is known before a contact that bears on how to speak. */
export type BriefFacts = {
  dossier: Readonly<Record<string, unknown>>
  consents: readonly { purpose: ConsentPurpose; state: 'given' | 'refused'; until: Day | null }[]
  /** What an open complaint is about, in the words it was taken down in. */
  openComplaint: string | null
  /** Promises not kept in the last ninety days. */
  brokenLately: number
  today: Day
}

export type BriefSaid = {
  'brief.leaveAlone': Record<string, never>
  'brief.settleFirst': { about: string }
  'brief.noSelling': Record<string, never>
  'brief.noGreeting': Record<string, never>
  'brief.nameADay': { broken: number }
}

/** Something not to say: as a colleague wrote it down, or as a rule says it. */
export type DoNotSay = { words: string } | { said: Said<BriefSaid> }

/** How to meet a customer, from what was written down and from the rules: never from sex, age or position. */
export type Brief = {
  doNotSay: DoNotSay[]
  /** Ways of the customer as noted. */
  cues: string[]
  style: Style | null
  /** Guessed from cues; nobody has said so. */
  guessed: boolean
  goodTimes: string | null
}

/** No more than this is read before a call. */
const MOST_WARNINGS = 5
const MOST_CUES = 4

const styles: readonly string[] = ['analytical', 'driver', 'amiable', 'expressive'] satisfies Style[]

/** The page before the contact, as far as words and manners go [K-14][K-35][K-36]. Captured words come before rules. */
export const briefOf = (facts: BriefFacts): Brief => {
  const { dossier } = facts
  const cues = wordsIn(dossier['styleCues'])
  const noted =
    typeof dossier['style'] === 'string' && styles.includes(dossier['style']) ? (dossier['style'] as Style) : null
  return {
    doNotSay: [...ruled(facts), ...wordsIn(dossier['doNotSay']).map((words) => ({ words }))]
      .toSorted((a, b) => Number('said' in a && !isGrave(a.said)) - Number('said' in b && !isGrave(b.said)))
      .slice(0, MOST_WARNINGS),
    cues: cues.slice(0, MOST_CUES),
    style: noted ?? likelyStyle(cues)?.style ?? null,
    guessed: noted === null,
    goodTimes: typeof dossier['goodTimes'] === 'string' ? dossier['goodTimes'] : null,
  }
}

/** Do-not-disturb stands before everything. */
const isGrave = ({ code }: Said<BriefSaid>): boolean => code === 'brief.leaveAlone'

const ruled = ({ consents, openComplaint, brokenLately, today }: BriefFacts): DoNotSay[] => {
  const refused = new Set(
    consents
      .filter(({ state, until }) => state === 'refused' && (until === null || until >= today))
      .map(({ purpose }) => purpose),
  )
  const said: Said<BriefSaid>[] = []
  if (refused.has('any')) said.push({ code: 'brief.leaveAlone', params: {} })
  if (openComplaint !== null) said.push({ code: 'brief.settleFirst', params: { about: openComplaint } })
  if (refused.has('sales') && !refused.has('any')) said.push({ code: 'brief.noSelling', params: {} })
  if (refused.has('care') && !refused.has('any')) said.push({ code: 'brief.noGreeting', params: {} })
  if (brokenLately > 0) said.push({ code: 'brief.nameADay', params: { broken: brokenLately } })
  return said.map((each) => ({ said: each }))
}
