import type { Received, Reply } from '#api/endpoint.ts'
import type { satisfactionEndpoints } from '#api/satisfaction.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Answer } from '#domain/satisfaction/answer.ts'
import { zoneOf } from '#domain/satisfaction/zone.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { answersWithin, itemsOf } from './answers.ts'
import { duePromises, isShort, isUntold, newestOfEach, pairsOfYear, sheetsWithin, staysWithin } from './overview.ts'

type Endpoint = (typeof satisfactionEndpoints)['GET /api/satisfaction/records']
type Query = Received<Endpoint>['query']
type Line = Reply<Endpoint>['rows'][number]
type Found = Omit<Line, 'name' | 'manager'>

/** Shown at once; the count says how many there are. */
const MOST = 200

/** The answers a figure is made of, newest first. */
export const recordsOf = async (db: Db, caller: Caller, now: Date, query: Query): Promise<Reply<Endpoint>> => {
  const found = (await foundFor(db, caller, now, query)).toSorted((a, b) => (a.on < b.on ? 1 : -1))
  const shown = found.slice(0, MOST)
  const names = await namedWithin(
    db,
    caller,
    shown.map(({ customerId }) => customerId),
  )
  return {
    rows: shown.flatMap((one): Line[] => {
      const named = names.get(one.customerId)
      return named ? [{ ...one, name: named.name, manager: named.manager }] : []
    }),
    total: found.length,
  }
}

const lineOf = ({ id, customerId, matter, on, score, words }: Answer, more: Partial<Found> = {}): Found => ({
  id,
  customerId,
  matter,
  on,
  score,
  words,
  expected: null,
  stayed: null,
  ...more,
})

const foundFor = async (db: Db, caller: Caller, now: Date, { of, value }: Query): Promise<Found[]> => {
  const today = dayIn(now, caller.timeZone)
  if (of === 'item') return itemRecords(db, caller, Number(value))
  if (of === 'gap') return promiseRecords(db, caller, now, value)
  const answers = await answersWithin(db, caller, today)
  if (of === 'grade')
    return (await pairsOfYear(db, caller, answers, today))
      .filter(({ graded }) => graded.grade === value)
      .map(({ expected, experienced }) => lineOf(experienced, { expected: expected.score }))
  if (of === 'year') {
    const { rows } = await staysWithin(db, caller, answers)
    return rows
      .filter(({ score }) => score === Number(value))
      .flatMap(({ customerId, on, stayed }) => {
        const answer = answers.find((one) => one.customerId === customerId && one.asks === 'satisfied' && one.on === on)
        return answer ? [lineOf(answer, { stayed })] : []
      })
  }
  return newestOfEach(answers)
    .filter(({ score }) => (of === 'score' ? score === Number(value) : zoneOf(score) === value))
    .map((answer) => lineOf(answer))
}

/** Who answered one of the 22 items, as it counts. */
const itemRecords = async (db: Db, caller: Caller, number: number): Promise<Found[]> => {
  const answered = (await sheetsWithin(db, caller)).flatMap((row): Found[] => {
    const item = itemsOf(row).find((one) => one.number === number)
    if (!item) return []
    const { survey_id: id, customer_id: customerId, on_day: on } = row
    const { expected, experienced: score } = item
    return [{ id, customerId, matter: '', on, score, expected, stayed: null, words: '' }]
  })
  return [...Map.groupBy(answered, ({ customerId }) => customerId).values()].flatMap(([newest]) => newest ?? [])
}

/** Promises that were not kept in time; for what was told, those the customer heard nothing of. */
const promiseRecords = async (db: Db, caller: Caller, now: Date, gap: string): Promise<Found[]> =>
  (await duePromises(db, caller, now))
    .filter((promise) => isShort(promise) && (gap !== 'communication' || isUntold(promise)))
    .map(({ id, customer_id, what, due_at }) => ({
      id,
      customerId: customer_id,
      matter: what,
      on: dayIn(due_at, caller.timeZone),
      score: null,
      expected: null,
      stayed: null,
      words: '',
    }))

const namedWithin = async (db: Db, caller: Caller, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, { name: string; manager: string | null }>()
  const rows = await customersWithin(db, caller, 'contact.run')
    .leftJoin('staff as manager', (on) =>
      on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
    )
    .where('customer.id', 'in', [...new Set(ids)])
    .select(['customer.id', 'customer.name', 'manager.name as manager'])
    .execute()
  return new Map(rows.map(({ id, name, manager }) => [id, { name, manager }]))
}
