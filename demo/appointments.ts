import type { AppointmentState, AppointmentStep, AppointmentWay, VisitPurpose } from '#domain/schedule/appointment.ts'
import type { Id } from '#domain/kernel/id.ts'
import { at, ENTERED_AT } from './moment.ts'
import { staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

type Facts = {
  /** Staff code of whoever goes. */
  who: string
  way?: AppointmentWay
  place?: string
  purposes?: VisitPurpose[]
  state?: AppointmentState
  made: string
  arrived?: string
  /** What happened to it after it was made. */
  steps?: [when: string, move: AppointmentStep['move'], reason: string, told: boolean][]
  told?: string
  /** Moved behind the customer's back: the time they have in mind, and since when. */
  untold?: { expects: string; since: string }
  reason?: string
}

type Customer = { id: Id; name: string; kind: string; manager_id: Id; code: string }

/** What is in the calendars this week: one visit did not come about, one was moved and the customer has not heard of it. */
export const tellAppointments = (rows: Rows): void => {
  const customers = rows.all<Customer>('customer')
  const meets = meeting(rows, customers)
  meets('满仓百货连锁', '11-12 15:00', 40, {
    who: 'lin',
    place: '总部三楼行政办公室',
    purposes: ['contact'],
    state: 'done',
    made: '11-10 10:20',
    arrived: '11-12 14:53',
    steps: [
      ['11-12 14:53', 'arrived', '', false],
      ['11-12 15:45', 'done', '', false],
    ],
  })
  meets('青禾实验学校', '11-20 14:00', 40, {
    who: 'lin',
    place: '行政楼二楼信息中心',
    purposes: ['opinion'],
    state: 'missed',
    made: '11-16 09:40',
    told: '11-20 11:20',
    reason: '学校停电检修，主任走不开',
    steps: [['11-20 11:20', 'missed', '学校停电检修，主任走不开', true]],
  })
  meets('满仓百货连锁', '11-23 14:30', 40, {
    who: 'lin',
    place: '总部三楼行政办公室',
    purposes: ['business', 'opinion'],
    made: '11-19 16:05',
  })
  meets('北屿冷链物流', '11-26 10:00', 60, {
    who: 'lin',
    place: '冷链园区 2 号楼会议室',
    purposes: ['business', 'complaint'],
    made: '11-18 15:30',
    reason: '周二上午临时开会',
    untold: { expects: '11-24 10:00', since: '11-23 09:05' },
    steps: [['11-23 09:05', 'moved', '周二上午临时开会', false]],
  })
  meets('栖木建筑设计', '11-25 10:00', 30, {
    who: 'lin',
    place: '设计所前台',
    purposes: ['contact', 'recommend'],
    state: 'planned',
    made: '11-20 17:10',
  })
  meets('仇雅宁', '11-25 15:00', 30, {
    who: 'lin',
    place: '她的店里',
    purposes: ['contact', 'gift'],
    made: '11-20 16:30',
  })
  meets('马国栋', '11-26 19:00', 15, { who: 'lin', way: 'call', made: '11-17 19:25' })
  tellRound(rows, customers, meets)
}

type Meets = (name: string, when: string, minutes: number, facts: Facts) => void

/** A county manager's Tuesday: shops planned in the order they came to mind, each where it stands on the map. */
const tellRound = (rows: Rows, customers: readonly Customer[], meets: Meets): void => {
  const shops = customers
    .filter(({ kind, manager_id }) => kind === 'outlet' && manager_id === staffId('lu'))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .slice(0, 5)
  const along = [0, 3, 1, 4, 2]
  shops.forEach(({ id, name }, place) => {
    meets(name, `11-24 ${String(9 + place).padStart(2, '0')}:00`, 20, {
      who: 'lu',
      place: '店里',
      purposes: ['contact'],
      state: place === 1 ? 'agreed' : 'planned',
      made: '11-20 17:00',
    })
    rows.add('customer_place', {
      customer_id: id,
      latitude: 30.41 + (along[place] ?? 0) * 0.021,
      longitude: 111.52 + (along[place] ?? 0) * 0.008,
      noted_by: staffId('lu'),
      noted_at: ENTERED_AT,
    })
  })
}

const meeting =
  (rows: Rows, customers: readonly Customer[]): Meets =>
  (name, when, minutes, facts) => {
    const customer = customers.find((one) => one.name === name)
    if (!customer) throw new Error(`${name} is no customer of the demo`)
    const id = idOf(`appointment ${name} ${when}`)
    const starts = at(when)
    const step = (moment: string, move: AppointmentStep['move'], reason: string, told: boolean) => ({
      id: idOf(`appointment ${name} ${when} ${move} ${moment}`),
      at: at(moment).toISOString(),
      actorId: staffId(facts.who),
      move,
      reason,
      told,
      was: null,
    })
    const { state = 'agreed', steps = [], untold } = facts
    rows.add('appointment', {
      id,
      customer_id: customer.id,
      contact_person_id: null,
      owner_id: staffId(facts.who),
      way: facts.way ?? 'visit',
      starts_at: starts,
      ends_at: new Date(starts.getTime() + minutes * 60_000),
      place: facts.place ?? '',
      purposes: facts.purposes ?? [],
      state,
      reason: facts.reason ?? '',
      arrived_at: facts.arrived ? at(facts.arrived) : null,
      told_at: facts.told ? at(facts.told) : null,
      untold: untold ? 'moved' : null,
      untold_since: untold ? at(untold.since) : null,
      expects_at: untold ? at(untold.expects) : null,
      sequence: steps.length,
      history: [step(facts.made, 'made', '', state !== 'planned'), ...steps.map((each) => step(...each))],
      made_at: at(facts.made),
      made_by: staffId(facts.who),
      version: 1 + steps.length,
    })
  }
