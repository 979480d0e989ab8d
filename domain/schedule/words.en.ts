import type { Words } from '#domain/kernel/said.ts'
import type { AppointmentRefusalFacts, AppointmentState, Punctuality } from './appointment.ts'

export const appointmentStateNames: Record<AppointmentState, string> = {
  agreed: 'Agreed',
  arrived: 'Arrived',
  done: 'Met',
  cancelled: 'Cancelled',
  missed: 'Did not meet',
}

export const punctualityNames: Record<Punctuality, string> = {
  early: 'early',
  onTime: 'on time',
  toldLate: 'later, as announced',
  late: 'late',
}

export const appointmentRefusals: Words<AppointmentRefusalFacts> = {
  'appointment.over': ({ state }) =>
    `This appointment is over (${(appointmentStateNames[state as AppointmentState] ?? state).toLowerCase()}); make a new one to meet again.`,
  'appointment.backward': () => 'The end comes after the beginning, and the new time after the old one.',
  'appointment.reason': () => 'Give the reason in one line, so that it can be told when the customer asks.',
}
