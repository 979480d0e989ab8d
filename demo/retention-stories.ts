import type { CustomerKind } from '#domain/customer/kind.ts'
import type { SignalFacts } from '#domain/churn/facts.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { CaseHappening, CaseSignal, GivenOffer } from '#domain/retention/case-event.ts'
import type { NotedReason, ReasonId } from '#domain/retention/case-reason.ts'
import type { OfferWay } from '#domain/retention/way.ts'
import { staffId } from './people.ts'
import { idOf } from './rows.ts'

type Hope = { what: string; can: 'can' | 'partly' | 'cannot' | null; agreed: string | null }

/** One retention case. Money in yuan a year; times by the branch's clock. */
export type KeepStory = {
  name: string
  who: [manager: string, kind: CustomerKind, place: number]
  by?: string
  from: CaseSignal['from']
  words: string
  signs: CaseSignal['said']
  chance: number | null
  atRisk: number
  opened: string
  due: string
  hopes?: readonly Hope[]
  steps: readonly [when: string, happening: CaseHappening, by?: string][]
}

const offer = (offerId: string, zh: string, en: string, way: OfferWay, cost: number, benefit: number): GivenOffer => ({
  offerId,
  name: { zh, en },
  way,
  cost: cost * 100,
  benefit: benefit * 100,
  addsTermMonths: 0,
  termAgreed: false,
  openTo: 'alike',
})

const smaller = offer('plan-that-fits', '按用量换小一档套餐', 'A smaller plan that fits the use', 'fit', 0, 240)
const difference = offer(
  'plan-difference',
  '换档差价补三个月',
  'Three months of the difference between plans',
  'fit',
  180,
  360,
)
const family = offer('family-bundle', '家里三个号码合着用', 'Three numbers of one family, shared', 'bundle', 480, 960)
const visit = offer(
  'signal-visit',
  '上门测信号，能装的当天装',
  'A signal check at home, fitted the same day where it can be',
  'service',
  120,
  120,
)
const person = offer(
  'one-person',
  '专人一管到底，三天一回话',
  'One person who sees it through and calls every three days',
  'care',
  0,
  0,
)

const talk = (direction: 'outbound' | 'inbound' = 'outbound'): CaseHappening => ({
  type: 'talked',
  touch: null,
  direction,
  reached: true,
  about: 'staying',
})

const said = (reason: ReasonId, words: string, voice: NotedReason['voice'] = 'customer'): CaseHappening => ({
  type: 'reasonsNoted',
  reasons: [{ reason, voice, words }],
})

const made = (name: string, given: GivenOffer): CaseHappening => ({
  type: 'offered',
  offering: idOf(`offering ${name}`),
  offer: given,
})

const replied = (name: string, reply: 'accepted' | 'declined' | 'thinking', words: string): CaseHappening => ({
  type: 'replied',
  offering: idOf(`offering ${name}`),
  reply,
  words,
})

/** A sign as the warning keeps it: whether somebody can change it beside its facts. */
const sign = (said: Said<SignalFacts>, changeable: boolean) => ({ ...said, changeable, weight: 10 })

/** Two not reached, two being understood, one thinking, one waiting for a lead, one agreed, one to follow up, one to learn from, two that taught. */
export const keepStories: readonly KeepStory[] = [
  {
    name: 'the quiet quarter',
    who: ['han', 'person', 11],
    by: 'gu',
    from: 'model',
    words: '',
    signs: [
      sign({ code: 'signal.silent', params: { months: 2, since: '2026-09' } }, true),
      sign({ code: 'signal.no_contact', params: { day: '2026-08-12', days: 102 } }, true),
    ],
    chance: 0.41,
    atRisk: 1240,
    opened: '11-23 09:05',
    due: '11-23 15:35',
    steps: [],
  },
  {
    name: 'left over the weekend',
    who: ['ma', 'person', 10],
    by: 'gu',
    from: 'colleague',
    words: '营业厅的同事说，客户来打过半年的话费明细',
    signs: [sign({ code: 'signal.contract', params: { days: 12, day: '2026-12-05' } }, true)],
    chance: 0.33,
    atRisk: 860,
    opened: '11-18 10:20',
    due: '11-20 10:20',
    steps: [],
  },
  {
    name: 'the same price everywhere',
    who: ['xu', 'person', 12],
    from: 'customer',
    words: '别家说一样的钱多十个 G，我去问问也行吧',
    signs: [],
    chance: 0.27,
    atRisk: 640,
    opened: '11-23 08:50',
    due: '11-23 10:50',
    steps: [['11-23 09:20', talk('inbound')]],
  },
  {
    name: 'too much for what is used',
    who: ['xu', 'person', 13],
    from: 'model',
    words: '',
    signs: [sign({ code: 'signal.no_contact', params: { day: '2026-09-02', days: 78 } }, true)],
    chance: 0.36,
    atRisk: 980,
    opened: '11-19 09:10',
    due: '11-19 15:40',
    hopes: [
      { what: '每月别超过 60 块', can: 'partly', agreed: null },
      { what: '换了套餐号码别变', can: 'can', agreed: '号码不变，下月一号起换' },
    ],
    steps: [
      ['11-19 14:30', talk()],
      ['11-19 14:38', said('price', '一个月用不了一半，白花钱')],
      ['11-20 10:10', made('too much', difference)],
      ['11-20 10:12', replied('too much', 'thinking', '跟家里商量一下，周二给你说')],
    ],
  },
  {
    name: 'three numbers of one home',
    who: ['han', 'person', 12],
    from: 'customer',
    words: '我们家三个号一年三千多，别人家一半就够',
    signs: [sign({ code: 'signal.competitor', params: { day: '2026-11-15', days: 5, name: '邻居用的那家' } }, false)],
    chance: 0.48,
    atRisk: 3100,
    opened: '11-20 15:00',
    due: '11-20 17:00',
    hopes: [{ what: '三个号放在一起算', can: null, agreed: null }],
    steps: [
      ['11-20 16:10', talk('inbound')],
      ['11-20 16:18', said('rivalPrice', '邻居三个号一个月才一百六')],
      [
        '11-23 09:15',
        {
          type: 'approvalAsked',
          offering: idOf('offering three numbers'),
          offer: family,
          why: '用了十一年，三个号都在我们这里，合起来正合适',
        },
      ],
    ],
  },
  {
    name: 'the lift without signal',
    who: ['zhou', 'person', 10],
    from: 'customer',
    words: '电梯里一年没信号了，反映过没人管',
    signs: [sign({ code: 'signal.promise_broken', params: { day: '2026-10-28', promises: 1 } }, true)],
    chance: 0.39,
    atRisk: 760,
    opened: '11-12 11:00',
    due: '11-12 15:30',
    hopes: [{ what: '电梯里能打电话', can: 'can', agreed: '本周五前装好小基站，装完来电说一声' }],
    steps: [
      ['11-12 11:20', talk('inbound')],
      ['11-12 11:25', said('promise', '上次说三天，三个礼拜都没来')],
      ['11-12 11:40', made('lift', visit)],
      ['11-12 11:42', replied('lift', 'accepted', '来了再说')],
      ['11-13 09:00', { type: 'spendNoted', offering: idOf('offering lift'), line: '上门测一次，电梯装一个小基站' }],
      ['11-13 09:30', { type: 'agreed', wording: '周五前装好，装完来电说一声', promises: [] }],
    ],
  },
  {
    name: 'the manager who left',
    who: ['lin', 'person', 12],
    from: 'model',
    words: '',
    signs: [sign({ code: 'signal.manager_changed', params: { day: '2026-10-09', days: 31 } }, true)],
    chance: 0.29,
    atRisk: 1520,
    opened: '11-09 09:00',
    due: '11-09 15:30',
    steps: [
      ['11-09 10:30', talk()],
      ['11-09 10:41', said('contactLeft', '换了三个人，每次都从头说')],
      ['11-09 10:50', made('manager', person)],
      ['11-09 10:52', replied('manager', 'accepted', '那就认你一个')],
      ['11-09 11:05', { type: 'agreed', wording: '往后只找林晓岚，三天一回话', promises: [] }],
      ['11-18 09:20', { type: 'ended', outcome: 'stayed', on: '2026-11-18' }],
    ],
  },
  {
    name: 'the plan for two',
    who: ['wu', 'person', 11],
    from: 'rule',
    words: '',
    signs: [sign({ code: 'signal.contract', params: { days: 5, day: '2026-10-30' } }, true)],
    chance: 0.31,
    atRisk: 540,
    opened: '10-22 09:30',
    due: '10-26 09:30',
    steps: [
      ['10-22 15:10', talk()],
      ['10-22 15:20', said('cheaper', '退休了，能省就省')],
      ['10-22 15:31', made('two', smaller)],
      ['10-22 15:33', replied('two', 'accepted', '这个够用')],
      ['10-22 15:40', { type: 'agreed', wording: '下月起换小一档，不再加合约', promises: [] }],
      ['11-02 09:30', { type: 'ended', outcome: 'smaller', on: '2026-11-02' }],
      ['11-19 10:10', { type: 'followedUp', holds: true, words: '够用，账单看得懂了' }],
    ],
  },
  {
    name: 'the bill nobody explained',
    who: ['zhou', 'person', 12],
    from: 'customer',
    words: '账单我看不懂，不想再猜了',
    signs: [],
    chance: 0.44,
    atRisk: 1180,
    opened: '10-08 10:00',
    due: '10-08 14:00',
    steps: [
      ['10-08 10:30', said('price', '看着像嫌贵', 'manager')],
      ['10-08 11:00', talk('inbound')],
      ['10-08 11:08', said('service', '问了三回，三个说法')],
      ['10-08 11:20', made('bill', person)],
      ['10-08 11:22', replied('bill', 'accepted', '有个人管就行')],
      ['10-08 11:30', { type: 'agreed', wording: '每月账单出来当天，周宁打电话讲一遍', promises: [] }],
      ['10-15 09:10', { type: 'ended', outcome: 'stayed', on: '2026-10-15' }],
      ['11-04 10:00', { type: 'followedUp', holds: true, words: '讲了一次就明白了，不用每月打' }],
      ['11-04 10:20', { type: 'learnt', lesson: '客户说贵，先把账单讲一遍再谈价钱', reason: 'service', propose: true }],
    ],
  },
  {
    name: 'the move to another city',
    who: ['wu', 'person', 13],
    from: 'model',
    words: '',
    signs: [sign({ code: 'signal.silent', params: { months: 3, since: '2026-07' } }, false)],
    chance: 0.58,
    atRisk: 720,
    opened: '10-12 09:00',
    due: '10-12 15:30',
    steps: [
      ['10-12 10:00', talk()],
      ['10-12 10:08', said('moved', '孩子在省城，搬过去住了')],
      ['10-19 10:00', talk()],
      ['10-19 10:15', { type: 'wayOutAsked' }],
      ['10-19 10:16', { type: 'wayOutShown', how: 'said' }],
      [
        '10-19 10:30',
        { type: 'letGo', why: 'attemptsUsed', words: '您搬过去方便要紧，号码怎么走我帮您问好，随时欢迎回来' },
      ],
      ['10-26 09:00', { type: 'ended', outcome: 'left', on: '2026-10-26' }],
      ['11-02 09:40', { type: 'followedUp', holds: true, words: '办得快，还谢谢我们' }],
      ['11-02 10:00', { type: 'learnt', lesson: '搬走的不用劝，办得快就是口碑', reason: 'moved', propose: false }],
    ],
  },
  {
    name: 'the shop that orders less',
    who: ['lu', 'outlet', 6],
    by: 'hewen',
    from: 'colleague',
    words: '连着三周订得少，送货的老劳说货架空了一半',
    signs: [],
    chance: null,
    atRisk: 2200,
    opened: '11-20 09:30',
    due: '11-23 10:30',
    hopes: [{ what: '送货别赶在早市', can: null, agreed: null }],
    steps: [
      ['11-20 14:40', talk()],
      ['11-20 14:52', { type: 'handedOver', to: staffId('hewen'), why: '涉及两条线的送货，请主任出面' }],
      ['11-20 16:30', { type: 'handedOver', to: staffId('lu'), why: '线路谈好了，接着谈' }, 'hewen'],
    ],
  },
]
