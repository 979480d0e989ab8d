import type { Day } from '#domain/kernel/day.ts'
import type { ComplaintLevel } from './complaint.ts'

/** What a limit is for; the clock of each begins when the complaint came in, but for the appeal, which has its own beginnings. */
export const limitCodes = [
  'firstContact',
  'directAnswer',
  'result',
  'progress',
  'statutoryAnswer',
  'appealAcceptance',
  'appealAnswer',
] as const
export type LimitCode = (typeof limitCodes)[number]

export type LimitUnit = 'workingMinutes' | 'hours' | 'days' | 'workdays'

/**
 * A time limit as somebody set it: `since` is the day it came into force (null where the source does not say), `until` the last day it held. `pausable` only for what the office
 * set itself: the law does not wait for the customer's papers.
 */
export type Limit = {
  code: LimitCode
  amount: number
  unit: LimitUnit
  pausable: boolean
  since: Day | null
  until: Day | null
  source: string
  /** `law` binds; `standard` is a local or industry standard, `office` the office's own. */
  kind: LimitKind
  note: { zh: string; en: string }
  /** Who compared it with its source, and when. Until then it is shown as unchecked, and warns of nothing. */
  checked: { by: string; on: Day } | null
}

export const limitKinds = ['law', 'standard', 'office'] as const
export type LimitKind = (typeof limitKinds)[number]

const local = 'DB3212/T 1102-2022'
const law = '《电信用户申诉处理办法》工业和信息化部令第35号'

/**
 * The limits as published: local standard [S-49] and the law on appeals [S-50]. Data with their day and source; an office adds its own and a
 * newer version goes beside the old one. They are as they were written down here: somebody at the office has to compare each with its source.
 */
export const publishedLimits: readonly Limit[] = [
  {
    code: 'directAnswer',
    amount: 48,
    unit: 'hours',
    pausable: false,
    since: null,
    until: null,
    checked: null,
    source: local,
    kind: 'standard',
    note: { zh: '能直接解决的，48 小时内答复', en: 'what can be settled directly is answered within 48 hours' },
  },
  {
    code: 'firstContact',
    amount: 24,
    unit: 'hours',
    pausable: false,
    since: null,
    until: null,
    checked: null,
    source: local,
    kind: 'standard',
    note: { zh: '不能直接解决的，24 小时内联系客户', en: 'otherwise the customer is contacted within 24 hours' },
  },
  {
    code: 'result',
    amount: 48,
    unit: 'hours',
    pausable: false,
    since: null,
    until: null,
    checked: null,
    source: local,
    kind: 'standard',
    note: { zh: '48 小时内给最终结果', en: 'the final result within 48 hours' },
  },
  {
    code: 'progress',
    amount: 48,
    unit: 'hours',
    pausable: false,
    since: null,
    until: null,
    checked: null,
    source: local,
    kind: 'standard',
    note: { zh: '办得久的，每 48 小时或按约定说一次进展', en: 'longer ones: progress every 48 hours, or as agreed' },
  },
  {
    code: 'statutoryAnswer',
    amount: 15,
    unit: 'days',
    pausable: false,
    since: '2016-07-30',
    until: null,
    checked: null,
    source: law,
    kind: 'law',
    note: { zh: '15 日内答复，逾期客户可以申诉', en: 'answered within 15 days, else the customer may appeal' },
  },
  {
    code: 'appealAcceptance',
    amount: 5,
    unit: 'workdays',
    pausable: false,
    since: '2016-07-30',
    until: null,
    checked: null,
    source: law,
    kind: 'law',
    note: { zh: '申诉机构 5 个工作日内决定是否受理', en: 'the appeal body decides on acceptance within 5 workdays' },
  },
  {
    code: 'appealAnswer',
    amount: 30,
    unit: 'days',
    pausable: false,
    since: '2016-07-30',
    until: null,
    checked: null,
    source: law,
    kind: 'law',
    note: { zh: '受理后 30 日内作出答复', en: 'and answers within 30 days of accepting' },
  },
]

/** A limit as somebody at the office found it in its source, on a day. */
export type CheckedLimit = Pick<Limit, 'code' | 'amount' | 'unit' | 'since' | 'source'> & {
  kind: 'law' | 'standard'
  checked: { by: string; on: Day }
}

/** What the office gives itself for an answer: four hours of work, standing still while it waits for the customer. */
const ownAnswer: Limit = {
  code: 'directAnswer',
  amount: 4 * 60,
  unit: 'workingMinutes',
  pausable: true,
  since: null,
  until: null,
  checked: null,
  source: '',
  kind: 'office',
  note: { zh: '本单位：四个工作小时内答复', en: 'our own: answered within four working hours' },
}

/** Hours to the first contact by grade, as the grade template has them [S-51]; a general one follows the standard. */
const gradeHours: Readonly<Record<Exclude<ComplaintLevel, 'general'>, number>> = { major: 12, urgent: 2 }

/** The office's own limits for a complaint of this grade. */
export const officeLimits = (level: ComplaintLevel): Limit[] =>
  level === 'general'
    ? [ownAnswer]
    : [
        ownAnswer,
        {
          ...ownAnswer,
          code: 'firstContact',
          amount: gradeHours[level],
          unit: 'hours',
          note: {
            zh: `按等级：${gradeHours[level]} 小时内联系客户`,
            en: `by its grade: contact within ${gradeHours[level]} hours`,
          },
        },
      ]

/** The published limits with what the office checked in their place; a day of force of its own makes it a newer version beside the old. */
export const limitsWith = (checked: readonly CheckedLimit[]): Limit[] => {
  const newest = [
    ...new Map(checked.map((limit) => [`${limit.kind}/${limit.code}/${limit.since}`, limit])).values(),
  ].map((limit): Limit => {
    const published = publishedLimits.find(({ code, kind }) => code === limit.code && kind === limit.kind)
    const note =
      published && published.amount === limit.amount && published.unit === limit.unit ? published.note : plain
    return { ...limit, pausable: false, until: null, note }
  })
  const replaced = (one: Limit): boolean =>
    newest.some(({ code, kind, since }) => code === one.code && kind === one.kind && since === one.since)
  return [...publishedLimits.filter((one) => !replaced(one)), ...newest]
}

/** A limit changed by the office speaks by its number alone. */
const plain = { zh: '', en: '' }

/**
 * The limits a customer's complaint knows: law and standard are of telecom [S-49][S-50]; a retailer's complaint goes by what the office set
 * itself until somebody finds one that binds.
 */
export const limitsFor = (kind: 'person' | 'group' | 'outlet', limits: readonly Limit[]): readonly Limit[] =>
  kind === 'outlet' ? limits.filter((limit) => limit.kind === 'office') : limits

/** The limits in force on a day; of several versions of one limit by one source the newest. */
export const limitsOn = (day: Day, limits: readonly Limit[] = publishedLimits): Limit[] => {
  const inForce = limits.filter(({ since, until }) => (since ?? '') <= day && (until === null || until >= day))
  return inForce.filter(
    (limit) =>
      !inForce.some(
        (other) => other.code === limit.code && other.kind === limit.kind && (other.since ?? '') > (limit.since ?? ''),
      ),
  )
}
