import type pg from 'pg'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { addMonths } from '#domain/kernel/day.ts'
import { type BinaryRows, copyInto } from '#server/db/binary-copy.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { AS_OF, ENTERED_AT, LAST_MONTH } from '../moment.ts'
import { ask, type Chance } from './chance.ts'
import { idBytes } from './ids.ts'
import type { Money } from './money.ts'
import type { Named } from './names.ts'
import { type CityPeople, type CityPerson, table } from './people.ts'
import type { CitySize } from './size.ts'

export type City = {
  branchId: number
  size: CitySize
  chance: Chance
  money: Money
  names: Record<CustomerKind, readonly Named[]>
  people: CityPeople
}

/** Hears how many rows of a table are on their way. */
export type OnRows = (rows: number) => void

/** Writes one row after another; `give` passes on what is full. */
type Write = (rows: BinaryRows, give: () => Promise<void> | undefined) => Promise<void>

const DAY_MS = 86_400_000
const TODAY_MS = Date.parse(`${AS_OF}T02:00:00Z`)
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY_MS

/** Every so many rows the listener hears of them. */
const TELL = 50_000

const copied = (client: pg.PoolClient, name: string, columns: readonly string[], onRows: OnRows, write: Write) =>
  copyInto(client, name, columns, (rows, flush) => {
    let written = 0
    return write(rows, () => {
      if (++written % TELL === 0) onRows(written)
      return rows.full ? flush() : undefined
    })
  })

const kindOf = ({ chance }: City, i: number): CustomerKind => {
  const draw = chance.of(i, ask.kind)
  return draw < 0.025 ? 'group' : draw < 0.035 ? 'outlet' : 'person'
}

const namedOf = (city: City, i: number, kind: CustomerKind): Named => {
  const names = city.names[kind]
  const named = names[Math.floor(city.chance.of(i, ask.name) * names.length)]
  if (!named) throw new Error('no name was drawn')
  return named
}

/** Key customers are shared out in turn, the pool is the first manager's, the rest have nobody. */
const managerOf = ({ money, people, size }: City, i: number): CityPerson | null => {
  if (money.isKey(i)) return people.managers[i % people.managers.length] ?? null
  return i >= size.customers - size.pool ? (people.managers[0] ?? null) : null
}

/** Eleven digits, the last eight of them scattered so that no two customers of a branch share a number. */
const phoneOf = ({ branchId }: City, i: number): string => {
  const tail = (i * 39_916_801 + branchId * 7_654_321) % 100_000_000
  return `1${3 + (i % 7)}${branchId % 10}${String(tail).padStart(8, '0')}`
}

export const writeCustomers = (client: pg.PoolClient, city: City, onRows: OnRows): Promise<void> => {
  const columns = ['branch_id', 'id', 'code', 'kind', 'name', 'name_sort', 'name_folded', 'manager_id', 'backup_id']
  const more = ['unit_id', 'since', 'official_level', 'dossier', 'last_touch_at', 'created_at', 'updated_at']
  return copied(client, 'customer', [...columns, ...more], onRows, async (rows, give) => {
    const id = Buffer.alloc(16)
    const units = new Map(city.people.units.map((unit, n) => [unit.id, idBytes(city.branchId, table.unit, n)]))
    const { managers } = city.people
    for (let i = 0; i < city.size.customers; i++) {
      const kind = kindOf(city, i)
      const { name, keys } = namedOf(city, i, kind)
      const manager = managerOf(city, i)
      const since = city.money.firstMonth(i)
      rows.row()
      rows.int4(city.branchId)
      rows.uuid(idBytes(city.branchId, table.customer, i, id))
      rows.text(`C${String(i + 1).padStart(8, '0')}`)
      rows.text(kind)
      rows.text(name)
      rows.text(keys.sortKey)
      rows.text(keys.plain)
      const unit = manager && units.get(manager.unitId)
      const backup = manager && managers[(managers.indexOf(manager) + 1) % managers.length]
      if (manager && backup && unit) {
        rows.uuid(manager.bytes)
        rows.uuid(backup.bytes)
        rows.uuid(unit)
      } else for (let none = 0; none < 3; none++) rows.none()
      if (since > 0) rows.date(day(`${addMonths(LAST_MONTH, since + 1 - city.size.months)}-05`))
      else rows.date(day('2001-01-01') + Math.floor(city.chance.of(i, ask.since) ** 0.6 * 8700))
      if (city.money.isKey(i)) rows.text('金卡')
      else rows.none()
      rows.jsonb('{}')
      const touches = touchesOf(city, i)
      if (touches.length > 0) rows.timestamptz(Math.max(...touches))
      else rows.none()
      rows.timestamptz(ENTERED_AT.getTime())
      rows.timestamptz(ENTERED_AT.getTime())
      await give()
    }
  })
}

export const writeNumbers = (client: pg.PoolClient, city: City, onRows: OnRows): Promise<void> => {
  const columns = ['branch_id', 'id', 'customer_id', 'kind', 'number', 'main', 'status']
  return copied(client, 'member', columns, onRows, async (rows, give) => {
    const id = Buffer.alloc(16)
    for (let i = 0; i < city.size.customers; i++) {
      rows.row()
      rows.int4(city.branchId)
      rows.uuid(idBytes(city.branchId, table.member, i, id))
      rows.uuid(idBytes(city.branchId, table.customer, i, id))
      rows.text('mobile')
      rows.text(phoneOf(city, i))
      rows.bool(true)
      rows.text('active')
      await give()
    }
  })
}

export const writeKeys = (client: pg.PoolClient, city: City, onRows: OnRows): Promise<void> =>
  copied(client, 'customer_key', ['branch_id', 'kind', 'key', 'customer_id'], onRows, async (rows, give) => {
    const id = Buffer.alloc(16)
    for (let i = 0; i < city.size.customers; i++) {
      const { keys } = namedOf(city, i, kindOf(city, i))
      const key = (kind: string, text: string): Promise<void> | undefined => {
        rows.row()
        rows.int4(city.branchId)
        rows.text(kind)
        rows.text(text)
        rows.uuid(idBytes(city.branchId, table.customer, i, id))
        return give()
      }
      for (const text of new Set(keys.initials)) await key('initials', text)
      for (const text of new Set(keys.spellings)) await key('spelling', text)
      await key('phone_tail', [...phoneOf(city, i)].toReversed().join(''))
    }
  })

/** Month after month, as a billing system sends them. */
export const writeBills = (client: pg.PoolClient, city: City, onRows: OnRows): Promise<void> =>
  copied(client, 'bill', ['branch_id', 'customer_id', 'month', 'amount_fen'], onRows, async (rows, give) => {
    const { customers, months } = city.size
    const id = Buffer.alloc(16)
    for (let m = 0; m < months; m++) {
      const month = monthNumber(addMonths(LAST_MONTH, m + 1 - months))
      for (let i = 0; i < customers; i++) {
        const fen = city.money.bill(i, m)
        if (fen === 0) continue
        rows.row()
        rows.int4(city.branchId)
        rows.uuid(idBytes(city.branchId, table.customer, i, id))
        rows.int4(month)
        rows.int8(fen)
        const given = give()
        if (given) await given
      }
    }
  })

/** Instants of the customer's touches: some six a year for a key customer, hardly one for the others. */
const touchesOf = (city: City, i: number): number[] => {
  const most = city.money.isKey(i) ? 8 : 1
  const likely = city.money.isKey(i) ? 0.75 : 0.08
  const found: number[] = []
  for (let n = 0; n < most; n++)
    if (city.chance.of(i, ask.touch + n) < likely)
      found.push(TODAY_MS - Math.floor((1 + city.chance.of(i, ask.touch + 64 + n) * 364) * DAY_MS))
  return found
}

const CHANNELS = ['call', 'call', 'visit', 'message'] as const
const NOTES = ['问候，近来都好', '问了套餐够不够用', '账单多了一笔，讲明是增值业务', '出差多，问了漫游', '提醒合约日期']

export const writeTouches = (client: pg.PoolClient, city: City, onRows: OnRows): Promise<void> => {
  const columns = [
    'branch_id',
    'id',
    'customer_id',
    'staff_id',
    'channel',
    'direction',
    'purpose',
    'outcome',
    'reached',
  ]
  return copied(client, 'touch', [...columns, 'at', 'note'], onRows, async (rows, give) => {
    const id = Buffer.alloc(16)
    let told = 0
    for (let i = 0; i < city.size.customers; i++) {
      const staff = managerOf(city, i) ?? city.people.managers[i % city.people.managers.length]
      if (!staff) continue
      for (const [n, ms] of touchesOf(city, i).entries()) {
        rows.row()
        rows.int4(city.branchId)
        rows.uuid(idBytes(city.branchId, table.touch, told++, id))
        rows.uuid(idBytes(city.branchId, table.customer, i, id))
        rows.uuid(staff.bytes)
        rows.text(CHANNELS[(i + n) % CHANNELS.length] ?? 'call')
        rows.text('active')
        rows.text('care')
        rows.text('reached')
        rows.bool(true)
        rows.timestamptz(ms)
        rows.text(NOTES[(i + n) % NOTES.length] ?? '')
        await give()
      }
    }
  })
}

export const writePromises = (client: pg.PoolClient, city: City, onRows: OnRows): Promise<void> => {
  const columns = [
    'branch_id',
    'id',
    'customer_id',
    'what',
    'kind',
    'due_at',
    'made_at',
    'made_by',
    'owner_id',
    'state',
  ]
  return copied(client, 'promise', [...columns, 'settled_at'], onRows, async (rows, give) => {
    const id = Buffer.alloc(16)
    let told = 0
    for (let i = 0; i < city.size.customers; i++) {
      const manager = managerOf(city, i)
      const draw = city.chance.of(i, ask.promise)
      if (!manager || draw > 0.3) continue
      const madeMs = TODAY_MS - Math.ceil(draw * 400) * DAY_MS
      const dueMs = madeMs + 5 * DAY_MS
      const state = dueMs > TODAY_MS ? 'open' : draw < 0.27 ? 'kept' : 'broken'
      rows.row()
      rows.int4(city.branchId)
      rows.uuid(idBytes(city.branchId, table.promise, told++, id))
      rows.uuid(idBytes(city.branchId, table.customer, i, id))
      rows.text('查清楚回电')
      rows.text('call')
      rows.timestamptz(dueMs)
      rows.timestamptz(madeMs)
      rows.uuid(manager.bytes)
      rows.uuid(manager.bytes)
      rows.text(state)
      if (state === 'open') rows.none()
      else rows.timestamptz(state === 'kept' ? dueMs - DAY_MS : dueMs + DAY_MS)
      await give()
    }
  })
}

export const writeIssues = (client: pg.PoolClient, city: City, onRows: OnRows): Promise<void> => {
  const columns = ['branch_id', 'id', 'code', 'customer_id', 'kind', 'what', 'owner_id', 'opened_at', 'due_at']
  return copied(client, 'service_case', [...columns, 'answered_at', 'closed_at'], onRows, async (rows, give) => {
    const id = Buffer.alloc(16)
    let told = 0
    for (let i = 0; i < city.size.customers; i++) {
      const manager = managerOf(city, i)
      const draw = city.chance.of(i, ask.issue)
      if (!manager || draw > 0.08) continue
      const openedMs = TODAY_MS - Math.ceil(draw * 3000) * DAY_MS
      const closed = draw > 0.002
      rows.row()
      rows.int4(city.branchId)
      rows.uuid(idBytes(city.branchId, table.issue, told++, id))
      rows.text(`S${String(told).padStart(7, '0')}`)
      rows.uuid(idBytes(city.branchId, table.customer, i, id))
      rows.text(draw > 0.05 ? 'complaint' : 'request')
      rows.text('漫游费多了一笔')
      rows.uuid(manager.bytes)
      rows.timestamptz(openedMs)
      rows.timestamptz(openedMs + 2 * DAY_MS)
      if (closed) {
        rows.timestamptz(openedMs + DAY_MS)
        rows.timestamptz(openedMs + 2 * DAY_MS)
      } else for (let none = 0; none < 2; none++) rows.none()
      await give()
    }
  })
}
