import type { Words } from '#domain/kernel/said.ts'
import type { GuestFacts, GuestState } from './guest.ts'
import type { GuestTaskCode } from './guest-task.ts'

const dayOf = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

export const guestWords: Words<GuestFacts> = {
  'event.calledOff': () => '这场活动不办了。',
  'event.over': ({ on }) => `活动是 ${dayOf(on)}，已经过去了。`,
  'event.notYet': ({ on }) => `活动是 ${dayOf(on)}，当天再记来没来。`,
  'event.full': ({ seats }) => `${seats} 个座位都有人了。等有人来不了再请，或多备座位。`,
  'guest.answered': () => '客户已经回过话了。',
  'guest.notExpected': () => '客户没说要来，不算没到。',
  'guest.told': () => '已经跟客户说过，不能悄悄划掉：客户不来，记“不来”。',
  'guest.listed': () => '名单上已经有了。',
}

export const guestStateNames: Readonly<Record<GuestState, string>> = {
  listed: '还没请',
  invited: '等回话',
  accepted: '说好来',
  declined: '不来',
  attended: '到了',
  absent: '没到',
}

/** What stands on Today and on the customer's page. */
export const guestTaskWords: Readonly<Record<GuestTaskCode, string>> = {
  invite: '请客户来活动',
  again: '活动改了，重新跟客户说',
  reply: '发过邀请，问一声来不来',
  receive: '活动当天：门口接，散场记来没来',
  after: '来过活动，问问感受',
  calledOff: '活动不办了，跟客户说一声',
}
