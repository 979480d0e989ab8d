import type { Id } from '#domain/kernel/id.ts'
import type { Day } from '#domain/kernel/day.ts'
import { at, dayOf } from './moment.ts'
import { staffId } from './people.ts'
import type { Rows } from './rows.ts'

type Customer = { id: Id; kind: string; manager_id: Id | null; last_touch_at?: Date | null }

/** Roughly where the second tier begins and ends, from those who pay most. */
const HIGHEST = 0.055
const SECOND = 0.148

/** Whom the run of September raised, and how far their welcome is: one of each sort. [S-52] */
export const tellWelcomes = (rows: Rows): void => {
  const paid = new Map<Id, number>()
  for (const { customer_id, amount_fen } of rows.all<{ customer_id: Id; amount_fen: number }>('bill'))
    paid.set(customer_id, (paid.get(customer_id) ?? 0) + amount_fen)
  const persons = rows
    .all<Customer>('customer')
    .filter(({ kind }) => kind === 'person')
    .toSorted((one, other) => (paid.get(other.id) ?? 0) - (paid.get(one.id) ?? 0))
  const second = persons.slice(Math.round(persons.length * HIGHEST), Math.round(persons.length * SECOND))
  /** Somebody of theirs in the second tier nobody has spoken to since a day. */
  const quiet = (code: string, since: string, place: number): Customer | undefined =>
    second.filter(
      ({ manager_id, last_touch_at }) => manager_id === staffId(code) && !(last_touch_at && last_touch_at >= at(since)),
    )[place]
  const raised = (customer: Customer | undefined, on: string, bound: string | null): void => {
    if (!customer) return
    const days: { promoted_on: Day; bound_on: Day | null } = { promoted_on: dayOf(on), bound_on: bound && dayOf(bound) }
    rows.add('welcome', { customer_id: customer.id, month: 202609, tier: 'B', ...days })
  }
  raised(quiet('han', '10-27', 0), '10-27', '10-28')
  const called = quiet('wu', '10-26', 0)
  raised(called, '10-26', '10-26')
  if (called) message(rows, called, 'wu')
  raised(quiet('ma', '10-15', 0), '10-15', '10-15')
  raised(quiet('han', '10-15', 1), '10-15', '10-22')
  const alone = quiet('zhou', '11-24', 0) ?? quiet('xu', '11-24', 0)
  raised(alone, '11-19', null)
  if (alone) alone.manager_id = null
}

/** Three workdays before the call. */
const message = (rows: Rows, { id }: Customer, code: string): void => {
  rows.add('touch', {
    id: rows.freshId(),
    customer_id: id,
    staff_id: staffId(code),
    channel: 'message',
    direction: 'active',
    purpose: 'care',
    outcome: null,
    reached: false,
    at: at('11-18 16:20'),
    note: '发短信：升级了，过三天打电话说说',
  })
}
