import type { Words } from '#domain/kernel/said.ts'
import { clockText } from '#domain/kernel/zone.ts'
import type { GateFacts } from './contact-gate.ts'
import type { Outcome } from './outcome.ts'
import type { PromiseKind } from './promise.ts'

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
  'gate.often': ({ purpose, times, days }) => `${days} 天内已做过 ${times} 次${purposes[purpose] ?? purpose}。`,
  'gate.survey': ({ days }) => `做过长问卷后 ${days} 天内不做产品推荐。`,
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

export const promiseKindNames: Record<PromiseKind, string> = {
  call: '回电',
  visit: '上门',
  reply: '答复',
  refund: '退费',
  deliver: '送货',
  send: '发送资料',
  fix: '办理',
  other: '其他',
}
