import type { Words } from '#domain/kernel/said.ts'
import type { DepartureFacts } from './departure.ts'
import type { WinBackFacts } from './win-back.ts'

const promisesEn = (promises: number): string =>
  promises === 0 ? '' : `; ${promises} ${promises === 1 ? 'promise is' : 'promises are'} still open`

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** When a customer has left, and when a manager has. */
export const leavingEn: Words<WinBackFacts & DepartureFacts> = {
  'winBack.first': ({ leftOn, dueOn }) =>
    `Left on ${leftOn}. See them by ${dueOn} and ask what we could have done better.`,
  'winBack.again': ({ dueOn, named }) =>
    named ? `The customer asked to be contacted on ${dueOn}.` : `Say hello again on ${dueOn}.`,
  'winBack.retry': ({ dueOn, tries }) => `Tried ${times(tries)} and reached nobody; try again on ${dueOn}.`,
  'winBack.back': ({ on }) => `Came back on ${on}.`,
  'winBack.saidNo': ({ on }) => `Said no on ${on}; no more contact. When the customer comes, they are welcome.`,
  'winBack.noContact': () => 'The customer wants no contact; leave them in peace.',
  'winBack.notReached': ({ tries }) => `Tried ${times(tries)} and reached nobody; leave it there.`,
  'winBack.notOfValue': () => 'Outside the range that is revisited; no contact is needed.',
  'departure.owner': ({ dueOn, promises }) => `Somebody has to take over by ${dueOn}${promisesEn(promises)}.`,
  'departure.card': ({ dueOn, promises }) => `Read the handover card by ${dueOn}${promisesEn(promises)}.`,
  'departure.told': ({ dueOn, promises }) =>
    `Tell the customer by ${dueOn} who looks after them now${promisesEn(promises)}.`,
  'departure.revisited': ({ dueOn, promises }) => `Meet the customer by ${dueOn}${promisesEn(promises)}.`,
  'departure.progress': ({ customers, owner, told, revisited }) =>
    `${customers} customers: ${owner} taken over, ${told} told, ${revisited} met.`,
}
