import { isDay } from '#domain/kernel/day.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import { withChange } from './capture.ts'
import { holds } from './condition.ts'
import type { Playbook } from './definition.ts'
import { mayDisclose } from './disclosure.ts'
import type { Appointment, Captured, CaptureChange, Offer, RunEvent } from './event.ts'
import { missingChecks } from './progress.ts'
import type { PlainRefusal, Refusal } from './refusal.ts'
import { missingBefore, stepsOf } from './run.ts'
import type { RunState } from './state.ts'

/** `late`: the event is kept, and marked because the run had already been finished. */
type Admission = Result<'inTime' | 'late', Refusal>

const inTime: Admission = ok('inTime')

const no = (code: PlainRefusal): Admission => refuse({ code, params: {} } as Refusal)

/**
 * Whether an event may be added to a run as it stands. What was written down on a device that was offline always may, and is
 * marked late; so may what the run's holder did before its end. Anything else after the end asks for the run to be reopened
 * first. Late or not, an event is judged by the same rules.
 */
export const mayAppend = (state: RunState, event: RunEvent, playbook: Playbook): Admission => {
  if (event.type === 'started') return mayStart(state, event, playbook)
  if (state.context === null) return no('run.notStarted')
  if (event.runId !== state.runId) return no('run.another')
  if (event.type === 'reopened') return mayReopen(state, event.reason)
  if (!state.finished) return open(state, event, playbook)
  if (!isWriting(event) && !isOfTheRun(state, event)) return no('run.finished')
  const admission = open(state, event, playbook)
  return admission.ok ? ok('late') : admission
}

const mayStart = (state: RunState, event: RunEvent & { type: 'started' }, playbook: Playbook): Admission => {
  if (state.context) return no('run.alreadyStarted')
  const { direction } = event
  return playbook.directions.includes(direction) ? inTime : refuse({ code: 'direction.notHere', params: { direction } })
}

const mayReopen = (state: RunState, reason: string): Admission => {
  if (!state.finished) return no('run.notFinished')
  return reason.trim() === '' ? no('reason.empty') : inTime
}

/** Words are never refused for coming after the end: a clock may be wrong, what was said was said. */
const isWriting = ({ type }: RunEvent): boolean =>
  type === 'noted' || type === 'captured' || type === 'captureChanged' || type === 'ranked'

/** The writer's clock alone lets nobody into a filed run: a colleague could take back what stands in the ledgers. */
const isOfTheRun = ({ holder, startedAt, finished }: RunState, { actor, at }: RunEvent): boolean =>
  actor === holder && startedAt !== null && finished !== null && at >= startedAt && at <= finished.at

const open = (state: RunState, event: RunEvent, playbook: Playbook): Admission => {
  switch (event.type) {
    case 'connected':
      return mayConnect(state, playbook)
    case 'dropped':
      return state.connectedAt ? inTime : no('connect.first')
    case 'aimSet':
      return event.aim === null || said(event.aim.why, event.aim.gives) ? inTime : no('aim.empty')
    case 'purposesSet':
      return mayIntend(event.purposes, playbook)
    case 'appointmentSet':
      return event.appointment === null || isMeeting(event.appointment) ? inTime : no('appointment.form')
    case 'offerMade':
      return mayOffer(state, event.offer, playbook)
    case 'offerTakenBack':
      return state.offers.some(({ id }) => id === event.offer) ? inTime : no('offer.unknown')
    case 'stepEntered':
      return mayEnter(state, event, playbook)
    case 'checkMarked':
      return marks(playbook, event.step, 'checks', event.check)
    case 'skillMarked':
      return marks(playbook, event.step, 'skills', event.skill)
    case 'identityChecked':
      return state.caller || !event.passed ? inTime : no('person.first')
    case 'captured':
      return state.captures.some(({ id }) => id === event.capture) ? no('capture.known') : sound(event.content)
    case 'captureChanged':
      return mayChange(state, event.capture, event.change)
    case 'captureRemoved':
    case 'captureRestored':
      return state.captures.some(({ id }) => id === event.capture) ? inTime : no('capture.unknown')
    case 'suggestionShown':
      return maySuggest(state, playbook)
    case 'suggestionAccepted':
    case 'suggestionDeclined':
      return Object.hasOwn(state.suggestions, event.suggestion) ? inTime : no('suggestion.notShown')
    case 'missed':
      return mayMiss(state, event, playbook)
    case 'finished':
      return mayFinish(state, event.reason, playbook)
    case 'started':
    case 'reopened':
    case 'identified':
    case 'noted':
    case 'ranked':
    case 'followUpSet':
    case 'noMoreSet':
    case 'caseSet':
    case 'tenseMarked':
    case 'factNoted':
    case 'wordsSaid':
    case 'counted':
    case 'marketNoted':
    case 'visitNoted':
    case 'goalJudged':
      break
  }
  return inTime
}

const said = (...words: string[]): boolean => words.every((text) => text.trim() !== '')

/** Nobody is rung before it is clear why and what it gives them [S-25], nobody visited without a purpose [S-32]. */
const mayConnect = (state: RunState, { asksAim, purposes }: Playbook): Admission => {
  if (asksAim && state.aim === null) return no('aim.first')
  return purposes && state.purposes.length === 0 ? no('purpose.first') : inTime
}

const mayIntend = (wanted: readonly string[], { purposes = [] }: Playbook): Admission => {
  const unknown = wanted.find((name) => !purposes.some(({ id }) => id === name))
  return unknown === undefined ? inTime : refuse({ code: 'purpose.unknown', params: { purpose: unknown } })
}

const isMeeting = ({ day, time, minutes, place }: Appointment): boolean =>
  isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) && Number.isInteger(minutes) && minutes > 0 && said(place)

/** Keeping somebody is not holding them: after the last offer declined only the way out is left. */
const mayOffer = (state: RunState, offer: Offer, { offers }: Playbook): Admission => {
  if (!offers) return no('offer.none')
  if (!said(offer.what)) return no('offer.empty')
  const declined = state.offers.filter(({ answer }) => answer === 'declined').length
  return declined < offers.most ? inTime : refuse({ code: 'offer.spent', params: { most: offers.most } })
}

const mayEnter = (
  state: RunState,
  { step: id, branch, reason }: RunEvent & { type: 'stepEntered' },
  playbook: Playbook,
): Admission => {
  const step = playbook.steps.find((step) => step.id === id)
  if (!step) return refuse({ code: 'step.unknown', params: { step: id } })
  if (!stepsOf(playbook, state).includes(step)) return refuse({ code: 'step.notHere', params: { step: id } })
  const branches = playbook.steps.flatMap(({ branches }) => branches)
  if (branch !== null && !branches.some((known) => known.id === branch && known.goTo === id)) {
    return refuse({ code: 'branch.unknown', params: { branch } })
  }
  if (step.kind === 'talk' && !state.connectedAt) return no('connect.first')
  if (step.kind === 'talk' && state.droppedAt) return no('connect.again')
  const missing = missingBefore(playbook, state, id)
  if (missing.length > 0 && !said(reason ?? ''))
    return refuse({ code: 'step.early', params: { step: id, missing: missing.join(', ') } })
  return step.discloses ? mayTell(state) : inTime
}

/** The identity check comes before anything that belongs to the customer is told. */
const mayTell = (state: RunState): Admission => {
  if (mayDisclose(state)) return inTime
  if (!state.caller) return no('person.first')
  if (state.caller.role === 'other') return no('person.notEntitled')
  return state.identity ? no('identity.failed') : no('identity.first')
}

const marks = (playbook: Playbook, stepId: string, list: 'checks' | 'skills', id: string): Admission => {
  const step = playbook.steps.find((step) => step.id === stepId)
  if (!step) return refuse({ code: 'step.unknown', params: { step: stepId } })
  if (step[list].some((item) => item.id === id)) return inTime
  return list === 'checks'
    ? refuse({ code: 'check.unknown', params: { check: id } })
    : refuse({ code: 'skill.unknown', params: { skill: id } })
}

const mayChange = (state: RunState, id: string, change: CaptureChange): Admission => {
  const capture = state.captures.find((capture) => capture.id === id)
  if (!capture) return no('capture.unknown')
  const next = withChange(capture, change)
  return next ? sound(next) : no('capture.otherKind')
}

const sound = (content: Captured): Admission => {
  const words = content.kind === 'promise' ? content.what : content.text
  if (words.trim() === '') return refuse({ code: 'capture.empty', params: { kind: content.kind } })
  if (content.kind === 'promise' && !isDay(content.dueDay)) return no('promise.dayMissing')
  if (content.kind === 'expectation' && content.sort === 'heard' && content.answer !== null)
    return no('expectation.onlyHeard')
  return inTime
}

/** First what the customer came for, then, if at all, what might be good for them [G-04]. */
const maySuggest = (state: RunState, { suggestWhen }: Playbook): Admission => {
  if (!suggestWhen) return no('suggestion.none')
  return holds(suggestWhen, state) ? inTime : no('suggestion.beforeSolved')
}

const mayMiss = (state: RunState, { outcome }: RunEvent & { type: 'missed' }, { missed }: Playbook): Admission => {
  if (state.context?.direction === 'inbound') return no('missed.inbound')
  if (outcome === null) return inTime
  return missed.some(({ kind }) => kind === outcome) ? inTime : refuse({ code: 'missed.unknown', params: { outcome } })
}

const mayFinish = (state: RunState, reason: string, playbook: Playbook): Admission => {
  if (state.missed) return inTime
  if (!state.connectedAt) return no('finish.nobodyReached')
  if (said(reason)) return inTime
  const missing = missingChecks(playbook, state).length
  if (missing > 0) return refuse({ code: 'finish.reasonNeeded', params: { missing } })
  const { followUp } = playbook
  return followUp && holds(followUp.when, state) && state.followUp === null
    ? refuse({ code: 'finish.followUpNeeded', params: { days: followUp.withinDays } })
    : inTime
}
