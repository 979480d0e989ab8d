import type { Words } from '#domain/kernel/said.ts'
import type { LeavingWay, LossFacts, ReturnResult, WinBackTask } from './loss.ts'

export const lossEn: Words<LossFacts> = {
  'loss.notYet': ({ on }) => `${on} is still ahead; note it on the day.`,
  'loss.longAgo': ({ on, days }) => `${on} is more than ${days} days ago; it is no longer noted.`,
  'loss.gone': ({ since }) => `Already noted as having left on ${since}.`,
  'loss.notGone': () => 'The customer has come back; there is no visit to note.',
  'loss.talked': ({ on }) => `They were visited for it on ${on}, so it stands; if they came back, note that.`,
  'loss.settled': () => 'Only what one noted oneself, today, can be taken back.',
  'loss.before': ({ left }) => `The customer left on ${left}; the talk comes after that.`,
  'loss.askedBefore': ({ on }) => `The day to ask again lies after ${on}.`,
}

export const leavingWayNames: Record<LeavingWay, string> = {
  ported: 'moved to another provider',
  closed: 'ended it',
  lapsed: 'ran out, not renewed',
  ended: 'moved away or closed down',
}

export const returnNames: Record<ReturnResult, string> = {
  unreached: 'not reached',
  no: 'not coming back',
  later: 'another time',
  back: 'came back',
}

/** What stands on Today and on the customer's page. */
export const winBackTaskWords: Record<WinBackTask, string> = {
  first: 'Ask after a customer who left: hear why, no persuading',
  again: 'They said one may ask again: say hello',
  retry: 'Not reached last time: try once more',
}
