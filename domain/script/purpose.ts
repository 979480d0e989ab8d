import type { Moment, ScriptRole } from './moment.ts'

/** Why words are sent, as the contact gate weighs it. */
export type WordsPurpose = 'service' | 'care' | 'sales' | 'retention'

/** What is wished for, and what is owed: a greeting is ours to want, a notice the customer's to have. */
export const purposeOfMoment = (moment: Moment): WordsPurpose => {
  if (/^(?:festival|solar):/.test(moment)) return 'care'
  return momentPurposes[moment] ?? 'service'
}

const momentPurposes: Readonly<Partial<Record<Moment, WordsPurpose>>> = {
  birthday: 'care',
  anniversary: 'care',
  thanks: 'service',
  heat: 'care',
  cold: 'care',
  rain: 'care',
  snow: 'care',
  typhoon: 'care',
  eventInvite: 'sales',
  newProduct: 'sales',
  planCheck: 'service',
  retention: 'retention',
  winBack: 'retention',
}

export const purposeOfRoles = (roles: readonly ScriptRole[]): WordsPurpose => {
  if (roles.some((role) => role === 'offer' || role === 'pitch')) return 'sales'
  return roles.includes('care') ? 'care' : 'service'
}
