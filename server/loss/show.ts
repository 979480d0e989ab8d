import { sql } from 'kysely'
import type { lossEndpoints } from '#api/loss.ts'
import type { Reply } from '#api/endpoint.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { addMonths, type Day, dayIn, type Month, monthOf } from '#domain/kernel/day.ts'
import { type LossLine, lossesByReason, lossReview } from '#domain/retention/loss-review.ts'
import { allowedOn } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import { guardOf } from '#server/guard/setting.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { talksOf, winBacksOf } from './gone.ts'

type Shown = Reply<(typeof lossEndpoints)['GET /api/losses']>
type Line = Shown['rows'][number]

/** Months back in which a missing line is still asked for. */
const ASKED_FOR = 6

type Ask = { month?: Month | undefined; open?: boolean | undefined }

/** The month-end look: what left in a month and had paid enough, and which months still lack lines. */
export const reviewLosses = async (db: Db, caller: Caller, now: Date, ask: Ask): Promise<Shown> => {
  const today = dayIn(now, caller.timeZone)
  const month = ask.month ?? monthOf(today)
  const { reviewFrom } = await guardOf(db, caller.branchId)
  const oldest = `${addMonths(monthOf(today), -ASKED_FOR)}-01`
  const since = `${month}-01` < oldest ? `${month}-01` : oldest
  const rows = await lossesWithin(db, caller).where('customer_loss.left_on', '>=', since).execute()
  const all = await shown(db, caller, today, rows)
  const lost = all.map(({ customerId, leftOn, paid12Fen }) => ({
    customerId,
    managerId: null,
    leftOn,
    paid12: paid12Fen,
  }))
  const lines = all.flatMap((one) => lineOf(one))
  const review = lossReview(lost, lines, month, reviewFrom)
  const order = new Map(review.losses.map(({ customerId }, place) => [customerId, place]))
  const here = all.filter(({ leftOn }) => monthOf(leftOn) === month)
  const weighty = here
    .filter(({ customerId }) => order.has(customerId))
    .sort((a, b) => (order.get(a.customerId) ?? 0) - (order.get(b.customerId) ?? 0))
  return {
    month,
    fromFen: reviewFrom,
    rows: ask.open ? weighty.filter(({ line }) => line === null) : weighty,
    missing: review.missing,
    small: here.length - weighty.length,
    earlier: Array.from({ length: ASKED_FOR }, (_, back) => addMonths(monthOf(today), -back - 1))
      .filter((one) => one !== month)
      .map((one) => ({ month: one, missing: lossReview(lost, lines, one, reviewFrom).missing }))
      .filter(({ missing }) => missing > 0),
    byReason: lossesByReason(review.losses).map(({ reason, customers, paid12 }) => ({
      reason,
      customers,
      paid12Fen: paid12,
    })),
  }
}

const lineOf = ({ customerId, leftOn, line }: Line): LossLine[] =>
  line === null
    ? []
    : [{ customerId, leftOn, reason: line.reason, line: line.line, by: line.by, at: new Date(line.at) }]

export const lossesOfCustomer = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: string,
): Promise<{ rows: Line[] }> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const rows = await lossesWithin(db, caller).where('customer_loss.customer_id', '=', customerId).execute()
  return { rows: await shown(db, caller, dayIn(now, caller.timeZone), rows) }
}

/** Losses of customers the caller may see, those taken back left out, the newest first. */
const lossesWithin = (db: Db, caller: Caller) =>
  customersWithin(db, caller, 'customer.read')
    .innerJoin('customer_loss', (on) =>
      on.on('customer_loss.branch_id', '=', caller.branchId).onRef('customer_loss.customer_id', '=', 'customer.id'),
    )
    .leftJoin('staff as manager', (on) =>
      on
        .onRef('manager.branch_id', '=', 'customer_loss.branch_id')
        .onRef('manager.id', '=', 'customer_loss.manager_id'),
    )
    .where('customer_loss.undone_at', 'is', null)
    .selectAll('customer_loss')
    .select([
      'customer.name',
      'customer.kind',
      'customer.address_form',
      'customer.backup_id',
      'customer.unit_id',
      'customer.manager_id as keeper_id',
      'manager.name as manager_name',
    ])
    .orderBy('customer_loss.left_on', 'desc')
    .orderBy('customer_loss.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof lossesWithin>['execute']>>[number]

const shown = async (db: Db, caller: Caller, today: Day, rows: readonly Row[]): Promise<Line[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const talks = await talksOf(db, caller.branchId, ids)
  const lines = await newestLines(db, caller.branchId, ids)
  const tasks = await openTasks(db, caller.branchId, ids)
  const own = (id: string) => talks.filter(({ loss_id }) => loss_id === id)
  const next = await winBacksOf(
    db,
    caller,
    rows.map((loss) => ({ loss, kind: loss.kind, talks: own(loss.id) })),
    today,
  )
  const people = [...talks.map(({ noted_by }) => noted_by), ...lines.map(({ written_by }) => written_by)]
  const names = await namesOf(db, caller.branchId, people)
  return rows.map((row) => {
    const line = lines.find(({ loss_id }) => loss_id === row.id)
    const winBack = next.get(row.id)
    return {
      id: row.id,
      version: row.version,
      customerId: row.customer_id,
      name: row.name,
      calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
      kind: row.kind,
      tier: row.tier,
      manager: row.manager_name,
      way: row.way,
      leftOn: row.left_on,
      paid12Fen: row.paid12_fen,
      backOn: row.back_on,
      line: line
        ? {
            reason: line.reason as NonNullable<Line['line']>['reason'],
            line: line.line,
            by: names.get(line.written_by) ?? '',
            at: line.written_at.toISOString(),
          }
        : null,
      next: {
        dueOn: winBack?.dueOn ?? null,
        provisional: winBack?.provisional ?? false,
        said: winBack?.said ?? { code: 'winBack.notOfValue', params: {} },
        taskId: tasks.get(row.id) ?? null,
      },
      talks: own(row.id).map((talk) => ({
        id: talk.id,
        on: talk.on_day,
        result: talk.result,
        askAgainOn: talk.ask_again_on,
        by: names.get(talk.noted_by) ?? '',
        fresh: talk.noted_by === caller.staffId && dayIn(talk.noted_at, caller.timeZone) === today,
      })),
      mayWrite: allowedOn(caller, {
        managerId: row.keeper_id,
        backupId: row.backup_id,
        unitId: row.unit_id,
      }).includes('contact.run'),
    }
  })
}

const newestLines = (db: Db, branchId: number, ids: readonly string[]) =>
  db
    .selectFrom('loss_line')
    .distinctOn('loss_id')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('loss_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('loss_id')
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

const openTasks = async (db: Db, branchId: number, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('task')
    .select(['id', 'loss_id'])
    .where('branch_id', '=', branchId)
    .where('loss_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('state', '=', 'open')
    .execute()
  return new Map(rows.flatMap(({ id, loss_id }) => (loss_id ? [[loss_id, id] as const] : [])))
}
