import type { Words } from '#domain/kernel/said.ts'
import type { AppointmentRefusalFacts, AppointmentState, Punctuality } from './appointment.ts'

export const appointmentStateNames: Record<AppointmentState, string> = {
  agreed: '已约好',
  arrived: '已到',
  done: '已见',
  cancelled: '已取消',
  missed: '没见成',
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
  'appointment.reason': () => '写一句原因，客户问起时说得清。',
}
