import type { Id } from '#domain/kernel/id.ts'
import type { ReasonId } from '#domain/retention/case-reason.ts'
import type { LeavingWay, ReturnResult } from '#domain/retention/loss.ts'
import { winBackTaskWords as en } from '#domain/retention/loss-words.en.ts'
import { winBackTaskWords as zh } from '#domain/retention/loss-words.zh.ts'
import { at, dayOf } from './moment.ts'
import { paidThisYear } from './paid.ts'
import { staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

type Customer = { id: Id; kind: string; manager_id: Id | null; left_on?: string }

/** How one customer left; `id` where something else names the loss. */
export type LossStory = {
  id?: Id
  of: string
  way: LeavingWay
  left: string
  line?: [reason: ReasonId, words: string]
  talk?: { on: string; result: ReturnResult; again?: string; said?: string }
  /** The visit that is planned. */
  due?: string
  noContact?: true
}

/** `place`: among those of this manager who pay most, counted from 0. */
type Place = { kind: 'person' | 'outlet'; place: number }

/** Who left this month and the last: with and without a line, visited and not, one who came back, one who wants no contact. */
const stories: readonly (LossStory & Place)[] = [
  { of: 'han', kind: 'person', place: 0, way: 'ported', left: '11-12', due: '11-26' },
  {
    of: 'han',
    kind: 'person',
    place: 1,
    way: 'ported',
    left: '11-05',
    line: ['promise', '答应周三回电，拖到下周一，客户已经办走了'],
    talk: { on: '11-18', result: 'later', again: '2027-03-01', said: '这边合约到明年二月，到时候再看看' },
    due: '2027-03-01',
  },
  {
    of: 'xu',
    kind: 'person',
    place: 0,
    way: 'closed',
    left: '11-09',
    line: ['moved', '搬去外地，走之前把余额退了，道了谢'],
    due: '11-23',
  },
  { of: 'xu', kind: 'person', place: 1, way: 'ported', left: '11-16', due: '11-30' },
  {
    of: 'zhou',
    kind: 'person',
    place: 0,
    way: 'ported',
    left: '10-19',
    line: ['rivalPrice', '家里三张卡一起算，别家便宜；我们没人先算给客户听'],
    talk: { on: '10-30', result: 'back', said: '那边信号不好，还是回来' },
  },
  { of: 'wu', kind: 'person', place: 0, way: 'lapsed', left: '10-26', due: '11-24' },
  { of: 'ma', kind: 'person', place: 0, way: 'ported', left: '11-11', noContact: true },
  {
    of: 'lu',
    kind: 'outlet',
    place: 3,
    way: 'ended',
    left: '11-06',
    line: ['ended', '店主回老家带孙子，店转给别人了'],
  },
]

export const tellLosses = (rows: Rows): void => {
  const paid = paidThisYear(rows)
  const busy = new Set(
    (['task', 'appointment', 'service_case', 'welcome', 'event_guest'] as const).flatMap((table) =>
      rows.all<{ customer_id: Id }>(table).map(({ customer_id }) => customer_id),
    ),
  )
  const free = rows
    .all<Customer>('customer')
    .filter(({ id, left_on }) => !busy.has(id) && left_on === undefined)
    .toSorted((one, other) => (paid.get(other.id) ?? 0) - (paid.get(one.id) ?? 0))
  for (const story of stories) {
    const customer = free.filter(({ kind, manager_id }) => kind === story.kind && manager_id === staffId(story.of))[
      story.place
    ]
    if (customer) tellLoss(rows, story, customer, paid.get(customer.id) ?? 0)
  }
}

export const tellLoss = (
  rows: Rows,
  story: LossStory,
  customer: { id: Id; left_on?: string },
  paid12: number,
): void => {
  const { of, way, left, line, talk, due, noContact } = story
  const id = story.id ?? idOf(`loss ${of} ${left}`)
  const by = staffId(of)
  const back = talk?.result === 'back' ? dayOf(talk.on) : null
  if (back === null) customer.left_on = dayOf(left)
  rows.add('customer_loss', {
    id,
    customer_id: customer.id,
    way,
    left_on: dayOf(left),
    manager_id: by,
    paid12_fen: paid12,
    back_on: back,
    marked_by: by,
    marked_at: at(`${left} 17:40`),
  })
  if (line) {
    const [reason, words] = line
    rows.add('loss_line', {
      id: rows.freshId(),
      loss_id: id,
      reason,
      line: words,
      written_by: by,
      written_at: at(`${left} 17:45`),
    })
  }
  if (noContact)
    rows.add('consent', {
      customer_id: customer.id,
      purpose: 'any',
      state: 'refused',
      since: dayOf(left),
      source: '离开时说的：别再打电话',
    })
  if (talk) tellTalk(rows, { lossId: id, customerId: customer.id, by }, talk)
  if (due)
    rows.add('task', {
      id: rows.freshId(),
      customer_id: customer.id,
      owner_id: by,
      playbook_key: 'win-back',
      about_zh: zh[talk ? 'again' : 'first'],
      about_en: en[talk ? 'again' : 'first'],
      due_on: dayOf(due),
      state: 'open',
      loss_id: id,
      set_by: by,
      set_at: at(`${left} 17:40`),
    })
}

const tellTalk = (
  rows: Rows,
  { lossId, customerId, by }: { lossId: Id; customerId: Id; by: Id },
  { on, result, again, said }: NonNullable<LossStory['talk']>,
): void => {
  const touchId = rows.freshId()
  rows.add('touch', {
    id: touchId,
    customer_id: customerId,
    staff_id: by,
    channel: 'call',
    direction: 'active',
    purpose: 'retention',
    outcome: 'reached',
    reached: true,
    at: at(`${on} 15:20`),
    said,
  })
  rows.add('return_talk', {
    id: rows.freshId(),
    loss_id: lossId,
    touch_id: touchId,
    on_day: dayOf(on),
    result,
    ask_again_on: again ?? null,
    noted_by: by,
    noted_at: at(`${on} 15:30`),
  })
}
