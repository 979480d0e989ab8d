import type { Words } from '#domain/kernel/said.ts'
import type { CaseKind, CaseMove, CaseRefusalFacts, CaseStanding } from './service-case.ts'

export const caseKindNames: Record<CaseKind, string> = { request: '请求', complaint: '投诉' }

export const caseMoveNames: Record<CaseMove, string> = {
  answered: '答复客户',
  felt: '问感受',
  closed: '办结',
  reopened: '重新打开',
}

export const caseStandingNames: Record<CaseStanding, string> = {
  waiting: '待答复',
  overdue: '已超时',
  answered: '已答复',
  closed: '已办结',
  unasked: '办结，还没问感受',
}

export const caseRefusals: Words<CaseRefusalFacts> = {
  'case.answerNeeded': () => '写下是怎么答复客户的。',
  'case.answerFirst': () => '先给客户答复，再办结或问感受。',
  'case.feltNeeded': () => '照客户的原话写下感受。',
  'case.closed': () => '这张单已经办结，要再处理请先重新打开。',
  'case.notClosed': () => '这张单还没有办结，不用重新打开。',
  'case.asComplaint': () => '投诉按投诉的步骤来办：答复、问结果、办结都在这张单的页上。',
}
