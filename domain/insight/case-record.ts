import { type Complaint, triesOf } from '#domain/case/complaint.ts'
import type { Id } from '#domain/kernel/id.ts'
import { type WorkingTime, workingMinutesBetween } from '#domain/kernel/working-hours.ts'
import type { CaseRecord } from './seven-standards.ts'

/** A case as it is kept: what a request has, and a complaint's own course beside it. */
export type KeptCase = {
  id: Id
  kind: 'request' | 'complaint'
  openedAt: Date
  dueAt: Date
  answeredAt: Date | null
  closedAt: Date | null
  /** When the customer said how it felt, apart from whether it was settled. */
  feltAt: Date | null
  /** It came up in a contact we began. */
  raisedByUs: boolean
  complaint: Complaint | null
  /** When each handing was taken up by the person it went to; null while nobody has. */
  takenAt: readonly (Date | null)[]
}

const MS_PER_HOUR = 3_600_000

/** Words on progress are due this often where nothing else was agreed [S-49]. */
const PROGRESS_HOURS = 48

/**
 * A case as the seven standards read it [S-44]: nothing in it was filled in for the figures. A request knows no restatement and no handing: it is
 * not measured by them.
 */
export const caseRecordOf = (kept: KeptCase, now: Date, time: WorkingTime): CaseRecord => {
  const { complaint: entry, closedAt } = kept
  const progress = entry ? progressOf(entry, now) : { due: 0, told: 0 }
  const heard = entry ? triesOf({ ...entry, reopened: [] }, time.timeZone) : null
  return {
    id: kept.id,
    openedAt: kept.openedAt,
    dueAt: kept.dueAt,
    answeredAt: kept.answeredAt,
    closedAt: closedAt ?? entry?.reopened.at(-1)?.closedAt ?? null,
    reopenedAt: entry?.reopened.at(-1)?.at ?? null,
    raisedByUs: kept.raisedByUs,
    restated: entry ? entry.steps.restated !== undefined && entry.early === null : true,
    longestWait: longestWait(kept, now, time),
    ways: entry?.ways ?? 0,
    progressDue: progress.due,
    progressTold: progress.told,
    askedAt: kept.feltAt ?? entry?.asked.findLast(({ reached }) => reached)?.at ?? null,
    satisfied: heard === null || (!heard.heardYes && !heard.heardNo) ? null : heard.heardYes,
    causeActedOn: entry ? actedOn(entry) : false,
    handings: entry?.handings.length ?? 0,
    handingsWhole: entry?.handings.length ?? 0,
    ownerless: Math.max(
      0,
      ...(entry?.handings ?? []).map(({ at }, place) => {
        const taken = kept.takenAt[place] ?? closedAt ?? now
        return workingMinutesBetween(at, taken, time)
      }),
    ),
  }
}

/** After a no: whether anything was done about its cause before the next yes or the end. */
const actedOn = ({ asked, told, handings }: Complaint): boolean => {
  const no = asked.findLast(({ settled }) => settled === false)
  return no !== undefined && [...told, ...handings].some(({ at }) => at > no.at)
}

/** The longest stretch of working time in which nothing was done, waiting for the customer left out. */
const longestWait = ({ openedAt, answeredAt, closedAt, complaint }: KeptCase, now: Date, time: WorkingTime): number => {
  const done = [
    answeredAt,
    ...(complaint
      ? [
          ...Object.values(complaint.steps),
          ...Object.values(complaint.recovery),
          ...[...complaint.told, ...complaint.handings, ...complaint.asked, ...complaint.escalations].map(
            ({ at }) => at,
          ),
          ...complaint.pauses.flatMap(({ from, until }) => [from, until]),
          ...complaint.reopened.flatMap(({ closedAt: closed, at }) => [closed, at]),
        ]
      : []),
  ]
  const until = closedAt ?? now
  const moments = [openedAt, ...done.filter((at) => at !== null && at > openedAt && at < until), until]
    .filter((at) => at !== null)
    .toSorted((a, b) => a.getTime() - b.getTime())
  const rests = (complaint?.pauses ?? []).concat(
    (complaint?.reopened ?? []).map(({ closedAt: from, at }) => ({ from, until: at, reason: '' })),
  )
  const waits = moments.slice(1).map((at, place) => {
    const from = moments[place] ?? openedAt
    const rested = rests.some((rest) => rest.from <= from && (rest.until ?? until) >= at)
    return rested ? 0 : workingMinutesBetween(from, at, time)
  })
  return Math.max(0, ...waits)
}

/** How many words on progress were due since it went to another department or was opened again, and how many came in time. */
const progressOf = (entry: Complaint, now: Date): { due: number; told: number } => {
  const first = entry.handings[0]?.at ?? entry.reopened[0]?.at
  if (!first) return { due: 0, told: 0 }
  const end = entry.closed?.at ?? now
  const words = [...entry.told, ...entry.asked.filter(({ reached }) => reached)]
    .filter(({ at }) => at >= first)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  let from = first
  let agreed: Date | null = null
  let due = 0
  let told = 0
  for (const word of [...words, { at: end, nextAt: null, last: true }]) {
    const by: Date = agreed ?? new Date(from.getTime() + PROGRESS_HOURS * MS_PER_HOUR)
    if (word.at > by) due += 1
    else if (!('last' in word)) {
      due += 1
      told += 1
    }
    from = word.at
    agreed = 'nextAt' in word ? word.nextAt : null
  }
  return { due, told }
}
