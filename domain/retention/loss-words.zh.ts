import type { Words } from '#domain/kernel/said.ts'
import type { LeavingWay, LossFacts, ReturnResult, WinBackTask } from './loss.ts'

export const lossZh: Words<LossFacts> = {
  'loss.notYet': ({ on }) => `${on} 还没到，到了那天再记。`,
  'loss.longAgo': ({ on, days }) => `${on} 已经是 ${days} 天以前的事，不再记进来。`,
  'loss.gone': ({ since }) => `已经记过 ${since} 离开。`,
  'loss.notGone': () => '客户已经回来了，不用再记回访。',
  'loss.talked': ({ on }) => `${on} 已经为这次离开回访过，不能当作没离开；回来了就记“回来了”。`,
  'loss.settled': () => '只有当天、自己记的可以撤回。',
  'loss.before': ({ left }) => `客户 ${left} 才离开，回访要在那以后。`,
  'loss.askedBefore': ({ on }) => `再联系的日子要在 ${on} 以后。`,
}

export const leavingWayNames: Record<LeavingWay, string> = {
  ported: '转去别家',
  closed: '办了退出',
  lapsed: '到期没续',
  ended: '搬走或停业',
}

export const returnNames: Record<ReturnResult, string> = {
  unreached: '没联系上',
  no: '不回来了',
  later: '以后再说',
  back: '回来了',
}

/** What stands on Today and on the customer's page. */
export const winBackTaskWords: Record<WinBackTask, string> = {
  first: '走了以后回访，只问原因，不劝',
  again: '客户说过可以再联系，问候一声',
  retry: '上次没联系上，再试一次',
}
