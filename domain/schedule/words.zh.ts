import type { Words } from '#domain/kernel/said.ts'
import type { AppointmentState, AppointmentStep, AppointmentWay, Telling, VisitPurpose } from './appointment.ts'
import type { AppointmentRefusalFacts, Punctuality } from './move.ts'

export const appointmentStateNames: Record<AppointmentState, string> = {
  planned: '打算去',
  agreed: '已约好',
  arrived: '已到',
  done: '已见',
  cancelled: '已取消',
  missed: '没见成',
}

export const appointmentWayNames: Record<AppointmentWay, string> = { visit: '拜访', call: '通话' }

export const visitPurposeNames: Record<VisitPurpose, string> = {
  recommend: '介绍业务',
  contact: '联络感情',
  gift: '送礼品',
  business: '办业务',
  opinion: '听意见',
  complaint: '解决投诉',
}

/** What the customer has still to hear. */
export const tellingNames: Record<Telling, string> = {
  moved: '改了时间',
  late: '会晚到',
  cancelled: '取消了',
  missed: '没去成',
}

export const appointmentStepNames: Record<AppointmentStep['move'], string> = {
  made: '记下',
  agreed: '客户答应了',
  described: '改了内容',
  moved: '改时间',
  late: '会晚到',
  arrived: '到了',
  done: '见了',
  cancelled: '取消',
  missed: '没见成',
  told: '已告诉客户',
  undone: '撤回上一步',
}

export const punctualityNames: Record<Punctuality, string> = {
  early: '早到了',
  onTime: '准时',
  toldLate: '晚到，事先说过',
  late: '迟到',
}

export const appointmentRefusals: Words<AppointmentRefusalFacts> = {
  'appointment.over': ({ state }) =>
    `这个约定${appointmentStateNames[state as AppointmentState] ?? state}，要再见面请另约一次。`,
  'appointment.backward': () => '结束要晚于开始，新的时间要晚于原来的。',
  'appointment.tooLong': ({ hours }) => `一次见面不超过 ${hours} 小时，看看结束时间是不是写错了。`,
  'appointment.reason': () => '写一句原因，客户问起时说得清。',
  'appointment.nothingToTell': () => '没有要告诉客户的变动。',
  'appointment.alreadyAgreed': () => '客户已经答应过了。',
  'appointment.changedSince': () => '后来又有变动，撤不回了，请按现在的情况改。',
}
