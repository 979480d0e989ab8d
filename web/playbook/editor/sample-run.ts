import type { Language } from '#domain/kernel/said.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { CustomerKind, Direction, Playbook } from '#domain/playbook/definition.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { zh } from './messages.zh.ts'
import type { RunRead } from '../use-run.ts'

/** What a rehearsal is held as. */
export type Setting = { kind: CustomerKind; direction: Direction; met: 'first' | 'familiar' }

type Who = {
  staffId: string
  staffName: string
  runId: string
  at: Date
  today: Day
  words: typeof zh.preview
  language: Language
}

/** A contact with somebody invented, of whom everything a line may name is known. Nothing of it is ever sent. */
export const sampleRun = (playbook: Playbook, { kind, direction, met }: Setting, who: Who): RunRead => {
  const { staffId, staffName, runId, at, today, words } = who
  const startedAt = at.toISOString()
  const started = {
    type: 'started' as const,
    id: runId,
    runId,
    actor: staffId,
    at: startedAt,
    sequence: 1,
    playbook: { id: playbook.id, version: playbook.version, hash: '' },
    customerId: runId,
    direction,
    customerKind: kind,
    stage: 'use' as const,
    skill: 'new' as const,
    lastOutcome: null,
  }
  return {
    id: runId,
    direction,
    channel: playbook.channels?.[0] ?? 'call',
    purpose: 'service',
    occasions: [],
    startedAt,
    finishedAt: null,
    staff: { id: staffId, name: staffName },
    customer: { id: runId, name: words.names[kind], kind, calledBy: words.called[kind] },
    person: null,
    phone: null,
    revealed: false,
    playbook,
    slots: [
      { day: addDays(today, 1), time: '10:00' },
      { day: addDays(today, 2), time: '15:00' },
    ],
    facts: { ...factsFor(staffName), address: words.called[kind] },
    uses: 0,
    contacts: met === 'first' ? 0 : 3,
    expectations: 0,
    suggestions: [{ id: runId, what: words.suggestion, why: words.suggestionWhy }],
    override: null,
    events: [started],
  }
}

const factsFor = (manager: string): KnownFacts => ({
  'manager.name': manager,
  'manager.shortName': manager,
  'manager.phone': '13000100000',
  'company.name': { zh: '云川分公司', en: 'Yunchuan branch' },
  holiday: { zh: '元旦', en: "New Year's Day" },
  'customer.years': { zh: '八年', en: 'eight years' },
  'lastTouch.day': { zh: '上周四', en: 'last Thursday' },
  'lastTouch.about': { zh: '宽带慢', en: 'the slow line' },
  'keptPromise.what': { zh: '换光猫', en: 'the new modem' },
  'keptPromise.day': { zh: '周五', en: 'Friday' },
  'openPromise.what': { zh: '查清那笔扣费', en: 'finding out about that charge' },
  'openPromise.day': { zh: '明天', en: 'tomorrow' },
  'openPromise.by': { zh: '明天之内', en: 'by tomorrow evening' },
  'duePromise.what': { zh: '给您回话', en: 'calling you back' },
  'duePromise.by': { zh: '今天之内', en: 'by this evening' },
  'product.name': { zh: '家庭套餐', en: 'family plan' },
  'matter.what': { zh: '上月多出的一笔费用', en: 'a charge last month' },
  'matter.amount': { zh: '38元', en: '¥38' },
  'matter.day': { zh: '11月3日', en: '3 November' },
  'matter.cause': { zh: '漫游时没换套餐', en: 'the plan was not changed while roaming' },
  'need.what': { zh: '孩子上网课', en: "a child's online lessons" },
  'expectation.first': { zh: '当天说清楚', en: 'an answer the same day' },
  'expectation.offer': { zh: '今天下午回您电话', en: 'a call this afternoon' },
  'promise.what': { zh: '下午回电', en: 'a call this afternoon' },
  'promise.when': { zh: '今天之内', en: 'by this evening' },
  'followUp.when': { zh: '下周三', en: 'next Wednesday' },
  'aim.why': { zh: '合约下月到期', en: 'your contract ends next month' },
  'aim.gives': { zh: '少跑一趟营业厅', en: 'one trip to the hall less' },
  'slot.first': { zh: '明天上午十点', en: 'tomorrow at 10 am' },
  'slot.second': { zh: '后天下午三点', en: 'the day after at 3 pm' },
  'retry.when': { zh: '今天下午四点', en: 'today at 4 pm' },
  'appointment.when': { zh: '明天上午十点', en: 'tomorrow at 10 am' },
  'appointment.place': { zh: '您单位一楼', en: 'the ground floor of your office' },
  'subject.what': { zh: '老客户茶会', en: 'the tea party' },
  'subject.day': { zh: '周六', en: 'Saturday' },
  'subject.place': { zh: '城北营业厅二楼', en: 'upstairs at the north hall' },
  'former.name': '马超群',
  'delivery.day': { zh: '周三', en: 'Wednesday' },
  'market.day': { zh: '周四', en: 'Thursday' },
})
