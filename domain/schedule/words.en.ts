import type { Words } from '#domain/kernel/said.ts'
import type { AppointmentState, AppointmentStep, AppointmentWay, Telling, VisitPurpose } from './appointment.ts'
import type { AppointmentRefusalFacts, Punctuality } from './move.ts'

export const appointmentStateNames: Record<AppointmentState, string> = {
  planned: 'Planned',
  agreed: 'Agreed',
  arrived: 'Arrived',
  done: 'Met',
  cancelled: 'Cancelled',
  missed: 'Did not meet',
}

export const appointmentWayNames: Record<AppointmentWay, string> = { visit: 'Visit', call: 'Call' }

export const visitPurposeNames: Record<VisitPurpose, string> = {
  recommend: 'Recommend a service',
  contact: 'Keep in touch',
  gift: 'Bring a gift',
  business: 'Handle business',
  opinion: 'Ask for opinions',
  complaint: 'Settle a complaint',
}

/** What the customer has still to hear. */
export const tellingNames: Record<Telling, string> = {
  moved: 'Moved',
  late: 'We will be late',
  cancelled: 'Cancelled',
  missed: 'Did not take place',
}

export const appointmentStepNames: Record<AppointmentStep['move'], string> = {
  made: 'Noted',
  agreed: 'Customer agreed',
  described: 'Details changed',
  moved: 'Moved',
  late: 'Will be late',
  arrived: 'Arrived',
  done: 'Met',
  cancelled: 'Cancelled',
  missed: 'Did not meet',
  told: 'Customer told',
  undone: 'Last step taken back',
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
  'appointment.tooLong': ({ hours }) => `A meeting takes at most ${hours} hours; look at the end again.`,
  'appointment.reason': () => 'Give the reason in one line, so that it can be told when the customer asks.',
  'appointment.nothingToTell': () => 'There is no change the customer has to hear of.',
  'appointment.alreadyAgreed': () => 'The customer has agreed already.',
  'appointment.changedSince': () => 'It was changed since and cannot be taken back; change it as it stands now.',
}
