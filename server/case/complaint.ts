import { sql } from 'kysely'
import type { caseEndpoints } from '#api/case.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { clocksOf, type RunningClock } from '#domain/case/clocks.ts'
import {
  type Complaint,
  type ComplaintMove,
  FIRST_ACTION_MINUTES,
  firstActionInTime,
  moveComplaint,
  stepMinutes,
  triesOf,
} from '#domain/case/complaint.ts'
import { limitsFor } from '#domain/case/limits.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { changesOf, conflictsWith } from '#domain/customer/edit.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { changesSince } from '#server/customer/write.ts'
import { requireCase } from './commands.ts'
import { type CaseRow, columnsOf, complaintOf } from './complaint-row.ts'
import { limitsOf } from './limits.ts'

type Endpoints = typeof caseEndpoints
export type MoveWish = Received<Endpoints['POST /api/cases/:id/complaint']>['body']
type Nature = Received<Endpoints['PATCH /api/cases/:id']>['body']

/** One move on a complaint: what the rule says becomes its columns, and a line in the log. */
export const makeComplaintMove = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  wish: MoveWish,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const row = await requireComplaint(trx, caller, id)
    if (wish.move === 'step' && wish.step === 'answered' && wish.text === '')
      return fail('rule.refused', { reasons: [{ code: 'complaint.wordsMissing', params: {} }] })
    const moved = moveComplaint(complaintOf(row), moveOf(wish), at, caller.timeZone)
    if (!moved.ok) return fail('rule.refused', { reasons: [moved.error] })
    const answer = wish.move === 'step' && wish.step === 'answered' ? wish.text : row.answer
    const version = await writeComplaint(trx, caller, row, moved.value, at, answer)
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: `complaint.${wish.move}`,
      entity: 'service_case',
      entityId: id,
      ...(row.customer_id ? { customerId: row.customer_id } : {}),
      version,
      params: { ...wish },
    })
    return { version }
  })

export const requireComplaint = async (trx: Db, caller: Caller, id: string): Promise<CaseRow> => {
  const row = await requireCase(trx, caller, id)
  return row.kind === 'complaint' ? row : fail('record.not_found')
}

const moveOf = (wish: MoveWish): ComplaintMove => {
  if (wish.move === 'step') return { move: 'step', step: wish.step, reason: wish.reason, ways: wish.ways }
  if (wish.move === 'told')
    return { move: 'told', what: wish.what, nextAt: wish.nextAt === null ? null : new Date(wish.nextAt) }
  return wish
}

/** The answer's own deadline follows what the office set itself, with its pauses; answers the new version. */
export const writeComplaint = async (
  trx: Db,
  caller: Caller,
  row: Pick<CaseRow, 'id' | 'version'>,
  entry: Complaint,
  now: Date,
  answer: string | null,
): Promise<number> => {
  const version = row.version + 1
  const time = { hours: usualHours, timeZone: caller.timeZone }
  const own = clocksOf(entry, [], now, time).find(({ code, due }) => code === 'directAnswer' && due !== null)
  await trx
    .updateTable('service_case')
    .set({
      ...columnsOf(entry),
      answer,
      version,
      ...(own?.due ? { due_at: own.due, provisional: own.provisional } : {}),
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', row.id)
    .execute()
  return version
}

/** Notes what kind of complaint it is; a heavier grade is reached sooner. What a colleague changed since is not overwritten. */
export const describeComplaint = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  { baseVersion, ...nature }: Nature,
) =>
  inTransaction(db, async (trx) => {
    const row = await requireComplaint(trx, caller, id)
    const wanted = Object.fromEntries(
      Object.entries(nature).flatMap(([field, to]) => (to === undefined ? [] : [[field, to === '' ? null : to]])),
    )
    const conflicts = conflictsWith(wanted, await changesSince(trx, caller.branchId, id, baseVersion))
    if (conflicts.length > 0) return fail('record.conflict', { conflicts })
    const changes = changesOf(row, wanted)
    if (changes.length === 0) return { version: row.version }
    const version = row.version + 1
    await trx
      .updateTable('service_case')
      .set({ version, ...wanted })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'complaint.described',
      entity: 'service_case',
      entityId: id,
      ...(row.customer_id ? { customerId: row.customer_id } : {}),
      version,
      changes,
    })
    return { version }
  })

type Shown = NonNullable<Reply<Endpoints['GET /api/cases/:id']>['shown']>

const text = (at: Date): string => at.toISOString()
const textOr = (at: Date | null): string | null => at?.toISOString() ?? null

/** Everything that was done about a complaint, with its clocks as they stand. */
export const complaintShown = async (
  db: Db,
  caller: Caller,
  now: Date,
  row: CaseRow & { customer_kind: CustomerKind | null },
): Promise<Shown> => {
  const entry = complaintOf(row)
  const time = { hours: usualHours, timeZone: caller.timeZone }
  const [limits, handings, around] = await Promise.all([
    limitsOf(db, caller.branchId, caller.timeZone),
    handingsOf(db, caller, entry),
    aroundIt(db, caller, row),
  ])
  return {
    said: row.said,
    level: entry.level,
    motive: row.motive,
    temperament: row.temperament,
    clocks: clocksOf(entry, limitsFor(row.customer_kind ?? 'person', limits), now, time).map(clockShown),
    steps: stampsText(entry.steps),
    minutes: stepMinutes(entry),
    early: entry.early && { ...entry.early, at: text(entry.early.at) },
    ways: entry.ways,
    recovery: stampsText(entry.recovery),
    firstActionDue: text(new Date(entry.openedAt.getTime() + FIRST_ACTION_MINUTES * 60_000)),
    firstActionInTime: firstActionInTime(entry, now),
    handings,
    told: entry.told.map(({ what, nextAt, at }) => ({ what, nextAt: textOr(nextAt), at: text(at) })),
    asked: entry.asked.map((one) => ({ ...one, at: text(one.at) })),
    tries: triesOf(entry, caller.timeZone),
    pauses: entry.pauses.map(({ from, until, reason }) => ({ from: text(from), until: textOr(until), reason })),
    escalations: entry.escalations.map((one) => ({ ...one, at: text(one.at) })),
    reopened: entry.reopened.map(({ closedAt, reason, at }) => ({ closedAt: text(closedAt), reason, at: text(at) })),
    ...around,
  }
}

const stampsText = <Step extends string>(stamps: Partial<Record<Step, Date>>): Partial<Record<Step, string>> =>
  Object.fromEntries((Object.entries(stamps) as [Step, Date][]).map(([step, at]) => [step, text(at)])) as Partial<
    Record<Step, string>
  >

const clockShown = ({ limit, from, due, stoppedAt, ...clock }: RunningClock): Shown['clocks'][number] => ({
  code: clock.code,
  kind: limit.kind,
  amount: limit.amount,
  unit: limit.unit,
  source: limit.source,
  since: limit.since,
  note: limit.note,
  checked: limit.checked,
  from: text(from),
  due: textOr(due),
  provisional: clock.provisional,
  paused: clock.paused,
  gone: clock.gone,
  stoppedAt: textOr(stoppedAt),
  alarm: clock.alarm,
})

/** Each transfer with what became of it in the other department. */
const handingsOf = async (db: Db, caller: Caller, entry: Complaint): Promise<Shown['handings']> => {
  const ids = entry.handings.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const asked = ids.length === 0 ? [] : await askedOf(db, caller.branchId, ids)
  const people = await namesOf(
    db,
    caller.branchId,
    entry.handings.flatMap(({ to }) => (to === null ? [] : [to])),
  )
  return entry.handings.map(({ id, to, at, event, demand, problem, measure }) => {
    const found = asked.find((one) => one.id === id)
    return {
      event,
      demand,
      problem,
      measure,
      to: to === null ? null : { id: to, name: people.get(to) ?? '' },
      at: text(at),
      sameDay: dayIn(at, caller.timeZone) === dayIn(entry.openedAt, caller.timeZone),
      state: found?.state ?? null,
      answer: found?.answer ?? null,
      dueAt: textOr(found?.due_at ?? null),
    }
  })
}

const askedOf = (db: Db, branchId: number, ids: readonly string[]) =>
  db
    .selectFrom('hand_over')
    .select(['id', 'state', 'answer', 'due_at'])
    .where('branch_id', '=', branchId)
    .where('id', 'in', ids)
    .execute()

/** Whether this customer's complaints went further before, and how many open ones of others name the same thing [S-51]. */
const aroundIt = async (db: Db, caller: Caller, row: CaseRow) => {
  const { before, alike } = await db
    .selectFrom('service_case')
    .select([
      sql<number>`count(*) filter (where customer_id = ${row.customer_id} and escalations <> '[]')::int`.as('before'),
      sql<number>`count(*) filter (where customer_id <> ${row.customer_id} and closed_at is null and what = ${row.what})::int`.as(
        'alike',
      ),
    ])
    .where('branch_id', '=', caller.branchId)
    .where('kind', '=', 'complaint')
    .where('id', '<>', row.id)
    .executeTakeFirstOrThrow()
  return { escalatedBefore: before, alike }
}
