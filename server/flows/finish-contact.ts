import { sql } from 'kysely'
import type { RunState } from '#domain/playbook/state.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { type RunSummary, summaryOf } from '#domain/playbook/summary.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { movePromise } from '#domain/touch/promise-ledger.ts'
import { consentPurposeOf } from '#domain/touch/touch.ts'
import { leftInPeace, settledByContact } from '#domain/worklist/after-contact.ts'
import type { OccasionKind } from '#domain/worklist/occasion.ts'
import { lockCustomer } from '#server/customer/lock.ts'
import { unjoinExpectation } from '#server/expectation/join.ts'
import { audit, auditAll } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Appended } from '#server/playbook/append.ts'
import { promiseIdsOf } from '#server/playbook/subject.ts'
import { promiseEntryOf } from '#server/touch/promise-row.ts'
import { recordStep } from '#server/touch/record-step.ts'
import { makePromise } from '#server/touch/make-promise.ts'
import { addToDossier } from './file-dossier.ts'
import { derivedId } from './filed.ts'
import { fileComplaint } from './file-complaint.ts'
import { fileAppointment, settleMeetings } from './file-appointment.ts'
import { fileExpectations } from './file-expectations.ts'
import { fileGuest, guestBehind } from './file-guest.ts'
import { fileMarket } from './file-market.ts'
import { fileNoMore } from './file-no-more.ts'
import { fileRetention } from './file-retention.ts'
import { fileTasks } from './file-tasks.ts'
import { fileTouch } from './file-touch.ts'
import { fileWords } from './file-words.ts'

type Run = Appended['run']

export type Filed = {
  touches: number
  promises: number
  expectations: number
  needs: number
  cues: number
  cases: number
  tasks: number
  appointments: number
  followUp: string | null
}

/**
 * Files a finished contact, everything in the one transaction of its last event: the touch, promises, expectations in the
 * customer's order, needs and cues into the dossier, a case, the meeting agreed on, the follow-up as a promise to call, when who was last met. Every
 * row's id comes from the run, so filing again after late words adds what is new and repeats nothing.
 */
export const finishContact = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { run, playbook, state }: { run: Run; playbook: Playbook; state: RunState },
): Promise<Filed> => {
  await lockCustomer(trx, caller.branchId, run.customer_id)
  const summary = summaryOf(playbook, state)
  const touch = await fileTouch(trx, caller, run, summary)
  const touchId = touch ? run.id : null
  if (touch) await fileWords(trx, caller, run.id, state)
  const customerId = run.customer_id
  await takeBack(trx, caller, now, run, state)
  for (const { id, what, dueDay, dueTime, at } of summary.promises)
    await makePromise(trx, caller, now, { ...ofRun(run, touchId), id, what, dueDay, dueTime, madeAt: at })
  await fileExpectations(trx, caller, now, run, touchId, summary)
  await addToDossier(trx, caller, now, customerId, {
    styleCues: summary.cues,
    needs: summary.needs,
  })
  const { followUp } = summary
  const cases = (await fileComplaint(trx, caller, now, { run, playbook }, summary, touch)) ? 1 : 0
  if (followUp)
    await makePromise(trx, caller, now, {
      ...ofRun(run, touchId),
      id: derivedId(run.id, `follow-up ${followUp.day} ${followUp.time ?? ''}`),
      what: followUp.about.trim() || '回电',
      dueDay: followUp.day,
      dueTime: followUp.time,
      madeAt: touch?.at ?? now,
      playbook: playbook.followUp?.playbook ?? FOLLOW_UP,
    })
  if (touch?.reached) await keepFollowUps(trx, caller, touch.at, run, playbook)
  const behind = await guestBehind(trx, caller, run)
  await fileTasks(trx, caller, now, run, summary)
  if (behind) await fileGuest(trx, caller, now, run, { playbook, state, summary }, behind)
  await fileRetention(trx, caller, now, run, { playbook, state, summary, touch })
  await fileMarket(trx, caller, run, summary, touch)
  await fileNoMore(trx, caller, now, run, summary)
  await fileAppointment(trx, caller, touch?.at ?? now, run, summary.appointment)
  if (touch?.reached) {
    await met(trx, caller, run, touch.at)
    await settleMeetings(trx, caller, run, touch.at)
  }
  await decided(trx, caller, now, run, summary, touch?.reached ?? false)
  const filed = countsOf(summary, touch !== null, cases)
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'contact.finished',
    entity: 'run',
    entityId: run.id,
    customerId,
    params: {
      ...filed,
      reached: touch?.reached ?? false,
      leftOut: summary.leftOut.checks.length,
      reason: summary.leftOut.reason,
    },
  })
  return filed
}

const ofRun = (run: Run, touchId: string | null) => ({
  customerId: run.customer_id,
  toPersonId: run.contact_person_id,
  touchId,
  runId: run.id,
  ownerId: run.staff_id,
})

const countsOf = (summary: RunSummary, touched: boolean, cases: number): Filed => ({
  touches: touched ? 1 : 0,
  promises: summary.promises.length,
  expectations: summary.expectations.length,
  needs: summary.needs.length,
  cues: summary.cues.length,
  cases,
  tasks: summary.tasks.length,
  appointments: summary.appointment ? 1 : 0,
  followUp: summary.followUp?.day ?? null,
})

/** After a run was reopened: what was filed and then taken back goes, unless somebody has worked on it since. */
const takeBack = async (trx: Db, caller: Caller, now: Date, run: Run, state: RunState): Promise<void> => {
  const taken = state.captures.filter((capture) => capture.removed)
  const removed = taken.map(({ id }) => id)
  if (removed.length === 0) return
  for (const capture of taken)
    if (capture.kind === 'expectation' && capture.joins !== undefined)
      await unjoinExpectation(trx, caller, now, capture.joins, capture.id)
  for (const table of ['promise', 'expectation'] as const) {
    const gone = await trx
      .deleteFrom(table)
      .where('branch_id', '=', caller.branchId)
      .where('run_id', '=', run.id)
      .where('version', '=', 1)
      .where('id', 'in', removed)
      .returning(['id', 'what'])
      .execute()
    await auditAll(
      trx,
      caller.branchId,
      caller.staffId,
      now,
      gone.map(({ id, what }) => ({
        action: `${table}.removed`,
        entity: table,
        entityId: id,
        customerId: run.customer_id,
        params: { what, run: run.id },
      })),
    )
  }
}

/** The playbook for asking how it went, unless one says another. */
const FOLLOW_UP = 'follow-up'

/** A promise to come back is kept by the very contact that its own playbook led: nothing else was promised. */
const keepFollowUps = async (trx: Db, caller: Caller, at: Date, run: Run, playbook: Playbook): Promise<void> => {
  const ids = promiseIdsOf((run.occasion ?? []) as { kind: string; recordId: string }[])
  if (ids.length === 0) return
  const rows = await trx
    .selectFrom('promise')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', run.customer_id)
    .where('id', 'in', ids)
    .where('playbook_key', '=', playbook.id)
    .where('state', '=', 'open')
    .forUpdate()
    .execute()
  for (const row of rows) {
    const moved = movePromise(promiseEntryOf(row), { move: 'kept', note: '' }, { at, actorId: caller.staffId })
    if (moved.ok) await recordStep(trx, caller, at, row, moved.value, derivedId(run.id, `kept ${row.id}`))
  }
}

/** Who was spoken to, and when: the customer, and the contact person with them [K-20]. */
const met = async (trx: Db, caller: Caller, run: Run, at: Date): Promise<void> => {
  await trx
    .updateTable('customer')
    .set((eb) => ({ last_touch_at: eb.fn('greatest', ['last_touch_at', eb.val(at)]) }))
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', run.customer_id)
    .execute()
  if (run.contact_person_id)
    await trx
      .updateTable('contact_person')
      .set({ last_met_on: dayIn(at, caller.timeZone) })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', run.contact_person_id)
      .execute()
  await countUse(trx, caller, run)
}

/** How practised somebody is, by the playbook's name: counted anew each time, so that filing twice counts once. */
const countUse = async (trx: Db, caller: Caller, run: Run): Promise<void> => {
  const { key, uses } = await trx
    .selectFrom('playbook as mine')
    .innerJoin('playbook as every', 'every.key', 'mine.key')
    .innerJoin('run', 'run.playbook_hash', 'every.hash')
    .select(['mine.key', sql<number>`count(*)::int`.as('uses')])
    .where('mine.hash', '=', run.playbook_hash)
    .where('run.branch_id', '=', caller.branchId)
    .where('run.staff_id', '=', run.staff_id)
    .where('run.finished_at', 'is not', null)
    .groupBy('mine.key')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('playbook_skill')
    .values({ branch_id: caller.branchId, staff_id: run.staff_id, playbook_key: key, uses })
    .onConflict((on) => on.columns(['branch_id', 'staff_id', 'playbook_key']).doUpdateSet({ uses }))
    .execute()
}

/** The reasons of Today that brought it up are done, or put off until the time to try again; a promise stays owed. */
const decided = async (
  trx: Db,
  caller: Caller,
  now: Date,
  run: Run,
  { attempt, noMore }: RunSummary,
  reached: boolean,
): Promise<void> => {
  const occasions = (run.occasion ?? []) as { kind: OccasionKind; recordId: string }[]
  if (!reached && !attempt) return
  const put = reached
    ? { keys: settledByContact(occasions, { reached }), decision: 'done' as const, reason: null, until: null }
    : notReached(occasions, run.purpose, attempt, noMore, now)
  if (put.keys.length === 0) return
  await trx
    .insertInto('worklist_decision')
    .values({
      branch_id: caller.branchId,
      id: derivedId(run.id, 'decision'),
      staff_id: run.staff_id,
      customer_id: run.customer_id,
      ...put,
      at: now,
    })
    .onConflict((on) =>
      on
        .columns(['branch_id', 'id'])
        .doUpdateSet({ ...put, at: now })
        .where('worklist_decision.staff_id', '=', run.staff_id)
        .where('worklist_decision.customer_id', '=', run.customer_id),
    )
    .execute()
}

/** As long as anything may be put off; by then the wish is looked at again, and the gate still holds the call. */
const PEACE_MS = 90 * 86_400_000

/** Tried again at its time; what the customer wants no more of is left in peace until they say otherwise. */
const notReached = (
  occasions: readonly { kind: OccasionKind; recordId: string }[],
  purpose: Run['purpose'],
  attempt: RunSummary['attempt'],
  noMore: RunSummary['noMore'],
  now: Date,
) => {
  const retryAt = attempt?.retryAt ?? null
  const peace = noMore === null ? [] : leftInPeace(occasions, purpose, consentPurposeOf(purpose) === 'any')
  return peace.length > 0
    ? {
        keys: peace,
        decision: 'snoozed' as const,
        reason: 'doNotDisturb',
        until: new Date(now.getTime() + PEACE_MS),
      }
    : {
        keys: settledByContact(occasions, { reached: false, retryAt }),
        decision: 'snoozed' as const,
        reason: attempt?.outcome ?? null,
        until: retryAt,
      }
}
