import type { Words } from '#domain/kernel/said.ts'
import { clockText } from '#domain/kernel/zone.ts'
import type { GateFacts } from './contact-gate.ts'
import type { Outcome } from './outcome.ts'
import type { PromiseRefusalFacts, PromiseStanding, PromiseStep } from './promise-ledger.ts'
import type { TouchPurpose } from './touch.ts'

const purposes: Record<string, string> = {
  service: '服务联系',
  care: '关怀问候',
  invitation: '活动邀请',
  warning: '提醒',
  selling: '产品推荐',
  survey: '调查',
}

const channels: Record<string, string> = { call: '电话', message: '短信或消息', visit: '上门' }

export const gateWords: Words<GateFacts> = {
  'gate.consent': ({ purpose }) => `还没有征得同意，不做${purposes[purpose] ?? purpose}。`,
  'gate.refused': ({ purpose }) => `已表示不需要${purposes[purpose] ?? purpose}。`,
  'gate.channel': ({ channel }) => `不希望用${channels[channel] ?? channel}联系。`,
  'gate.disturb': ({ until }) => (until === null ? '已登记免打扰。' : `已登记免打扰，到 ${until} 为止。`),
  'gate.early': ({ from }) => `太早了，${clockText(from)} 以后再联系。`,
  'gate.late': ({ until }) => `${clockText(until)} 以后不打扰。`,
  'gate.noon': ({ from, to }) => `${clockText(from)}–${clockText(to)} 是午间休息时间。`,
  'gate.monday': ({ from }) => `周一上午多在开会，${clockText(from)} 以后再联系。`,
  'gate.often': ({ purpose, times, days, last }) =>
    `${days} 天内已做过 ${times} 次${purposes[purpose] ?? purpose}，最近一次是 ${last}。`,
  'gate.survey': ({ days }) => `做过长问卷后 ${days} 天内不做产品推荐。`,
  'gate.heldOut': ({ campaign, until }) =>
    `“${campaign}”的对照组，到 ${until} 看结果前不为它联系；承诺、投诉和客户自己要的事照常。`,
  'gate.leaveBe': ({ campaign, until }) => `“${campaign}”看出，这类联系反而让这样的客户离开，${until} 前不打扰。`,
}

export const outcomeNames: Record<Outcome, string> = {
  reached: '接通',
  no_answer: '无人接听',
  off: '关机',
  busy: '占线',
  refused: '拒接',
  wrong_person: '不是本人',
  empty_number: '空号',
}

export const promiseStandingNames: Record<PromiseStanding, string> = {
  open: '未到期',
  today: '今天到期',
  overdue: '已过期',
  kept: '已兑现',
  late: '晚了才兑现',
  broken: '没做到',
  withdrawn: '客户说不用了',
}

export const promiseMoveNames: Record<PromiseStep['move'], string> = {
  made: '承诺',
  kept: '兑现了',
  broken: '没做到',
  withdrawn: '客户说不用了',
  told: '告诉了客户',
  handedOver: '交给同事',
  postponed: '改期，已告诉客户',
  reopened: '重新打开',
  dayRestored: '改期撤回了',
}

const standings: Record<string, string> = { ...promiseStandingNames, open: '还开着' }

export const promiseRefusals: Words<PromiseRefusalFacts> = {
  'promise.settled': ({ state }) => `这条承诺${standings[state] ?? state}，要改请先重新打开。`,
  'promise.notSettled': () => '这条承诺还开着，不用重新打开。',
  'promise.reasonNeeded': () => '用一句话写明为什么没做到，再想想怎么告诉客户。',
  'promise.releaseNeeded': () => '写下客户的原话：客户说不用了，才能撤下。',
  'promise.tellFirst': () => '改期要先告诉客户：写下是怎么跟客户说的。',
  'promise.notLater': () => '新的日子要晚于原来的，也要晚于现在。',
  'promise.sameOwner': () => '请选另一位同事。',
  'promise.noKeeper': ({ name }) => `${name}接触不到这位客户，请另选一位同事。`,
  'promise.dayPast': () => '这一天已经过了，请选今天或以后的日子。',
  'promise.toldBeforeMade': () => '告诉客户的时间早于答应的时间，请改成实际告知的时间。',
}

export const purposeNames: Record<TouchPurpose, string> = {
  service: '服务',
  care: '关怀',
  sales: '推荐',
  survey: '调查',
  retention: '挽留',
  complaint: '投诉处理',
}
