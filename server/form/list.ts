import { sql, type SqlBool } from 'kysely'
import type { Reply, Received } from '#api/endpoint.ts'
import type { formEndpoints } from '#api/form.ts'
import type { Signatures } from '#domain/form/standing.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { layoutOf } from './load.ts'
import { formsWithin } from './require-form.ts'
import { isDue } from './to-see.ts'

type Endpoint = (typeof formEndpoints)['GET /api/forms']
type Query = Received<Endpoint>['query']
type Line = Reply<Endpoint>['rows'][number]

/** As many as one reads; a narrower question finds the rest. */
const MOST = 200

/** `open` is still being written or waits; `due` has a day that has come and is not done. */
const showing = (today: Day): Record<Query['show'], ReturnType<typeof sql<SqlBool>>> => ({
  open: sql<SqlBool>`form.state in ('draft', 'waiting', 'refused')`,
  waiting: sql<SqlBool>`form.state = 'waiting'`,
  due: isDue(today),
  filed: sql<SqlBool>`form.state in ('filed', 'approved')`,
  all: sql<SqlBool>`form.state <> 'dropped'`,
})

const narrowed = (db: Db, caller: Caller, query: Omit<Query, 'show'>) => {
  let rows = formsWithin(db, caller)
  if (query.customerId) rows = rows.where('form.customer_id', '=', query.customerId)
  if (query.runId) rows = rows.where('form.run_id', '=', query.runId)
  if (query.caseId) rows = rows.where('form.case_id', '=', query.caseId)
  if (query.key) rows = rows.where('form.key', '=', query.key)
  if (query.day) rows = rows.where('form.on_day', '=', query.day).where('form.customer_id', 'is', null)
  return rows
}

export const listForms = async (db: Db, caller: Caller, now: Date, query: Query): Promise<Reply<Endpoint>> => {
  const today = dayIn(now, caller.timeZone)
  const shows = showing(today)
  const [rows, counts] = await Promise.all([
    narrowed(db, caller, query)
      .where(shows[query.show])
      .leftJoin('customer', (on) =>
        on.onRef('customer.branch_id', '=', 'form.branch_id').onRef('customer.id', '=', 'form.customer_id'),
      )
      .innerJoin('staff', (on) =>
        on.onRef('staff.branch_id', '=', 'form.branch_id').onRef('staff.id', '=', 'form.author_id'),
      )
      .selectAll('form')
      .select(['customer.name as customer_name', 'staff.name as author_name'])
      .select(sql<boolean>`coalesce(${isDue(today)}, false)`.as('due'))
      .orderBy('form.made_at', 'desc')
      .orderBy('form.id', 'desc')
      .limit(MOST + 1)
      .execute(),
    narrowed(db, caller, query)
      .select(
        (['open', 'waiting', 'due', 'filed', 'all'] as const).map((show) =>
          sql<number>`count(*) filter (where ${shows[show]})::int`.as(show),
        ),
      )
      .executeTakeFirstOrThrow(),
  ])
  const lines = await Promise.all(rows.slice(0, MOST).map((row) => lineOf(db, row)))
  return { rows: lines, counts, more: rows.length > MOST }
}

type Listed = {
  id: string
  key: string
  layout_hash: string
  customer_id: string | null
  customer_name: string | null
  author_id: string
  author_name: string
  state: Line['state']
  on_day: Day
  due_on: Day | null
  due: boolean
  run_id: string | null
  corrects_id: string | null
  signatures: unknown
  changed_at: Date
  filed_at: Date | null
}

export const lineOf = async (db: Db, row: Listed): Promise<Line> => ({
  id: row.id,
  key: row.key,
  title: (await layoutOf(db, row.layout_hash))?.title ?? { zh: row.key, en: row.key },
  customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
  author: { id: row.author_id, name: row.author_name },
  state: row.state,
  onDay: row.on_day,
  dueOn: row.due_on,
  due: row.due,
  signedBy: Object.values(row.signatures as Signatures).map(({ name }) => name),
  runId: row.run_id,
  corrects: row.corrects_id,
  changedAt: row.changed_at.toISOString(),
  filedAt: row.filed_at?.toISOString() ?? null,
})
