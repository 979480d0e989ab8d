import type { Complaint } from '#domain/case/complaint.ts'
import { type RunMark, stampedBy } from '#domain/case/run-stamps.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { RunEvent } from '#domain/playbook/event.ts'
import type { RunSummary } from '#domain/playbook/summary.ts'
import { complaintOf } from '#server/case/complaint-row.ts'
import { writeComplaint } from '#server/case/complaint.ts'
import { openCase } from '#server/case/open-case.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Appended } from '#server/playbook/append.ts'
import { eventsOf } from '#server/playbook/events.ts'
import { derivedId } from './filed.ts'

type Run = Appended['run']
type Touch = { reached: boolean; at: Date } | null

/**
 * Files what a contact did about a complaint: opens one when it came up in it or the playbook is about one, stamps its steps from what was
 * ticked, keeps an early answer with its reason, and counts a call nobody answered as a try. Filing again changes nothing that stands.
 */
export const fileComplaint = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { run, playbook }: { run: Run; playbook: Playbook },
  summary: RunSummary,
  touch: Touch,
): Promise<boolean> => {
  const about = caseAbout(run)
  const what = about === null && touch?.reached ? complaintTold(playbook, summary) : null
  const id = about ?? (summary.serviceCase || what !== null ? derivedId(run.id, 'case') : null)
  if (id === null) return false
  if (about === null) await opened(trx, caller, now, run, summary, what, touch, id)
  await worked(trx, caller, now, { run, playbook }, summary, touch, id)
  return about === null
}

/** The case a contact was made about, from the reason of Today or the page that brought it up. */
const caseAbout = ({ occasion }: Run): string | null => {
  const reasons = (occasion ?? []) as { kind: string; recordId: string }[]
  const found = reasons.find(({ kind }) => kind === 'complaint' || kind === 'complaintNext')
  return found?.recordId.split('/')[0] ?? null
}

/** What a contact led by a complaint playbook was about, in the customer's words as far as they were written down. */
const complaintTold = (playbook: Playbook, { needs, touch }: RunSummary): string | null =>
  playbook.contactPurpose === 'complaint'
    ? (needs[0]?.text ?? firstClause(touch?.notes ?? '') ?? playbook.title.zh)
    : null

const firstClause = (notes: string): string | null =>
  notes
    .split(/[，。；\n]/u)[0]
    ?.trim()
    .slice(0, 80) || null

const opened = async (
  trx: Db,
  caller: Caller,
  now: Date,
  run: Run,
  { serviceCase, needs, touch }: RunSummary,
  what: string | null,
  filed: Touch,
  id: string,
): Promise<void> => {
  const wanted = serviceCase ?? { kind: 'complaint' as const, what: what ?? '' }
  const said = needs[0]?.text ?? touch?.notes.split('\n')[0]?.trim() ?? ''
  const touchId = filed ? run.id : null
  const at = filed?.at ?? now
  await openCase(trx, caller, now, { id, customerId: run.customer_id, touchId, ...wanted, said, at })
}

const worked = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { run, playbook }: { run: Run; playbook: Playbook },
  summary: RunSummary,
  touch: Touch,
  id: string,
): Promise<void> => {
  const row = await trx
    .selectFrom('service_case')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .where('customer_id', '=', run.customer_id)
    .where('kind', '=', 'complaint')
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.closed_at) return
  const before = complaintOf(row)
  const marks =
    playbook.contactPurpose === 'complaint'
      ? marksOf(await eventsOf(trx, { branchId: caller.branchId, runId: run.id }))
      : []
  const stamped = stampedBy(before, marks)
  const after = touch?.reached ? withWord(stamped, before, summary, touch.at) : withTry(stamped, summary)
  if (JSON.stringify(after) === JSON.stringify(before)) return
  await writeComplaint(trx, caller, row, after, now, row.answer ?? (after.steps.answered ? answerIn(summary) : null))
}

const marksOf = (events: readonly RunEvent[]): RunMark[] =>
  events.filter((event) => event.type === 'stepEntered' || event.type === 'checkMarked')

/** What was said on a later call about it is a word on progress. */
const withWord = (entry: Complaint, before: Complaint, { touch }: RunSummary, at: Date): Complaint => {
  const what = firstClause(touch?.notes ?? '')
  const known = entry.told.some((one) => one.at.getTime() === at.getTime())
  if (!before.steps.answered || what === null || known || at <= before.steps.answered) return entry
  return { ...entry, told: [...entry.told, { what, nextAt: null, at }] }
}

/** Nobody answered a call about an answered complaint: a try to hear whether it is settled. */
const withTry = (entry: Complaint, { attempt }: RunSummary): Complaint => {
  const { answered } = entry.steps
  if (!attempt || !answered || entry.asked.some(({ at }) => at.getTime() === attempt.at.getTime())) return entry
  return { ...entry, asked: [...entry.asked, { at: attempt.at, reached: false, settled: null, cause: '' }] }
}

const answerIn = ({ promises, offers, touch }: RunSummary): string =>
  promises[0]?.what ?? offers[0]?.what ?? touch?.notes.split('\n')[0]?.slice(0, 400) ?? ''
