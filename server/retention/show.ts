import type { Reply } from '#api/endpoint.ts'
import type { retentionEndpoints } from '#api/retention.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Params, Said } from '#domain/kernel/said.ts'
import { linesOwed, reduceCase } from '#domain/retention/case.ts'
import { clocksOf, standingOfClock } from '#domain/retention/case-clock.ts'
import type { CaseEvent } from '#domain/retention/case-event.ts'
import type { CaseState } from '#domain/retention/case-state.ts'
import { attemptsLeft, mayPersuade } from '#domain/retention/guard.ts'
import { covers, scopeOf } from '#domain/staff/scope.ts'
import { expectationsOfCustomer } from '#server/expectation/ledger.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { wordsSaidIn } from '#server/script/said.ts'
import { namesOf } from '#server/staff/names.ts'
import { approversOf } from './authority.ts'
import { eventsOf, statesOfCustomer } from './events.ts'
import { triedWith } from './from-contact.ts'
import { guardOn, wayOutOf } from './guard.ts'
import { cardOfCase } from './list.ts'
import { caseTime } from './project.ts'
import { rulesOf } from './rules.ts'
import { requireCase, requireSubject, type Subject } from './subject.ts'

type Shown = Reply<(typeof retentionEndpoints)['GET /api/retention/:id']>
type Names = (id: Id | null) => string

/** One case from signal to lesson, with what may still be done and the way out always beside it [R-09, P-13]. */
export const showRetention = async (db: Db, caller: Caller, now: Date, id: Id): Promise<Shown> => {
  const row = await requireCase(db, caller, id)
  const subject = await requireSubject(db, caller, row.customer_id, 'customer.read')
  const card = (await cardOfCase(db, caller, now, id)) ?? fail('record.not_found')
  const events = await eventsOf(db, caller.branchId, [id])
  const state = reduceCase(events)
  const wayOut = await wayOutOf(db, caller.branchId, subject.kind)
  const known = await namesOf(db, caller.branchId, peopleIn(events, state))
  const names: Names = (who) => (who === null ? '' : (known.get(who) ?? ''))
  const leads = covers(scopeOf(caller, 'retention.approve'), subject.owned)
  const words = await wordsSaidIn(
    db,
    caller.branchId,
    state.talks.flatMap(({ touch }) => touch ?? []),
  )
  return {
    ...card,
    version: row.version,
    openedBy: names(events[0]?.actor ?? null),
    signalWords: state.signal?.words ?? '',
    signs: (state.signal?.said ?? []).map(signOf),
    chance: state.chance,
    clocks: clocksOf(state, caseTime(caller)).map((clock) => ({
      kind: clock.kind,
      who: clock.who,
      due: clock.dueAt.toISOString(),
      provisional: clock.provisional,
      standing: standingOfClock(clock, now, caller.timeZone),
    })),
    hadBy: state.hadBy.map(names),
    round: state.round,
    guard: await guardShown(db, caller, now, subject, state),
    wayOut: {
      steps: wayOut.steps.map(({ what }) => ({ zh: what.zh, en: what.en || what.zh })),
      since: wayOut.setAt && dayIn(wayOut.setAt, caller.timeZone),
      askedAt: state.leave.askedAt?.toISOString() ?? null,
      shownAt: state.leave.shownAt?.toISOString() ?? null,
    },
    talks: state.talks.map(({ at, by, touch, direction, reached, about }) => ({
      words: words.get(touch ?? '') ?? [],
      at: at.toISOString(),
      by: names(by),
      direction,
      reached,
      about,
    })),
    reasons: [...state.reasons],
    expectations: await expectationsFor(db, caller, subject.id, state),
    offerings: await offeringsOf(db, caller, subject, state, names, leads),
    settled: settledOf(state, names),
    ended: state.ended && { outcome: state.ended.outcome, on: state.ended.on },
    followUp: state.followUp && { holds: state.followUp.holds, words: state.followUp.words },
    lesson: state.lesson && { text: state.lesson.text, reason: state.lesson.reason, propose: state.lesson.propose },
    calledOff: state.calledOff?.why ?? null,
    reached: state.reachedAt !== null,
    may: { work: covers(scopeOf(caller, 'contact.run'), subject.owned), lead: leads },
    story: events.map((event) => entryOf(event, names)),
  }
}

const signOf = (said: Said): Shown['signs'][number] => ({
  code: said.code,
  params: said.params,
  changeable: (said as { changeable?: boolean }).changeable === true,
})

const peopleIn = (events: readonly CaseEvent[], state: CaseState): Id[] => [
  ...events.flatMap((event) => ('to' in event ? [event.actor, event.to] : [event.actor])),
  ...state.hadBy,
]

const guardShown = async (db: Db, caller: Caller, now: Date, { id, kind }: Subject, state: CaseState) => {
  const today = dayIn(now, caller.timeZone)
  const { limits } = await guardOn(db, caller.branchId, { kind, today })
  const tried = await triedWith(db, caller, id, await statesOfCustomer(db, caller.branchId, id))
  const may = mayPersuade({ ...tried, leave: state.leave }, 'us', limits, now)
  return {
    left: attemptsLeft(tried.attempts, limits, now),
    most: limits.attempts.most,
    days: limits.attempts.days,
    against: may.allowed ? [] : may.reasons,
    nextAt: may.allowed ? null : (may.nextAt?.toISOString() ?? null),
    applied: state.leave.requestedAt !== null,
  }
}

const expectationsFor = async (
  db: Db,
  caller: Caller,
  customerId: Id,
  { expectations }: CaseState,
): Promise<Shown['expectations']> => {
  const { rows } = await expectationsOfCustomer(db, caller, customerId)
  return rows
    .map(({ id, what, rank, can, offer, state, agreedWording }) => ({
      id,
      what,
      rank,
      can,
      offer,
      state,
      agreedWording,
      taken: expectations.includes(id),
    }))
    .filter(({ taken, state }) => taken || state === 'open' || state === 'resetting')
}

const offeringsOf = async (
  db: Db,
  caller: Caller,
  subject: Subject,
  state: CaseState,
  names: Names,
  leads: boolean,
): Promise<Shown['offerings']> => {
  if (state.offerings.length === 0) return []
  const approvers = await approversOf(db, caller.branchId, subject.owned, await rulesOf(db, caller.branchId))
  const owed = new Set(linesOwed(state).map(({ id }) => id))
  return state.offerings.map((each) => {
    const { offerId, name, way, cost, benefit, addsTermMonths } = each.offer
    const waits = each.standing === 'asked' && each.approvalAskedAt !== null
    const askWhom = waits ? approvers(cost, each.askedBy) : []
    return {
      id: each.id,
      offer: { key: offerId, name, way, costFen: cost, benefitFen: benefit, addsTermMonths },
      standing: each.standing,
      askedBy: names(each.askedBy),
      approvedBy: each.approvedBy && names(each.approvedBy),
      madeBy: each.madeBy && names(each.madeBy),
      line: each.line,
      lineOwed: owed.has(each.id),
      words: each.words,
      askWhom: askWhom.map((one) => one.name),
      mayDecide: waits && leads && each.askedBy !== caller.staffId,
    }
  })
}

const settledOf = ({ settled, offerings }: CaseState, names: Names): Shown['settled'] =>
  settled && {
    how: settled.how,
    at: settled.at.toISOString(),
    by: names(settled.by),
    wording: settled.wording,
    why: settled.why,
    approvedBy: [
      ...new Set(
        offerings
          .filter(({ standing, approvedBy }) => standing === 'accepted' && approvedBy !== null)
          .map(({ approvedBy }) => names(approvedBy)),
      ),
    ],
  }

const entryOf = (event: CaseEvent, names: Names): Shown['story'][number] => ({
  id: event.id,
  at: event.at.toISOString(),
  by: names(event.actor),
  type: event.type,
  params: paramsOf(event, names),
})

/** The facts of an event a line of the story is told with. */
const paramsOf = (event: CaseEvent, names: Names): Params => {
  switch (event.type) {
    case 'opened':
      return { from: event.signal.from, words: event.signal.words }
    case 'dispatched':
      return { to: names(event.to), due: event.dueAt.toISOString() }
    case 'handedOver':
      return { to: names(event.to), words: event.why }
    case 'talked':
      return { direction: event.direction, reached: event.reached, about: event.about }
    case 'reasonsNoted':
      return { reasons: event.reasons.map(({ reason }) => reason).join(','), words: event.reasons[0]?.words ?? '' }
    case 'approvalAsked':
      return { zh: event.offer.name.zh, en: event.offer.name.en, costFen: event.offer.cost, words: event.why }
    case 'offered':
      return { zh: event.offer.name.zh, en: event.offer.name.en, costFen: event.offer.cost, words: '' }
    case 'approvalRefused':
    case 'calledOff':
      return { words: event.why }
    case 'spendNoted':
      return { words: event.line }
    case 'replied':
      return { reply: event.reply, words: event.words }
    case 'agreed':
    case 'reset':
      return { words: event.wording }
    case 'letGo':
      return { why: event.why, words: event.words }
    case 'leaveRequested':
      return { on: event.on }
    case 'leaveWithdrawn':
      return { words: event.words }
    case 'ended':
      return { outcome: event.outcome, on: event.on }
    case 'followedUp':
      return { holds: event.holds, words: event.words }
    case 'learnt':
      return { reason: event.reason, words: event.lesson }
    case 'reopened':
      return { from: event.by, words: event.why }
    default:
      return {}
  }
}
