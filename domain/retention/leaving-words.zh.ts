import type { Words } from '#domain/kernel/said.ts'
import type { DepartureFacts } from './departure.ts'
import type { WinBackFacts } from './win-back.ts'

const promisesZh = (promises: number): string => (promises === 0 ? '' : `，还有 ${promises} 条承诺没兑现`)

/** When a customer has left, and when a manager has. */
export const leavingZh: Words<WinBackFacts & DepartureFacts> = {
  'winBack.first': ({ leftOn, dueOn }) => `${leftOn} 离开，${dueOn} 前去看一看，问问哪里没做好。`,
  'winBack.again': ({ dueOn, named }) => (named ? `客户说 ${dueOn} 再联系。` : `${dueOn} 再问候一次。`),
  'winBack.retry': ({ dueOn, tries }) => `联系了 ${tries} 次没找到人，${dueOn} 再试。`,
  'winBack.back': ({ on }) => `${on} 回来了。`,
  'winBack.saidNo': ({ on }) => `${on} 客户说不回来，不再联系；客户来找，照样欢迎。`,
  'winBack.noContact': () => '客户不愿被联系，不再打扰。',
  'winBack.notReached': ({ tries }) => `联系了 ${tries} 次都没找到人，到此为止。`,
  'winBack.notOfValue': () => '不在回访范围，不用专门联系。',
  'departure.owner': ({ dueOn, promises }) => `${dueOn} 前要有人接手${promisesZh(promises)}。`,
  'departure.card': ({ dueOn, promises }) => `${dueOn} 前看交接卡${promisesZh(promises)}。`,
  'departure.told': ({ dueOn, promises }) => `${dueOn} 前告诉客户换了人${promisesZh(promises)}。`,
  'departure.revisited': ({ dueOn, promises }) => `${dueOn} 前见一面${promisesZh(promises)}。`,
  'departure.progress': ({ customers, owner, told, revisited }) =>
    `${customers} 户：已有人接手 ${owner} 户，已告知 ${told} 户，已见面 ${revisited} 户。`,
}
