import type { CustomerKind } from '#domain/customer/kind.ts'
import type { SignalFacts } from '#domain/churn/facts.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { CaseHappening, CaseSignal, GivenOffer } from '#domain/retention/case-event.ts'
import type { NotedReason, ReasonId } from '#domain/retention/case-reason.ts'
import type { OfferWay } from '#domain/retention/way.ts'
import type { LossStory } from './losses.ts'
import { idOf } from './rows.ts'

type Hope = { what: string; can: 'can' | 'partly' | 'cannot' | null; agreed: string | null }

/** One retention case; `chance` is the model's on the day it was opened, where it spoke. Times by the branch's clock. */
export type KeepStory = {
  name: string
  who: [manager: string, kind: CustomerKind, place: number]
  by?: string
  from: CaseSignal['from']
  words: string
  signs: CaseSignal['said']
  chance: number | null
  opened: string
  due: string
  hopes?: readonly Hope[]
  /** Of who left: how it stands among the lost. */
  lost?: Omit<LossStory, 'id' | 'of'>
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

export const smaller = offer('plan-that-fits', '按用量换小一档套餐', 'A smaller plan that fits the use', 'fit', 0, 240)
export const difference = offer(
  'plan-difference',
  '换档差价补三个月',
  'Three months of the difference between plans',
  'fit',
  180,
  360,
)
export const family = offer(
  'family-bundle',
  '家里三个号码合着用',
  'Three numbers of one family, shared',
  'bundle',
  480,
  960,
)
export const visit = offer(
  'signal-visit',
  '上门测信号，能装的当天装',
  'A signal check at home, fitted the same day where it can be',
  'service',
  120,
  120,
)
export const person = offer(
  'one-person',
  '专人一管到底，三天一回话',
  'One person who sees it through and calls every three days',
  'care',
  0,
  0,
)

export const talk = (direction: 'outbound' | 'inbound' = 'outbound'): CaseHappening => ({
  type: 'talked',
  touch: null,
  direction,
  reached: true,
  about: 'staying',
})

export const said = (reason: ReasonId, words: string, voice: NotedReason['voice'] = 'customer'): CaseHappening => ({
  type: 'reasonsNoted',
  reasons: [{ reason, voice, words }],
})

export const made = (name: string, given: GivenOffer): CaseHappening => ({
  type: 'offered',
  offering: idOf(`offering ${name}`),
  offer: given,
})

export const replied = (name: string, reply: 'accepted' | 'declined' | 'thinking', words: string): CaseHappening => ({
  type: 'replied',
  offering: idOf(`offering ${name}`),
  reply,
  words,
})

/** A sign as the warning keeps it: whether somebody can change it beside its facts. */
export const sign = (said: Said<SignalFacts>, changeable: boolean) => ({ ...said, changeable, weight: 10 })
