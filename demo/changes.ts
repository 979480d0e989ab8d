import type { Id } from '#domain/kernel/id.ts'
import { at, dayOf } from './moment.ts'
import { staffId } from './people.ts'
import type { Rows } from './rows.ts'

export type Asked = { id: Id; name: string; kind: string; manager_id: Id | null }

type Change = {
  what: string
  done: string | null
  by: string
  askers: readonly [code: string, place: number, told: string | null][]
}

const changes: readonly Change[] = [
  {
    what: '城北营业厅加了叫号屏',
    done: '11-10',
    by: 'gu',
    askers: [
      ['xu', 4, '11-12 10:30'],
      ['xu', 9, null],
      ['lin', 6, '11-11 15:10'],
      ['zhou', 5, null],
    ],
  },
  {
    what: '账单里漫游费单列一行',
    done: '11-18',
    by: 'gu',
    askers: [
      ['han', 3, null],
      ['xu', 7, null],
    ],
  },
  { what: '晚上八点以后也能报修', done: null, by: 'yan', askers: [['wu', 8, null]] },
]

/** What was changed because customers said so, some of whom still have to hear of it; and when we stood up for a customer. */
export const tellChanges = (rows: Rows): void => {
  const persons = rows.all<Asked>('customer').filter(({ kind }) => kind === 'person')
  for (const { what, done, by, askers } of changes) {
    const id = rows.freshId()
    rows.add('service_change', {
      id,
      what,
      done_on: done && dayOf(done),
      set_by: staffId(by),
      set_at: at('11-09 16:20'),
    })
    for (const [code, place, told] of askers) {
      const customer = persons.filter(({ manager_id }) => manager_id === staffId(code))[place]
      if (!customer) continue
      rows.add('service_change_asker', {
        change_id: id,
        customer_id: customer.id,
        told_at: told && at(told),
        told_by: told && staffId(code),
      })
    }
  }
  stood(rows, '衡川精密制造', '11-12', '割接避开夜班', '网络部', 'won')
  stood(rows, '解小舟', '10-09', '按老价再续半年', '顾组长', 'partly')
  stood(rows, '李素珍', '11-20', '核一核那 148 元漫游费', '账务组', 'open')
}

const stood = (
  rows: Rows,
  name: string,
  on: string,
  what: string,
  askedOf: string,
  result: 'open' | 'won' | 'partly',
): void => {
  const customer = rows.all<Asked & { manager_id: Id }>('customer').find((one) => one.name === name)
  if (!customer) return
  rows.add('represented', {
    id: rows.freshId(),
    customer_id: customer.id,
    on_day: dayOf(on),
    what,
    asked_of: askedOf,
    result,
    noted_by: customer.manager_id,
    noted_at: at(`${on} 16:00`),
  })
}
