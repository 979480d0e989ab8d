import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { standardEndpoints } from '#api/standard.ts'
import { isSameDayHanding } from '#domain/case/complaint.ts'
import { caseRecordOf, type KeptCase } from '#domain/insight/case-record.ts'
import { sevenStandards, type Stretch } from '#domain/insight/seven-standards.ts'
import type { Id } from '#domain/kernel/id.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { complaintOf } from '#server/case/complaint-row.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { auditOf } from './audit.ts'
import { customersFor } from './records.ts'
import { type Asked, spanOf } from './span.ts'
import { idsOf, teamOf, unitsToSee, type Whose } from './whose.ts'

type Shown = Reply<(typeof standardEndpoints)['GET /api/standards']>

/** How long before a month a case may have come in and still count in it. */
const REACH_DAYS = 120

/** The seven standards of a month from the cases themselves, and what became of the complaints; each with the cases behind it [S-44]. */
export const showStandards = async (db: Db, caller: Caller, asked: Asked, unitId?: Id): Promise<Shown> => {
  const { span, now } = asked
  const units = await unitsToSee(db, caller)
  const whose = await teamOf(db, caller, units, unitId)
  const rows = await casesOf(db, caller, whose, span)
  const time = { hours: usualHours, timeZone: caller.timeZone }
  const kept = rows.map(keptOf)
  const figures = sevenStandards(
    kept.map((one) => caseRecordOf(one, now, time)),
    span,
    now,
  )
  const complaints = complaintLists(rows, kept, span, now, caller.timeZone)
  const named = new Set([
    ...figures.flatMap(({ met, missed }) => [...met, ...missed]),
    ...Object.values(complaints).flat(),
  ])
  return {
    ...spanOf(asked),
    unit: whose.unit && { id: whose.unit.id, name: whose.unit.name },
    units: units.map(({ id, name }) => ({ id, name })),
    figures: figures.map((figure) => ({ ...figure, met: [...figure.met], missed: [...figure.missed] })),
    complaints,
    cases: await linesOf(
      db,
      caller,
      rows.filter(({ id }) => named.has(id)),
    ),
    audit: whose.unit ? await auditOf(db, caller, whose.unit.id, span.month) : null,
  }
}

/** The cases of these people that were opened, due, closed or reopened around a month. */
const casesOf = (db: Db, caller: Caller, whose: Whose, { from, until }: Stretch) =>
  db
    .selectFrom('service_case as c')
    .innerJoin('staff as s', (on) => on.onRef('s.branch_id', '=', 'c.branch_id').onRef('s.id', '=', 'c.owner_id'))
    .leftJoin('touch as t', (on) => on.onRef('t.branch_id', '=', 'c.branch_id').onRef('t.id', '=', 'c.touch_id'))
    .selectAll('c')
    .select([
      's.name as owner_name',
      't.direction',
      sql<{ id: Id; accepted: string | null }[]>`coalesce((
        select json_agg(json_build_object('id', h.id, 'accepted', coalesce(h.accepted_at, h.answered_at)))
        from hand_over h where h.branch_id = c.branch_id and h.case_id = c.id), '[]')`.as('taken'),
    ])
    .where('c.branch_id', '=', caller.branchId)
    .where('c.owner_id', '=', sql<Id>`any(${idsOf(whose)}::uuid[])`)
    .where('c.opened_at', '>=', new Date(from.getTime() - REACH_DAYS * 86_400_000))
    .where('c.opened_at', '<', until)
    .orderBy('c.opened_at')
    .execute()

type Row = Awaited<ReturnType<typeof casesOf>>[number]

const keptOf = (row: Row): KeptCase => {
  const complaint = row.kind === 'complaint' ? complaintOf(row) : null
  return {
    id: row.id,
    kind: row.kind,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    feltAt: row.asked_at,
    raisedByUs: row.direction === 'active',
    complaint,
    takenAt: (complaint?.handings ?? []).map(({ id }) => {
      const accepted = row.taken.find((one) => one.id === id)?.accepted
      return accepted ? new Date(accepted) : null
    }),
  }
}

/** What became of the complaints; without the customer's word is never counted with those on it. */
const complaintLists = (
  rows: readonly Row[],
  kept: readonly KeptCase[],
  { from, until }: Stretch,
  now: Date,
  timeZone: string,
): Shown['complaints'] => {
  const within = (at: Date | null | undefined): boolean => at !== null && at !== undefined && at >= from && at < until
  const idsWhere = (holds: (row: Row, one: KeptCase) => boolean): Id[] =>
    rows.flatMap((row, place) => {
      const one = kept[place]
      return one?.complaint && holds(row, one) ? [row.id] : []
    })
  return {
    opened: idsWhere(({ opened_at }) => within(opened_at)),
    open: idsWhere(({ closed_at }) => closed_at === null),
    late: idsWhere(({ closed_at, answered_at, due_at }) => closed_at === null && answered_at === null && due_at < now),
    onWord: idsWhere(({ closed_at, closed_as }) => within(closed_at) && closed_as === 'confirmed'),
    unconfirmed: idsWhere(({ closed_at, closed_as }) => within(closed_at) && closed_as === 'unconfirmed'),
    reopened: idsWhere((_, { complaint }) => complaint?.reopened.some(({ at }) => within(at)) ?? false),
    escalated: idsWhere((_, { complaint }) => complaint?.escalations.some(({ at }) => within(at)) ?? false),
    handedLate: idsWhere(
      (_, { complaint, openedAt }) =>
        within(openedAt) && complaint !== null && isSameDayHanding(complaint, timeZone) === false,
    ),
  }
}

const linesOf = async (db: Db, caller: Caller, rows: readonly Row[]): Promise<Shown['cases']> => {
  const known = await customersFor(
    db,
    caller,
    rows.map(({ customer_id }) => customer_id),
  )
  return rows.map((row) => {
    const customer = row.customer_id === null ? undefined : known.get(row.customer_id)
    return {
      id: row.id,
      code: row.code,
      kind: row.kind,
      what: row.what,
      customer: customer ? { id: customer.id, name: customer.name } : null,
      owner: row.owner_name,
      openedAt: row.opened_at.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null,
    }
  })
}
