import type { CustomerKind } from '#domain/customer/kind.ts'
import { addDays, addMonths, type Day } from '#domain/kernel/day.ts'
import type { Random } from '#domain/kernel/random.ts'
import { addWorkingMinutes, usualHours } from '#domain/kernel/working-hours.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { Told } from '../book.ts'
import { between, chanceOf, pick } from '../chance.ts'
import { at } from '../moment.ts'
import { idOf } from '../rows.ts'
import { workdayBefore } from './contacts.ts'

type Grievance = { what: string; said: string; answer: string }

const grievances: Record<Exclude<CustomerKind, 'outlet'>, readonly Grievance[]> = {
  person: [
    { what: '账单多出一笔', said: '这笔我没开过，怎么就扣了', answer: '是试用到期转收费，已退回并关掉。' },
    { what: '流量提醒太晚', said: '超了才发短信，有什么用', answer: '提醒线改到八成，超出的部分已减免。' },
    { what: '宽带晚上掉线', said: '一到晚上就断，孩子上不了课', answer: '师傅换了光猫，连看三晚没有再断。' },
    { what: '家里信号弱', said: '站到阳台才打得通', answer: '装了室内小站，回访说好多了。' },
    { what: '师傅没有按时上门', said: '请了半天假等，没人来', answer: '改约到周六上午，按时到了。' },
    { what: '换档没有生效', said: '上月就说换好了，账单还是老的', answer: '补办生效，多收的已退回。' },
  ],
  group: [
    { what: '专线两次中断', said: '停一个钟头，产线就少一班活', answer: '换了光模块，加了夜间巡检。' },
    { what: '发票抬头开错', said: '财务退回来两回了', answer: '已红冲重开，抬头存进了档案。' },
    { what: '新号码开通慢', said: '人都入职了，卡还没到', answer: '三天内补齐，以后提前两天备卡。' },
    { what: '账单和合同对不上', said: '合同写的不是这个数', answer: '资费录错，已按合同改正并退差额。' },
  ],
}

/** The complaints of the half-year up to a day, as many as the billing system counts: each came in, was answered and closed. Answers with their days. */
export const complained = (
  random: Random,
  told: Told,
  kind: keyof typeof grievances,
  until: Day,
  count: number,
): Day[] => {
  const days: Day[] = []
  for (let i = 0; i < count; i += 1) {
    const { what, said, answer } = pick(random, grievances[kind])
    const day = workdayBefore(addDays(until, -between(random, 14, 175)))
    days.push(day)
    const time = `${String(between(random, 9, 16)).padStart(2, '0')}:${String(between(random, 10, 50))}`
    const wait = between(random, 0, 4)
    const opened = `${day} ${time}`
    const course = courseOf(chanceOf(`course ${told.id} ${opened}`), opened, wait)
    told.touch(opened, { passive: true, purpose: 'complaint', minutes: between(random, 4, 12), said })
    const handed = handedOn(chanceOf(`handed ${told.id} ${opened}`), course, { what, said, opened, of: told.id })
    const caseId = told.opens(what, {
      kind: 'complaint',
      opened,
      said,
      answer,
      ...course,
      ...handed?.facts,
      ...(random() < 0.6
        ? {
            asked: `${addDays(day, wait + 3)} 10:30`,
            felt: pick(random, ['满意', '还行', '说得清楚', '等得久了点', '没有用']),
          }
        : {}),
    })
    if (handed) told.handsOver(handed.what, { ...handed.over, case: caseId })
  }
  return days
}

type Course = ReturnType<typeof courseOf>

/** Two in five of those that were heard take another department two days: mostly with a word on how it goes, sometimes without [S-44]. */
const handedOn = (
  random: Random,
  { answered, tries }: Course,
  { what, said, opened, of }: { what: string; said: string; opened: string; of: string },
) => {
  if (random() >= 0.4 || tries !== undefined) return null
  const later = (hours: number): string => written(new Date(at(answered).getTime() + hours * 3_600_000))
  const id = idOf(`handing ${of} ${opened}`)
  const to = /账|换档|发票|提醒/.test(what) ? 'peng' : 'donglin'
  const parts = { event: what, demand: said, problem: '要在后台查一遍才知道', measure: '查清原因，两天内回话' }
  const asked = written(addWorkingMinutes(at(opened), 35, time).at)
  return {
    what: Object.values(parts).join('\n'),
    facts: {
      handings: [{ id, to, at: asked, ...parts }],
      told: random() < 0.65 ? [[later(22), '查到了一半，明天给您准话'] as const] : [],
      closed: later(49),
    },
    over: { id, to, asked, due: later(48), answered: later(40), answer: '原因查到了，已经改好。' },
  }
}

const time = { hours: usualHours, timeZone: 'Asia/Shanghai' }

/** Branch wall time of an instant, as stories write it. */
const written = (instant: Date): string => {
  const { day, minute } = wallClockAt(instant, 'Asia/Shanghai')
  return `${day} ${clockText(minute)}`
}

/** How it went: mostly answered within the four hours, the restatement mostly confirmed, sometimes two ways; one in eight never said that it was settled. */
const courseOf = (random: Random, opened: string, wait: number) => {
  const from = at(opened)
  const after = (minutes: number): string => written(addWorkingMinutes(from, minutes, time).at)
  const toAnswer = wait < 3 ? between(random, 40, 230) : between(random, 300, 420 * wait)
  const answered = after(toAnswer)
  const careful = random() < 0.72
  const closed = after(toAnswer + between(random, 200, 900))
  const unheard = random() < 0.12
  const daysOn = (days: number): string => written(new Date(at(answered).getTime() + days * 86_400_000))
  return {
    answered,
    steps: {
      listened: after(between(random, 4, 9)),
      ...(random() < 0.85 ? { analysed: after(between(random, 10, 16)) } : {}),
      ...(careful ? { understood: after(between(random, 17, 20)), restated: after(between(random, 21, 30)) } : {}),
      ...(random() < 0.7 ? { offered: answered } : {}),
    },
    ...(careful ? {} : { early: '客户赶时间，先答复' }),
    ways: random() < 0.55 ? 2 : 1,
    closed: unheard ? daysOn(3) : closed,
    ...(unheard
      ? {
          tries: [
            [daysOn(1), 'none'],
            [daysOn(2), 'none'],
            [daysOn(3), 'none'],
          ] as const,
        }
      : {}),
  }
}

/** How many of these days lie in the half-year up to a day: what the billing system would have counted then. */
export const inHalfYearTo = (day: Day, days: readonly Day[]): number => {
  const from = `${addMonths(day.slice(0, 7), -6)}${day.slice(7)}`
  return days.filter((each) => each > from && each <= day).length
}
