import type { Id } from '#domain/kernel/id.ts'
import type { CareKind } from '#domain/touch/care.ts'
import { at, dayOf } from './moment.ts'
import { staffId } from './people.ts'
import type { Rows } from './rows.ts'

type Act = { of: string; by: string; at: string; kind: CareKind; line: string }
type Thanks = { of: string; on: string; words: string; to: readonly string[]; by: string }

/** What was done for customers of the stories besides their calls, one line each. */
const acts: readonly Act[] = [
  {
    of: '王慕云',
    by: 'lin',
    at: '06-12 16:30',
    kind: 'understand',
    line: '带毕业班，晚上在家给学生录课文，流量总不够用',
  },
  { of: '解小舟', by: 'lin', at: '09-18 15:25', kind: 'need', line: '要的不是便宜，是别为用不着的通话付钱' },
  { of: '解小舟', by: 'lin', at: '09-19 15:20', kind: 'solve', line: '两个人把三个月的用量摆在一起，挑了流量王那一档' },
  {
    of: '衡川精密制造',
    by: 'lin',
    at: '11-20 09:25',
    kind: 'understand',
    line: '夜班三条线都在赶货，断一分钟就要停线',
  },
  { of: '孙桂兰', by: 'lin', at: '11-17 14:25', kind: 'need', line: '不在乎那 18 元，要的是别等超了才知道' },
  {
    of: '李素珍',
    by: 'lin',
    at: '11-20 16:40',
    kind: 'understand',
    line: '问了三次没人讲明白，她要的是一个说得清的人',
  },
]

/** What customers said when they thanked somebody, as they said it. */
const thanks: readonly Thanks[] = [
  { of: '王慕云', on: '10-29', words: '够用了，学生都说听得清。小林你真把这当回事', to: ['lin'], by: 'lin' },
  { of: '解小舟', on: '11-04', words: '说少一百就是少一百，头一回有人先把丑话讲在前面', to: ['lin'], by: 'lin' },
  {
    of: '衡川精密制造',
    on: '11-14',
    words: '这下踏实了，替我谢谢来换备用电源的师傅',
    to: ['hansong', 'lin'],
    by: 'lin',
  },
]

/** A line of one's own: kept, or sent to the colleague it is about. */
const lines: readonly [by: string, to: string | null, at: string, line: string][] = [
  ['lin', 'hansong', '11-22 20:40', '谢谢韩松，礼拜天晚上还在改衡川的初稿'],
  ['han', 'lin', '11-20 17:50', '谢谢晓岚，我在外面的时候替我接了三个电话'],
  ['lin', null, '11-20 18:05', '谢谢我妈，这周天天去幼儿园接孩子'],
]

/** Care that was acted on, thanks that were said, and a few lines of thanks among colleagues. */
export const tellCare = (rows: Rows): void => {
  const customers = rows.all<{ id: Id; name: string }>('customer')
  const idOfCustomer = (name: string): Id => {
    const found = customers.find((one) => one.name === name)
    if (!found) throw new Error(`The branch has no customer ${name}`)
    return found.id
  }
  for (const { of, by, at: when, kind, line } of acts)
    rows.add('care_act', {
      id: rows.freshId(),
      customer_id: idOfCustomer(of),
      kind,
      line,
      promise_id: null,
      done_by: staffId(by),
      done_at: at(when),
    })
  for (const said of thanks) thanked(rows, idOfCustomer(said.of), said)
  for (const [by, to, when, line] of lines)
    rows.add('gratitude', {
      id: rows.freshId(),
      staff_id: staffId(by),
      to_id: to && staffId(to),
      line,
      written_at: at(when),
    })
  marketDayThanks(rows)
}

const thanked = (rows: Rows, customerId: Id, { on, words, to, by }: Omit<Thanks, 'of'>): void => {
  const id = rows.freshId()
  rows.add('thanks', {
    id,
    customer_id: customerId,
    words,
    said_on: dayOf(on),
    noted_by: staffId(by),
    noted_at: at(`${on} 17:20`),
  })
  for (const code of to) rows.add('thanks_to', { thanks_id: id, staff_id: staffId(code), seen_at: null })
}

/** The shop whose goods now come before the market thanks its manager and the driver's team. */
const marketDayThanks = (rows: Rows): void => {
  const shop = rows.all<{ what: string; customer_id: Id }>('service_case').find(({ what }) => what === '送货赶不上集')
  if (!shop) throw new Error('The branch has no complaint about the market day')
  rows.add('care_act', {
    id: rows.freshId(),
    customer_id: shop.customer_id,
    kind: 'solve',
    line: '和店主把集日和送货日摆在一张纸上，看哪几天要先送街上',
    promise_id: null,
    done_by: staffId('lu'),
    done_at: at('11-17 10:05'),
  })
  thanked(rows, shop.customer_id, { on: '11-20', words: '这个集卖得顺，多亏你们两头跑', to: ['lu', 'lao'], by: 'lu' })
}
