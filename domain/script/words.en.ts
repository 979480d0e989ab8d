import type { FactKey } from '#domain/playbook/facts.ts'
import type { Words } from '#domain/kernel/said.ts'
import type { PitchFacts, PitchLine } from './pitch.ts'
import type { ScriptRole } from './moment.ts'

export const roleNames: Record<ScriptRole, string> = {
  opening: 'Opening',
  rightPerson: 'Right person',
  convenience: 'Good moment?',
  asksTime: 'Asking for a time',
  notice: 'Telling news',
  care: 'Caring',
  reminder: 'Reminding',
  confirms: 'Checking understanding',
  empathy: 'Empathy',
  refusal: 'When it cannot be done',
  offer: 'Offering',
  pitch: 'Pitch',
  objection: 'Doubts',
  absent: 'They are out',
  dropped: 'Line dropped',
  closing: 'Closing',
  apology: 'Apologising',
  thanks: 'Thanking',
}

export const pitchLineNames: Record<PitchLine, string> = {
  itIs: 'Put simply, it is …',
  suits: 'It suits …',
  afterUse: 'Once you use it …',
  example: 'For example … (half a line)',
}

export const pitchWords: Words<PitchFacts> = {
  'pitch.long': ({ line, by }) => `“${pitchLineNames[line as PitchLine]}” is ${by} too long to be heard to its end.`,
  'pitch.empty': () => 'It can be said once the product, the persona and all four lines are there.',
}

export const factNames: Record<FactKey, string> = {
  'manager.name': 'your name',
  'manager.shortName': 'your short name',
  'manager.phone': 'your number',
  'company.name': 'company',
  holiday: 'festival',
  address: 'form of address',
  'customer.years': 'years with us',
  'lastTouch.day': 'day of the last contact',
  'lastTouch.about': 'what it was about',
  'keptPromise.what': 'what was done',
  'keptPromise.day': 'the day it was done',
  'openPromise.what': 'what is still owed',
  'openPromise.day': 'due day',
  'openPromise.by': 'by when',
  'duePromise.what': 'what is due',
  'duePromise.by': 'by when',
  'product.name': 'product',
  'matter.what': 'the matter',
  'matter.amount': 'amount',
  'matter.day': 'day',
  'matter.cause': 'cause',
  'need.what': 'need',
  'expectation.first': 'what matters most',
  'expectation.offer': 'what we can do',
  'promise.what': 'what was promised',
  'promise.when': 'by when',
  'followUp.when': 'when we come back',
  'aim.why': 'why we come',
  'aim.gives': 'what it gives',
  'slot.first': 'first time',
  'slot.second': 'second time',
  'retry.when': 'when we ring again',
  'appointment.when': 'time agreed',
  'appointment.place': 'place agreed',
  'subject.what': 'the matter',
  'subject.day': 'day',
  'subject.place': 'place',
  'former.name': 'account manager before',
  'delivery.day': 'delivery day',
  'market.day': 'market day',
}
