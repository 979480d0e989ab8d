import type { Id } from '#domain/kernel/id.ts'
import type { Rows } from './rows.ts'
import { AS_OF, at, ENTERED_AT } from './moment.ts'
import { staffId } from './people.ts'
import { idOf } from './rows.ts'

type Outlet = { id: Id; name: string; kind: string; manager_id: Id; code: string; left_on?: string }

/** Shops of a day, besides the one whose market is missed. */
const SHOPS = 23

/**
 * The round of a county manager on the demo's own Monday: two dozen shops of the eastern route, planned a quarter of an hour each in the
 * order they came to mind, the shop of the old street among them; where each stands is noted for most.
 */
export const tellRoundToday = (rows: Rows): void => {
  const mine = rows
    .all<Outlet>('customer')
    .filter(
      ({ kind, manager_id, left_on }) => kind === 'outlet' && manager_id === staffId('lu') && left_on === undefined,
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const taken = new Set(rows.all<{ customer_id: Id }>('appointment').map(({ customer_id }) => customer_id))
  const placed = new Set(rows.all<{ customer_id: Id }>('customer_place').map(({ customer_id }) => customer_id))
  const free = mine.filter(({ id, name }) => name !== '福顺烟酒店' && !taken.has(id)).slice(0, SHOPS)
  const fushun = mine.filter(({ name }) => name === '福顺烟酒店')
  const shops = [...free.slice(0, 6), ...fushun, ...free.slice(6)]
  shops.forEach(({ id, name }, place) => {
    const minute = 8 * 60 + 30 + place * 15
    const starts = at(`11-23 ${clock(minute)}`)
    rows.add('appointment', {
      id: idOf(`round ${AS_OF} ${name}`),
      customer_id: id,
      contact_person_id: null,
      owner_id: staffId('lu'),
      way: 'visit',
      starts_at: starts,
      ends_at: new Date(starts.getTime() + MINUTES * 60_000),
      place: '店里',
      purposes: ['contact'],
      state: 'planned',
      reason: '',
      arrived_at: null,
      told_at: null,
      untold: null,
      untold_since: null,
      expects_at: null,
      sequence: 0,
      history: [
        {
          id: idOf(`round ${AS_OF} ${name} made`),
          at: at('11-20 17:20').toISOString(),
          actorId: staffId('lu'),
          move: 'made',
          reason: '',
          told: false,
          was: null,
        },
      ],
      made_at: at('11-20 17:20'),
      made_by: staffId('lu'),
      version: 1,
    })
    if (placed.has(id) || place % 6 === 5) return
    // along the valley, a few minutes apart, not in the order of the calendar
    const along = (place * 7) % shops.length
    rows.add('customer_place', {
      customer_id: id,
      latitude: 30.4 + along * 0.006,
      longitude: 111.5 + along * 0.004,
      noted_by: staffId('lu'),
      noted_at: ENTERED_AT,
    })
  })
}

const MINUTES = 5

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
