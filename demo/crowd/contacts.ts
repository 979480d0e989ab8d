import type { CustomerKind } from '#domain/customer/kind.ts'
import { addDays, type Day, weekdayOf } from '#domain/kernel/day.ts'
import type { Random } from '#domain/kernel/random.ts'
import { between, pick } from '../chance.ts'
import type { Told } from '../book.ts'
import { AS_OF } from '../moment.ts'

const TALK: Record<CustomerKind, readonly string[]> = {
  person: [
    '问候，近来都好',
    '问了套餐够不够用',
    '流量快用完，问怎么加',
    '孩子上大学，要一张新卡',
    '换手机后信号不稳，教了设置',
    '提醒合约日期',
    '宽带晚上有点慢，约了检测',
    '账单多了一笔，讲明是增值业务',
    '出差多，问了漫游',
    '给老人办了孝心档',
  ],
  group: [
    '对账',
    '专线巡检，一切正常',
    '新来的行政接手，认识一下',
    '问了明年预算',
    '会议室网络慢，约了勘察',
    '员工换卡名单',
    '发票抬头变更',
    '聊到要搬办公室',
    '机房备电到期，提醒更换',
    '新项目要临时专线',
  ],
  outlet: [
    '看了陈列，价签齐',
    '帮着盘了库存',
    '教店主网上订货',
    '新品上柜三条',
    '问了赶集那天的生意',
    '许可证快到期，提醒换证',
    '换了灯箱',
    '建议少订滞销规格',
    '说了真假烟识别',
    '核了扫码数',
  ],
}

const SAID = [
  '没什么事，你们挺负责的',
  '有事我打你电话',
  '别老打电话，发个消息就行',
  '这个月账单对得上',
  '上次说的事办好了',
  '要能再便宜点就好了',
  '信号比去年好',
  '你是小姑娘那位吧，记得你',
  '忙，改天说',
  '谢谢惦记',
]

const PROMISED = [
  ['把账单明细发过去', 'send'],
  ['查清楚回电', 'call'],
  ['约师傅上门看看', 'visit'],
  ['把报价发过去', 'reply'],
  ['退回多扣的费用', 'refund'],
  ['送一份新的资费表', 'deliver'],
  ['信号问题请网络部看', 'fix'],
] as const

type Habit = {
  kind: CustomerKind
  /** Days between contacts, about. */
  every: number
  /** Days since the last one. */
  quiet: number
  /** Share of contacts in which something was promised, and of promises kept. */
  promises: number
  kept: number
}

/** A year of ordinary contacts, back from the last one, with what was promised in them. */
export const yearOfContacts = (random: Random, told: Told, { kind, every, quiet, promises, kept }: Habit): void => {
  const [call, face] = kind === 'person' ? (['call', 'hall'] as const) : (['call', 'visit'] as const)
  for (let ago = quiet; ago < 365; ago += Math.max(6, Math.round(every * (0.6 + 0.8 * random())))) {
    const day = workdayBefore(addDays(AS_OF, -ago))
    const time = `${String(between(random, 9, 16)).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}`
    const passive = random() < 0.3
    const missed = !passive && ago !== quiet && random() < 0.14
    told.touch(`${day} ${time}`, {
      channel: random() < (kind === 'outlet' ? 0.8 : kind === 'group' ? 0.45 : 0.12) ? face : call,
      ...(passive ? { passive: true as const } : {}),
      ...(missed ? { outcome: pick(random, ['no_answer', 'busy', 'off'] as const) } : {}),
      purpose: pick(random, ['service', 'service', 'care', 'care', 'sales']),
      minutes: between(random, 2, kind === 'person' ? 9 : 35),
      ...(missed ? {} : { note: pick(random, TALK[kind]) }),
      ...(!missed && random() < 0.35 ? { said: pick(random, SAID) } : {}),
    })
    if (!missed && random() < promises && ago > 14) promised(random, told, day, time, kept)
  }
}

const promised = (random: Random, told: Told, day: Day, time: string, kept: number): void => {
  const [what, kind] = pick(random, PROMISED)
  const due = workdayBefore(addDays(day, between(random, 2, 9)))
  if (due <= day) return
  const made = `${day} ${time}`
  if (random() < kept) {
    const done = `${workdayBefore(addDays(due, -between(random, 0, 1)))} 16:30`
    if (done > made) told.promise(what, { made, due: `${due} 18:00`, kind, kept: done, told: done })
    return
  }
  const found = `${workdayBefore(addDays(due, 3))} 09:20`
  told.promise(what, { made, due: `${due} 18:00`, kind, broken: found, ...(random() < 0.6 ? { told: found } : {}) })
}

export const workdayBefore = (day: Day): Day => {
  const past = weekdayOf(day) - 5
  return past > 0 ? addDays(day, -past) : day
}
