import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Counted } from './figure.ts'

/** The seven standards of good service [S-44], in their order; `hasty` stands beside the first, since fast may also be careless. */
export const standards = [
  'timeliness',
  'hasty',
  'flow',
  'adaptability',
  'anticipation',
  'communication',
  'feedback',
  'organisation',
] as const
export type Standard = (typeof standards)[number]

/** A request or complaint as the work left it: no form is filled for these figures. */
export type CaseRecord = {
  id: Id
  openedAt: Date
  dueAt: Date
  answeredAt: Date | null
  closedAt: Date | null
  reopenedAt: Date | null
  /** We spoke of it before the customer asked. */
  raisedByUs: boolean
  /** The customer confirmed our restatement before the answer. */
  restated: boolean
  /** The longest working time in which nothing was done on it, in minutes; time waiting for the customer left out. */
  longestWait: number
  /** Ways the customer could choose from. */
  ways: number
  /** Words on progress that were due, and those given in time. */
  progressDue: number
  progressTold: number
  /** When the customer said how it felt, apart from closing; null until then. */
  askedAt: Date | null
  /** Of those asked: whether it was settled for them, and if not whether something was done about the cause. */
  satisfied: boolean | null
  causeActedOn: boolean
  /** Changes of owner, and whether each went with event, demand, problem and measure to a person. */
  handings: number
  handingsWhole: number
  /** Minutes nobody had it. */
  ownerless: number
}

/** Where the borders of the formulas lie; an office sets its own. */
export type StandardBorders = {
  /** Working minutes of silence from which a case was jammed. */
  jam: number
  /** Days after closing within which a reopening shows that it was closed too soon. */
  hastyDays: number
  /** Days after closing within which the feeling is to be asked. */
  askDays: number
  /** Minutes a case may be without an owner. */
  ownerless: number
}

export const usualBorders: StandardBorders = { jam: 2 * 420, hastyDays: 7, askDays: 7, ownerless: 60 }

/** From an instant up to, not including, another. */
export type Stretch = { from: Date; until: Date }

/** A standard's figure with the cases behind it: `met` are the numerator, `missed` the rest of the denominator. For `hasty` few is good. */
export type StandardFigure = Counted & {
  standard: Standard
  /** Null when there is nothing to divide by. */
  value: number | null
  met: readonly Id[]
  missed: readonly Id[]
}

type Formula = {
  /** Whether a case is in the denominator. */
  counts: (record: CaseRecord, stretch: Stretch, borders: StandardBorders, now: Date) => boolean
  meets: (record: CaseRecord, borders: StandardBorders, now: Date) => boolean
}

const MS_PER_DAY = 86_400_000

const within = (at: Date | null, { from, until }: Stretch): boolean => at !== null && at >= from && at < until

const closedIn = ({ closedAt }: CaseRecord, stretch: Stretch): boolean => within(closedAt, stretch)

const openedIn = ({ openedAt }: CaseRecord, stretch: Stretch): boolean => within(openedAt, stretch)

const daysAfter = (later: Date | null, earlier: Date | null): number =>
  later && earlier ? (later.getTime() - earlier.getTime()) / MS_PER_DAY : Infinity

const formulas: Readonly<Record<Standard, Formula>> = {
  timeliness: {
    counts: ({ dueAt, answeredAt }, stretch, _, now) => within(dueAt, stretch) && (answeredAt !== null || dueAt <= now),
    meets: ({ dueAt, answeredAt }) => answeredAt !== null && answeredAt <= dueAt,
  },
  hasty: {
    counts: closedIn,
    meets: ({ closedAt, reopenedAt, restated }, { hastyDays }) =>
      !restated || (reopenedAt !== null && daysAfter(reopenedAt, closedAt) <= hastyDays),
  },
  flow: {
    counts: openedIn,
    meets: ({ longestWait }, { jam }) => longestWait < jam,
  },
  adaptability: {
    counts: closedIn,
    meets: ({ ways }) => ways >= 2,
  },
  anticipation: {
    counts: openedIn,
    meets: ({ raisedByUs }) => raisedByUs,
  },
  communication: {
    counts: (record, stretch) => openedIn(record, stretch) && record.progressDue > 0,
    meets: ({ progressDue, progressTold }) => progressTold >= progressDue,
  },
  feedback: {
    counts: (record, stretch, { askDays }, now) =>
      closedIn(record, stretch) && (record.askedAt !== null || daysAfter(now, record.closedAt) > askDays),
    meets: ({ askedAt, closedAt, satisfied, causeActedOn }, { askDays }) =>
      askedAt !== null && daysAfter(askedAt, closedAt) <= askDays && (satisfied !== false || causeActedOn),
  },
  organisation: {
    counts: openedIn,
    meets: ({ handings, handingsWhole, ownerless }, borders) =>
      handingsWhole >= handings && ownerless <= borders.ownerless,
  },
}

/**
 * The seven standards over the cases of a stretch [S-44], computed from what was done: answered by the time promised ÷ due; closed too soon
 * (reopened soon after, or never restated) ÷ closed; never jammed ÷ opened; two ways or more to choose from ÷ closed; spoken of by us first ÷
 * opened; all progress told in time ÷ those with progress due; asked how it felt, with something done where it was not well ÷ closed and due to
 * be asked; always somebody's, handed over whole ÷ opened. What is not due yet counts in nothing.
 */
export const sevenStandards = (
  records: readonly CaseRecord[],
  stretch: Stretch,
  now: Date,
  borders: StandardBorders = usualBorders,
): StandardFigure[] =>
  standards.map((standard) => {
    const { counts, meets } = formulas[standard]
    const counted = records.filter((record) => counts(record, stretch, borders, now))
    const met = counted.filter((record) => meets(record, borders, now)).map(({ id }) => id)
    const missed = counted.map(({ id }) => id).filter((id) => !met.includes(id))
    return {
      standard,
      numerator: met.length,
      denominator: counted.length,
      value: counted.length > 0 ? met.length / counted.length : null,
      met,
      missed,
    }
  })

export type StandardFacts = { [S in Standard as `standard.${S}`]: Counted }

/** How a figure was made, with both its numbers. */
export const explainStandard = ({ standard, numerator, denominator }: StandardFigure): Said<StandardFacts> => ({
  code: `standard.${standard}`,
  params: { numerator, denominator },
})

/** The team's own audit stands beside the computed figure: 1 to 5, with what it rests on [S-44]. `hasty` is asked with timeliness. */
export const auditedStandards = standards.filter((standard) => standard !== 'hasty')
export type AuditedStandard = Exclude<Standard, 'hasty'>

export type AuditEntry = { standard: AuditedStandard; score: number; evidence: string }

export type AuditProblemFacts = {
  'audit.score': { standard: string }
  'audit.evidence': { standard: string }
  'audit.missing': { standard: string }
}

/** What is missing in an audit: each standard once, a whole score from 1 to 5, and its evidence in words. */
export const auditProblems = (entries: readonly AuditEntry[]): Said<AuditProblemFacts>[] =>
  auditedStandards.flatMap((standard): Said<AuditProblemFacts>[] => {
    const entry = entries.find((one) => one.standard === standard)
    if (!entry) return [{ code: 'audit.missing', params: { standard } }]
    const scored = Number.isInteger(entry.score) && entry.score >= 1 && entry.score <= 5
    return [
      ...(scored ? [] : [{ code: 'audit.score' as const, params: { standard } }]),
      ...(entry.evidence.trim() === '' ? [{ code: 'audit.evidence' as const, params: { standard } }] : []),
    ]
  })
