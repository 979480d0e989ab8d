import type { Words } from '#domain/kernel/said.ts'
import type { CaseKind, CaseMove, CaseRefusalFacts, CaseStanding } from './service-case.ts'

export const caseKindNames: Record<CaseKind, string> = { request: 'Request', complaint: 'Complaint' }

export const caseMoveNames: Record<CaseMove, string> = {
  answered: 'Answer',
  felt: 'Ask how it felt',
  closed: 'Close',
  reopened: 'Reopen',
}

export const caseStandingNames: Record<CaseStanding, string> = {
  waiting: 'To be answered',
  overdue: 'Overdue',
  answered: 'Answered',
  closed: 'Closed',
  unasked: 'Closed, feeling not asked yet',
}

export const caseRefusals: Words<CaseRefusalFacts> = {
  'case.answerNeeded': () => 'Write what the customer was answered.',
  'case.answerFirst': () => 'Answer the customer first, then close it or ask how it felt.',
  'case.feltNeeded': () => 'Write how it felt in the customer’s own words.',
  'case.closed': () => 'This one is closed; reopen it to go on.',
  'case.notClosed': () => 'This one is not closed yet; there is nothing to reopen.',
  'case.asComplaint': () => 'A complaint goes by its own steps: answer, ask and close it on its page.',
}
