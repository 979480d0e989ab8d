import { searchKeysOf } from '#domain/customer/name-keys.ts'
import type { Id } from '#domain/kernel/id.ts'
import { at, dayOf } from './moment.ts'
import { staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

type Customer = { id: Id; kind: string; manager_id: Id | null; left_on?: string | null }
type Promise = { id: Id; customer_id: Id; state: string }

const LEFT = '11-16'

/** How far each customer of somebody who left is: read and met, told, read, and not yet begun. */
const steps: readonly { read?: string; told?: string; met?: string }[] = [
  { read: '11-16 15:10', told: '11-17 10:30', met: '11-19 16:00' },
  { read: '11-16 15:20', told: '11-17 10:40' },
  { read: '11-16 15:30', told: '11-17 10:50' },
  { read: '11-17 09:30' },
  {},
]

/** Tong An of the southern group has left a week ago; Xu Ke and Zhou Ning took over. */
export const tellDeparture = (rows: Rows): void => {
  const person = idOf('staff tong')
  rows.add('staff', {
    id: person,
    code: 'tong',
    name: '佟安',
    name_sort: searchKeysOf('佟安').sortKey,
    short_name: '小佟',
    roles: ['manager'],
    unit_id: idOf('unit gr'),
    seat: null,
    active: false,
  })
  const id = idOf('departure tong')
  rows.add('departure', {
    id,
    staff_id: person,
    left_on: dayOf(LEFT),
    started_by: staffId('ji'),
    started_at: at(`${LEFT} 14:00`),
  })
  const open = rows.all<Promise>('promise').filter(({ state }) => state === 'open')
  const spoken = new Set(
    rows.all<{ customer_id: Id; at: Date }>('touch').flatMap((one) => (one.at >= at(LEFT) ? [one.customer_id] : [])),
  )
  for (const code of ['xu', 'zhou']) {
    const own = rows
      .all<Customer>('customer')
      .filter((one) => one.kind === 'person' && one.manager_id === staffId(code) && !one.left_on && !spoken.has(one.id))
      .toSorted((a, b) => Number(has(open, b)) - Number(has(open, a)))
    steps.forEach((step, place) => {
      const customer = own[place]
      if (customer) tellPassed(rows, { departureId: id, customer, code, open }, step)
    })
  }
}

const has = (open: readonly Promise[], { id }: Customer): boolean => open.some(({ customer_id }) => customer_id === id)

type Passed = { departureId: Id; customer: Customer; code: string; open: readonly Promise[] }

const tellPassed = (
  rows: Rows,
  { departureId, customer, code, open }: Passed,
  { read, told, met }: (typeof steps)[number],
): void => {
  rows.add('departure_customer', {
    departure_id: departureId,
    customer_id: customer.id,
    backup_id: staffId(code),
    taken_by: staffId(code),
    paid12_fen: 0,
    promises: open.filter(({ customer_id }) => customer_id === customer.id).map(({ id }) => id),
    card_read_by: read ? staffId(code) : null,
    card_read_at: read ? at(read) : null,
  })
  if (told) touch(rows, customer.id, code, told, 'message', '佟安换岗了，往后您的事由我来办')
  if (met) touch(rows, customer.id, code, met, 'call', '换人以后打了招呼，佟安答应的事都接着办')
}

const touch = (
  rows: Rows,
  customerId: Id,
  code: string,
  when: string,
  channel: 'message' | 'call',
  note: string,
): void => {
  rows.add('touch', {
    id: rows.freshId(),
    customer_id: customerId,
    staff_id: staffId(code),
    channel,
    direction: 'active',
    purpose: 'care',
    outcome: channel === 'call' ? 'reached' : null,
    reached: channel === 'call',
    at: at(when),
    note,
  })
}
