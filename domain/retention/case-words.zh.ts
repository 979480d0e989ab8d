import type { Words } from '#domain/kernel/said.ts'
import { authorityZh } from './offer-words.zh.ts'
import type { ClockKind } from './case-clock.ts'
import type { LetGoReason, Outcome } from './case-event.ts'
import type { ReasonId, ReasonSide } from './case-reason.ts'
import type { CaseFacts } from './case-refusal.ts'
import type { CaseStage, OfferingStanding } from './case-state.ts'
import { guardZh, lawZh } from './guard-words.zh.ts'

export const stageNames: Record<CaseStage, string> = {
  signalled: '有信号',
  dispatched: '已派单，待联系',
  understanding: '在了解',
  offering: '在商量',
  settled: '已说定，待结果',
  following: '待回访',
  learning: '待总结',
  closed: '已结束',
}

export const offeringNames: Record<OfferingStanding, string> = {
  asked: '待批',
  approved: '已批',
  refused: '没批',
  made: '已提出',
  accepted: '客户接受',
  declined: '客户不需要',
  thinking: '客户在考虑',
}

export const letGoNames: Record<LetGoReason, string> = {
  decided: '客户已经决定',
  attemptsUsed: '该谈的已经谈过',
  nothingFits: '我们没有合适的',
  better: '别处更适合客户',
  circumstances: '情况变了（搬走、停业等）',
}

export const outcomeNames: Record<Outcome, string> = { stayed: '留下', smaller: '留下，用得少了', left: '离开' }

export const clockNames: Record<ClockKind, string> = {
  dispatch: '派给谁',
  reach: '联系上客户',
  showWayOut: '讲清怎么办走',
  approve: '批复方案',
  line: '补写一行',
  settle: '谈出结果',
  end: '记下结果',
  followUp: '回访',
  learn: '写下学到什么',
}

export const sideNames: Record<ReasonSide, string> = { operator: '我们这边', competitor: '别家', customer: '客户自己' }

export const reasonNames: Record<ReasonId, string> = {
  quality: '信号或产品质量',
  service: '服务没跟上',
  price: '资费不合适',
  outdated: '产品没有更新',
  promise: '答应的没做到',
  rivalPrice: '别家更优惠',
  rivalProduct: '别家的产品更合适',
  rivalService: '别家的服务更好',
  unmetNeed: '需要的没有满足',
  cheaper: '想节省开支',
  contactLeft: '经办人换了',
  trial: '想试试别家',
  others: '身边的人都换了',
  moved: '搬走了',
  ended: '停业或不再需要',
  forgotten: '忘了续',
  unpaid: '欠费停机',
  unverified: '资料没有核验',
  unsaid: '客户没有说',
}

const missing: Record<string, string> = {
  why: '写一句为什么。',
  wording: '写下当时怎么说的。',
  words: '写下客户怎么说的。',
  line: '写一行：花在哪里，客户怎么说。',
  lesson: '写一句这次学到什么。',
}

const { 'authority.own': _own, ...overAuthority } = authorityZh

export const caseZh: Words<CaseFacts> = {
  ...guardZh,
  ...lawZh,
  ...overAuthority,
  'case.notOpened': () => '这张挽留单还没有建立。',
  'case.alreadyOpened': () => '这张挽留单已经建立。',
  'case.another': () => '这一条属于另一张挽留单。',
  'case.closed': () => '这张单已经结束，要再处理请先重新打开。',
  'case.notClosed': () => '这张单还在进行，不用重新打开。',
  'case.noOwner': () => '还没有派给谁，先派单。',
  'case.sameOwner': () => '这张单本来就在这位同事手上。',
  'case.wordsMissing': ({ what }) => missing[what] ?? '写一句话。',
  'case.reachFirst': () => '先联系上客户，再往下走。',
  'case.reasonsFirst': () => '先问清为什么，再提方案。',
  'case.reasonsMissing': () => '至少选一个原因；客户没说也可以选“客户没有说”。',
  'case.expectationsOpen': ({ open }) => `还有 ${open} 条期望没有答复，先答复再说定。`,
  'case.settleFirst': () => '先说定或道别，再记这一步。',
  'case.settled': () => '这张单已经说定；要再谈，等回访后重新商量，或重新打开。',
  'case.offeringKnown': () => '这个方案已经提过。',
  'case.offeringUnknown': () => '找不到这个方案，请刷新再试。',
  'case.offeringNotMade': () => '这个方案还没有向客户提出，或客户已经答复。',
  'case.offeringRefused': () => '这个方案没有批下来，换一个。',
  'case.offeringOpen': () => '还有方案在等客户答复，先记下答复。',
  'case.offerNotAsApproved': () => '和批下来的不一样，按批的来，或重新报批。',
  'case.approvalNotAsked': () => '这个方案没有报批。',
  'case.approvalDecided': () => '这个方案已经批复过。',
  'case.ownApproval': () => '自己报的方案不能自己批，请别人批。',
  'case.overApprover': () => '超出批复人的授权，请再往上报。',
  'case.lineFirst': ({ lines }) => `还有 ${lines} 笔先给的没有补写一行，写完再结束。`,
  'case.noRequest': () => '客户没有正式提出要走，不用撤回。',
  'case.outcomeFirst': () => '先记下结果：留下还是离开。',
  'case.wayMissing': () => '记一下客户是怎么离开的。',
  'case.followedUp': () => '已经回访过，结果不能再撤回；客户回来了，重新打开这张单。',
  'case.followUpFirst': () => '先回访一次，再总结。',
  'case.talkedAlready': () => '已经和客户谈过，不能撤单；按谈的结果说定或道别。',
  'case.badAmount': () => '金额要是不小于 0 的整分数。',
}
