import type { Id } from '#domain/kernel/id.ts'
import type { GuestAnswer } from '#domain/event/guest.ts'
import { taskFor } from '#domain/event/guest-task.ts'
import { guestTaskWords as en } from '#domain/event/words.en.ts'
import { guestTaskWords as zh } from '#domain/event/words.zh.ts'
import { AS_OF, at, dayOf } from './moment.ts'
import { staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

type Customer = { id: Id; kind: string; manager_id: Id | null }
type Standing = [answer: GuestAnswer, came: boolean | null]

type Story = {
  title: string
  day: string
  startsAt: string
  place: string
  seats: number
  /** Of Xu Ke's, Zhou Ning's and Ma Chaoqun's persons in turn. */
  guests: readonly Standing[]
}

const stories: readonly Story[] = [
  {
    title: '春城徒步',
    day: '11-14',
    startsAt: '08:30',
    place: '东山步道南口',
    seats: 20,
    guests: [
      ['accepted', true],
      ['accepted', true],
      ['accepted', false],
      ['declined', null],
      ['accepted', true],
    ],
  },
  {
    title: '摄影讲堂',
    day: '11-23',
    startsAt: '15:00',
    place: '城北营业厅二楼',
    seats: 16,
    guests: [
      ['accepted', null],
      ['accepted', null],
      ['accepted', null],
      ['accepted', true],
      ['invited', null],
      ['declined', null],
    ],
  },
  {
    title: '迎新年老客户茶会',
    day: '12-12',
    startsAt: '14:30',
    place: '临江茶社',
    seats: 24,
    guests: [
      ['listed', null],
      ['listed', null],
      ['invited', null],
      ['accepted', null],
      ['declined', null],
      ['listed', null],
      ['invited', null],
      ['accepted', null],
    ],
  },
]

/** A walk that was, a talk this afternoon, a tea to come: each with guests at every place of the way [S-05]. */
export const tellEvents = (rows: Rows): void => {
  const persons = rows.all<Customer>('customer').filter(({ kind }) => kind === 'person')
  const own = ['xu', 'zhou', 'ma'].map((code) => persons.filter(({ manager_id }) => manager_id === staffId(code)))
  stories.forEach((story, which) => tellEvent(rows, story, which, own))
}

const tellEvent = (rows: Rows, story: Story, which: number, own: readonly Customer[][]): void => {
  const eventId = idOf(`event ${story.title}`)
  const set = {
    set_by: staffId('gu'),
    set_at: at('11-05 10:20'),
    changed_by: staffId('gu'),
    changed_at: at('11-05 10:20'),
  }
  rows.add('club_event', {
    id: eventId,
    title: story.title,
    on_day: dayOf(story.day),
    starts_at: story.startsAt,
    place: story.place,
    seats: story.seats,
    called_off_at: null,
    ...set,
  })
  own.forEach((customers, keeper) =>
    story.guests.forEach((standing, place) => {
      const customer = customers[FIRST + which * 9 + place]
      if (customer && (place + keeper) % 4 !== 3) tellGuest(rows, story, eventId, customer, standing)
    }),
  )
}

/** Beyond those other stories are told of. */
const FIRST = 24

const tellGuest = (rows: Rows, story: Story, eventId: Id, customer: Customer, [answer, came]: Standing): void => {
  const by = customer.manager_id ?? staffId('gu')
  const id = rows.freshId()
  rows.add('event_guest', {
    event_id: eventId,
    id,
    customer_id: customer.id,
    answer,
    came,
    again: false,
    added_by: by,
    added_at: at('11-09 09:40'),
    moved_by: by,
    moved_at: at('11-18 16:30'),
  })
  const on = dayOf(story.day)
  const task = taskFor({ on, seats: story.seats, calledOff: false }, { answer, came, again: false }, AS_OF)
  if (!task) return
  const asked = task.code === 'after' && on < dayOf('11-20')
  rows.add('task', {
    id: rows.freshId(),
    customer_id: customer.id,
    owner_id: by,
    playbook_key: task.playbook,
    about_zh: zh[task.code],
    about_en: en[task.code],
    subject: story.title,
    subject_day: on,
    subject_place: story.place,
    due_on: task.due,
    state: asked ? 'done' : 'open',
    settled_at: asked ? at('11-17 10:40') : null,
    guest_id: id,
    set_by: by,
    set_at: at('11-09 09:40'),
  })
}
