import type { Id } from '#domain/kernel/id.ts'
import { at, dayOf, ENTERED_AT } from './moment.ts'
import { staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

type Customer = { id: Id; name: string; kind: string; manager_id: Id }

type Plan = {
  playbook: string
  about: { zh: string; en: string }
  /** Null: it waits for the goods. */
  due: string | null
  subject?: string
  day?: string
  place?: string
}

/** What is planned with customers of Han Yinuo and Wu Di: one of each sort that a list, a campaign or an earlier contact leaves. */
const plans: readonly Plan[] = [
  { playbook: 'balance-reminder', about: { zh: '余额提醒', en: 'A word about the balance' }, due: '11-23' },
  {
    playbook: 'event-invite',
    about: { zh: '邀请参加客户活动', en: 'Invite to a club event' },
    due: '11-23',
    subject: '老客户茶会',
    day: '11-28',
    place: '城北营业厅二楼',
  },
  {
    playbook: 'points-recommend',
    about: { zh: '积分兑换：按客户说的挑两样推荐', en: 'Points: recommend two that fit what they said' },
    due: '11-24',
    subject: '小家电',
  },
  {
    playbook: 'points-arrival',
    about: { zh: '换的东西到了，当天告诉客户', en: 'What they chose has arrived: tell them the same day' },
    due: null,
    subject: '空气炸锅',
  },
  {
    playbook: 'win-back',
    about: { zh: '走了以后回访，只问原因，不劝', en: 'Ask after a customer who left: hear why, no persuading' },
    due: '11-25',
  },
]

/** Plans, a customer who changed hands, and who does without which pack. */
export const tellPlanned = (rows: Rows): void => {
  const persons = rows.all<Customer>('customer').filter(({ kind }) => kind === 'person')
  for (const code of ['han', 'wu']) {
    const own = persons.filter(({ manager_id }) => manager_id === staffId(code)).slice(2)
    plans.forEach((plan, place) => {
      const customer = own[place * 3]
      if (customer) planned(rows, plan, customer, code)
    })
    const taken = own[plans.length * 3]
    if (taken) takenOver(rows, taken, code)
  }
  rows.add('pack_left_out', leftOut('yc', 'tobacco'))
  rows.add('pack_left_out', leftOut('lx', 'telecom'))
}

const planned = (
  rows: Rows,
  { playbook, about, due, subject, day, place }: Plan,
  { id }: Customer,
  code: string,
): void => {
  rows.add('task', {
    id: rows.freshId(),
    customer_id: id,
    owner_id: staffId(code),
    playbook_key: playbook,
    about_zh: about.zh,
    about_en: about.en,
    subject: subject ?? null,
    subject_day: day ? dayOf(day) : null,
    subject_place: place ?? null,
    due_on: due === null ? null : dayOf(due),
    state: due === null ? 'waiting' : 'open',
    set_by: staffId(code),
    set_at: at('11-20 17:05'),
  })
}

/** Ma Chaoqun is away for long; some of his customers have been given on. */
const takenOver = (rows: Rows, { id }: Customer, code: string): void => {
  rows.add('audit_event', {
    id: rows.freshId(),
    at: at('11-20 16:40'),
    actor_id: staffId('gu'),
    action: 'customer.assigned',
    entity: 'customer',
    entity_id: id,
    customer_id: id,
    params: { managerId: staffId(code), formerId: staffId('ma') },
  })
}

const leftOut = (unit: string, pack: string) => ({
  unit_id: idOf(`unit ${unit}`),
  pack,
  left_by: staffId('ji'),
  left_at: ENTERED_AT,
})
