import type { Words } from '#domain/kernel/said.ts'
import type { Role } from './role.ts'
import type { StaffFacts } from './staffing.ts'

export const roleNames: Record<Role, string> = {
  manager: 'Customer manager',
  vip_desk: 'VIP desk',
  lead: 'Team lead',
  trainer: 'Trainer',
  admin: 'Administrator',
  collaborator: 'Collaborator',
}

export const staffEn: Words<StaffFacts> = {
  'staff.last_admin': ({ name }) =>
    `${name} is the last administrator. Make somebody else one first, then change this person.`,
  'staff.yourself': () => 'You cannot deactivate yourself; ask another administrator.',
  'departure.keeps': ({ name, customers }) =>
    `${name} still keeps ${customers} ${customers === 1 ? 'customer' : 'customers'}. Hand over first, so that nobody is left alone.`,
  'departure.gone': ({ name }) => `${name} has left already.`,
  'departure.noOwner': ({ customers }) =>
    `${customers} ${customers === 1 ? 'customer has' : 'customers have'} no backup to take over: name a colleague.`,
  'password.common': () =>
    'This password is on the list that is tried first, also with figures added. Three or four words that have nothing to do with each other are easy to keep and hard to guess.',
  'password.pattern': () =>
    'This password repeats itself or runs along the keyboard. Put three or four unrelated words together instead.',
  'password.digits': () => 'Figures only look like a telephone number or a birthday. Please add letters or words.',
  'password.own': () =>
    'Little is left of it besides the staff number, the name and the branch, which everybody knows. Please use other words.',
  'secondStep.on': () =>
    'Two-step sign-in is on already. For another phone, turn it off with a code first, then set it up again.',
  'secondStep.notBegun': () => 'Nothing has been begun yet; please enter your password first.',
  'secondStep.yourself': () => 'Please turn your own off in My settings, with a code.',
  'token.tooMany': ({ most }) => `${most} tokens at once are the most; please revoke one you no longer use.`,
  'unit.circle': ({ name, under }) => `“${under}” lies below “${name}”; it cannot be the other way round.`,
}
