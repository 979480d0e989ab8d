import type { Selectable, Updateable } from 'kysely'
import type { Complaint, ComplaintStep, RecoveryStep } from '#domain/case/complaint.ts'
import type { Tables } from '#server/db/tables.ts'

export type CaseRow = Selectable<Tables['service_case']>

type Kept = Pick<
  CaseRow,
  | 'opened_at'
  | 'closed_at'
  | 'closed_as'
  | 'level'
  | 'ways'
  | 'steps'
  | 'early'
  | 'recovery'
  | 'handings'
  | 'tries'
  | 'told'
  | 'pauses'
  | 'escalations'
  | 'reopened'
>

/** Every instant inside the json of a complaint stands under one of these names. */
const instants = new Set(['at', 'from', 'until', 'nextAt', 'closedAt'])

const dated = <T>(list: unknown): T[] =>
  (list as Record<string, unknown>[]).map(
    (one) =>
      Object.fromEntries(
        Object.entries(one).map(([name, value]) => [
          name,
          instants.has(name) && typeof value === 'string' ? new Date(value) : value,
        ]),
      ) as T,
  )

const stamps = <Step extends string>(value: unknown): Partial<Record<Step, Date>> =>
  Object.fromEntries(
    Object.entries(value as Record<string, string>).map(([step, at]) => [step, new Date(at)]),
  ) as Partial<Record<Step, Date>>

/** The complaint a case holds. */
export const complaintOf = (row: Kept): Complaint => ({
  openedAt: row.opened_at,
  steps: stamps<ComplaintStep>(row.steps),
  early: row.early === null ? null : (dated<NonNullable<Complaint['early']>>([row.early])[0] ?? null),
  recovery: stamps<RecoveryStep>(row.recovery),
  handings: dated(row.handings),
  asked: dated(row.tries),
  closed: row.closed_at ? { at: row.closed_at, confirmed: row.closed_as !== 'unconfirmed' } : null,
  level: row.level,
  ways: row.ways,
  pauses: dated(row.pauses),
  told: dated(row.told),
  escalations: dated(row.escalations),
  reopened: dated(row.reopened),
})

/** The columns a complaint is kept in. `answered_at` follows the step, so that every ledger sees it. */
export const columnsOf = (entry: Complaint): Updateable<Tables['service_case']> => ({
  steps: JSON.stringify(entry.steps),
  early: entry.early && JSON.stringify(entry.early),
  recovery: JSON.stringify(entry.recovery),
  handings: JSON.stringify(entry.handings),
  tries: JSON.stringify(entry.asked),
  told: JSON.stringify(entry.told),
  pauses: JSON.stringify(entry.pauses),
  escalations: JSON.stringify(entry.escalations),
  reopened: JSON.stringify(entry.reopened),
  level: entry.level,
  ways: entry.ways,
  answered_at: entry.steps.answered ?? null,
  closed_at: entry.closed?.at ?? null,
  closed_as: entry.closed ? (entry.closed.confirmed ? 'confirmed' : 'unconfirmed') : null,
})
