import type { Id } from '#domain/kernel/id.ts'
import { inOrder } from '#domain/kernel/ordered.ts'
import { capturesOf } from './capture.ts'
import { holds } from './condition.ts'
import { type Playbook, type SeenFact, seenFacts, type Step } from './definition.ts'
import { mayDisclose } from './disclosure.ts'
import type { RunEvent } from './event.ts'
import type { MatterFact } from './facts.ts'
import { notesOf } from './note.ts'
import type { RunState } from './state.ts'

const nothing: RunState = {
  runId: null,
  context: null,
  holder: null,
  startedAt: null,
  connectedAt: null,
  droppedAt: null,
  aim: null,
  purposes: [],
  caller: null,
  identity: null,
  step: null,
  stepSince: null,
  spent: {},
  skipped: [],
  checks: [],
  skills: [],
  suggestions: {},
  offers: [],
  offersTakenBack: [],
  appointment: null,
  early: [],
  followUp: null,
  serviceCase: null,
  tense: false,
  matter: {},
  words: [],
  counts: {},
  market: {},
  visit: {},
  goal: null,
  noMore: null,
  missed: null,
  finished: null,
  notes: [],
  captures: [],
  late: [],
}

/**
 * The state a list of events amounts to. Repeated deliveries and the order of the list make no difference. Notes and
 * captures that arrive after the end are kept and marked late; other late events change nothing but are listed.
 */
export const reduceRun = (playbook: Playbook, events: readonly RunEvent[]): RunState => {
  const ordered = inOrder(events)
  const late = new Set<Id>()
  let state = nothing
  for (const event of ordered) {
    if (state.finished && event.type !== 'reopened') late.add(event.id)
    else state = witnessed(playbook, state, after(playbook, state, event))
  }
  const captures = capturesOf(ordered, late)
  return { ...state, notes: notesOf(ordered, late), captures, late: [...late] }
}

const after = (playbook: Playbook, state: RunState, event: RunEvent): RunState => {
  switch (event.type) {
    case 'started':
      return state.context ? state : started(playbook, state, event)
    case 'connected':
      return state.connectedAt
        ? { ...state, droppedAt: null }
        : connected(playbook, { ...state, connectedAt: event.at }, event.at)
    case 'identified':
      return identified(state, event)
    case 'identityChecked':
      return { ...state, identity: { method: event.method, passed: event.passed, at: event.at } }
    case 'dropped':
      return { ...state, droppedAt: event.at }
    case 'aimSet':
      return { ...state, aim: event.aim }
    case 'purposesSet':
      return { ...state, purposes: event.purposes }
    case 'stepEntered':
      return branched(playbook, entered(tooSoon(playbook, state, event), event.step, event.at), state.step, event)
    case 'checkMarked':
      return { ...state, checks: marked(state.checks, `${event.step}.${event.check}`, event.done) }
    case 'skillMarked':
      return { ...state, skills: marked(state.skills, `${event.step}.${event.skill}`, event.used) }
    case 'suggestionShown':
      return { ...state, suggestions: { [event.suggestion]: 'shown', ...state.suggestions } }
    case 'suggestionAccepted':
      return { ...state, suggestions: { ...state.suggestions, [event.suggestion]: 'accepted' } }
    case 'suggestionDeclined':
      return { ...state, suggestions: { ...state.suggestions, [event.suggestion]: 'declined' } }
    case 'offerMade':
      return { ...state, offers: [...state.offers, { ...event.offer, id: event.id }] }
    case 'offerTakenBack':
      return withoutOffer(state, event.offer)
    case 'appointmentSet':
      return { ...state, appointment: event.appointment }
    case 'followUpSet':
      return { ...state, followUp: event.followUp }
    case 'caseSet':
      return { ...state, serviceCase: event.serviceCase }
    case 'noMoreSet':
      return { ...state, noMore: event.noMore && { ...event.noMore, at: event.at } }
    case 'tenseMarked':
      return { ...state, tense: event.tense }
    case 'factNoted':
      return { ...state, matter: withFact(state.matter, event.fact, event.text) }
    case 'wordsSaid':
      return { ...state, words: withWords(state.words, event) }
    case 'counted':
      return { ...state, counts: { ...state.counts, [event.item]: { stock: event.stock, wanted: event.wanted } } }
    case 'marketNoted':
      return { ...state, market: withText(state.market, event.topic, event.what) }
    case 'visitNoted':
      return { ...state, visit: withText(state.visit, event.topic, event.what) }
    case 'goalJudged':
      return { ...state, goal: event.reached }
    case 'missed':
      return { ...state, missed: event.outcome && { outcome: event.outcome, retryAt: event.retryAt, at: event.at } }
    case 'finished':
      return { ...left(state, event.at), finished: { reason: event.reason, at: event.at, by: event.actor } }
    case 'reopened':
      return state.finished ? { ...state, finished: null, stepSince: event.at } : state
    case 'noted':
    case 'captured':
    case 'captureChanged':
    case 'captureRemoved':
    case 'captureRestored':
    case 'ranked':
      break
  }
  return state
}

const withoutOffer = (state: RunState, id: Id): RunState => ({
  ...state,
  offers: state.offers.filter((offer) => offer.id !== id),
  offersTakenBack: [...state.offersTakenBack, id],
})

const sees: Record<SeenFact, (state: RunState) => boolean> = {
  holder: (state) => state.caller?.role === 'holder' && mayDisclose(state),
  aim: ({ aim }) => aim !== null,
  appointment: ({ appointment }) => appointment !== null,
  goal: ({ goal }) => goal !== null,
}

/** What has just happened ticks its checks, what was taken back unticks them; a tick by hand stands in between. */
const witnessed = (playbook: Playbook, before: RunState, state: RunState): RunState => {
  const turned = seenFacts.filter((fact) => sees[fact](before) !== sees[fact](state))
  if (turned.length === 0) return state
  const checks = playbook.steps.flatMap((step) =>
    step.checks.flatMap(({ id, seen }) => (seen && turned.includes(seen) ? [{ name: `${step.id}.${id}`, seen }] : [])),
  )
  return {
    ...state,
    checks: checks.reduce((done, { name, seen }) => marked(done, name, sees[seen](state)), state.checks),
  }
}

/** When the telephone changes hands, the check of whoever held it before is worth nothing. */
const identified = (state: RunState, { role, name, at }: RunEvent & { type: 'identified' }): RunState => {
  const same = state.caller?.role === role && state.caller.name === name
  return { ...state, caller: { role, name, at }, identity: same ? state.identity : null }
}

/** Who rings us is on the line already; whom we ring is not. */
const started = (playbook: Playbook, state: RunState, event: RunEvent & { type: 'started' }): RunState => {
  const { type: _type, id: _id, runId, actor, at, sequence: _sequence, ...context } = event
  const inbound = context.direction === 'inbound'
  const begun = {
    ...state,
    runId,
    context,
    holder: actor,
    startedAt: at,
    connectedAt: inbound ? at : null,
    checks: assumedOf(playbook),
  }
  const first = playbook.steps.find((step) => holds(step.when, begun) && (!inbound || step.kind === 'talk'))
  return first ? entered(begun, first.id, at) : begun
}

const assumedOf = ({ steps }: Playbook): string[] =>
  steps.flatMap((step) => step.checks.filter(({ assumed }) => assumed).map(({ id }) => `${step.id}.${id}`))

/** Entering before what should come first is kept with its reason; a step without `needs` is never early. */
const tooSoon = (
  playbook: Playbook,
  state: RunState,
  { step, reason, at }: RunEvent & { type: 'stepEntered' },
): RunState => {
  const missing = missingBefore(playbook, state, step)
  return missing.length === 0
    ? state
    : { ...state, early: [...state.early, { step, missing, reason: reason?.trim() ?? '', at }] }
}

/** One reason does for a step: coming back to it asks for no other. */
const excused = ({ early }: RunState, step: string): boolean => early.some((one) => one.step === step)

/** The checks, as `step.check`, a step asks for first and that are not done; those this run does not call for are not asked for. */
export const missingBefore = (playbook: Playbook, state: RunState, step: string): string[] =>
  (excused(state, step) ? [] : (playbook.steps.find(({ id }) => id === step)?.needs ?? [])).filter((name) => {
    const [stepId, checkId] = name.split('.')
    const before = playbook.steps.find(({ id }) => id === stepId)
    const check = before?.checks.find(({ id }) => id === checkId)
    return before && check && holds(before.when, state) && holds(check.when, state) && !state.checks.includes(name)
  })

/** The customer picks up: from preparing, the screen goes to the first words by itself. */
const connected = (playbook: Playbook, state: RunState, at: Date): RunState => {
  const step = playbook.steps.find(({ id }) => id === state.step)
  if (step && step.kind !== 'prepare') return entered(state, step.id, at)
  const first = stepsOf(playbook, state).find(({ kind }) => kind === 'talk')
  return first ? entered(state, first.id, at) : state
}

const entered = (state: RunState, step: string, at: Date): RunState => ({
  ...left(state, at),
  step,
  stepSince: at,
  skipped: state.skipped.filter((other) => other !== step),
})

/** A branch forward lets go of the step it leaves and of those it passes over: nobody is asked to explain their checks. */
const branched = (
  playbook: Playbook,
  state: RunState,
  from: string | null,
  { step, branch }: RunEvent & { type: 'stepEntered' },
): RunState => {
  if (branch === null || from === null) return state
  const ids = playbook.steps.map(({ id }) => id)
  const passed = ids.slice(ids.indexOf(from), Math.max(ids.indexOf(from), ids.indexOf(step)))
  return { ...state, skipped: [...new Set([...state.skipped, ...passed])] }
}

const left = (state: RunState, at: Date): RunState => {
  if (state.step === null || state.stepSince === null) return state
  const spent = Math.max(0, at.getTime() - state.stepSince.getTime())
  return {
    ...state,
    stepSince: null,
    spent: { ...state.spent, [state.step]: (state.spent[state.step] ?? 0) + spent },
  }
}

const withFact = (matter: RunState['matter'], fact: MatterFact, text: string): RunState['matter'] =>
  withText(matter, fact, text)

const withText = <T extends Readonly<Record<string, string>>>(texts: T, name: string, text: string): T => {
  const { [name]: _before, ...others } = texts
  return (text.trim() === '' ? others : { ...others, [name]: text.trim() }) as T
}

const withWords = (words: RunState['words'], event: RunEvent & { type: 'wordsSaid' }): RunState['words'] => {
  const { script, wording, version } = event
  const others = words.filter((one) => one.script !== script)
  return event.said ? [...others, { script, wording, version }] : others
}

const marked = (list: readonly string[], name: string, on: boolean): readonly string[] =>
  on === list.includes(name) ? list : on ? [...list, name] : list.filter((other) => other !== name)

/** The steps this customer and direction call for, in order. */
export const stepsOf = (playbook: Playbook, state: RunState): Step[] =>
  playbook.steps.filter((step) => holds(step.when, state))
