import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { judgingWord } from './judging.ts'

/** Something factual, something felt, or only the wish to be heard. There is no nature "unreasonable". */
export const natures = ['factual', 'emotional', 'heard'] as const
export type Nature = (typeof natures)[number]

/** What we can do about it: all of it, part of it, not it. Of "part" and "not" we always say what we offer instead. */
export const cans = ['can', 'partly', 'cannot'] as const
export type Can = (typeof cans)[number]

export const expectationStates = ['open', 'resetting', 'agreed', 'explained', 'met', 'closed'] as const
export type ExpectationState = (typeof expectationStates)[number]

/**
 * What can happen to an expectation. `answered` says can, partly, cannot with our offer; `lowered` names early what will not
 * be; `reset` proposes anew and opens the next round; `agreed` is the wording both can live with; `explained` when it stays
 * with "cannot" and the customer knows why; `met` when it came about; `acknowledged` closes what only wanted to be heard.
 */
export const expectationMoves = [
  'answered',
  'lowered',
  'reset',
  'agreed',
  'explained',
  'met',
  'acknowledged',
  'closed',
  'reopened',
] as const
export type ExpectationMove = (typeof expectationMoves)[number]

/** One dated line of its story. `wording` is what we said, `reply` what the customer said to it. */
export type ExpectationStep = {
  at: Date
  actorId: Id
  move: 'noted' | ExpectationMove
  wording: string
  reply: string
  can?: Can
  /** Answered "cannot" with nothing to offer instead, and told so plainly [H-36]. */
  openly?: boolean
}

/** An expectation as the board holds it. The customer's words stay as spoken; ours may change round by round. */
export type ExpectationEntry = {
  nature: Nature
  can: Can | null
  /** What we offer: for "can" what will be done, otherwise what we can do instead. */
  offer: string
  state: ExpectationState
  agreedWording: string | null
  history: readonly ExpectationStep[]
}

type None = Readonly<Record<string, never>>

export type ExpectationRefusalFacts = {
  'expectation.done': { state: string }
  'expectation.notDone': None
  'expectation.onlyHeard': None
  'expectation.notHeardOnly': None
  'expectation.canMissing': None
  'expectation.offerNeeded': { can: string }
  'expectation.answerFirst': None
  'expectation.canAlready': None
  'expectation.lowerFirst': None
  'expectation.wordingNeeded': { move: string }
  'expectation.judges': { word: string }
}

type Refusal = Said<ExpectationRefusalFacts>
type Moved = Result<ExpectationEntry, Refusal>

export type ExpectationWish = { move: ExpectationMove; wording: string; reply?: string; can?: Can; openly?: boolean }

const no = (
  code:
    | 'expectation.notDone'
    | 'expectation.onlyHeard'
    | 'expectation.notHeardOnly'
    | 'expectation.canMissing'
    | 'expectation.answerFirst'
    | 'expectation.canAlready'
    | 'expectation.lowerFirst',
): Moved => refuse({ code, params: {} })

/** The expectation after a move, the step added to its story, or why not. Our wording may never judge what the customer wants. */
export const moveExpectation = (
  entry: ExpectationEntry,
  wish: ExpectationWish,
  by: { at: Date; actorId: Id },
): Moved => {
  const word = judgingWord(wish.wording)
  if (word !== null) return refuse({ code: 'expectation.judges', params: { word } })
  const wording = wish.wording.trim()
  const step: ExpectationStep = { ...by, move: wish.move, wording, reply: wish.reply?.trim() ?? '' }
  if (wish.move === 'reopened')
    return isDone(entry) ? ok(withStep({ ...entry, state: 'open' }, step)) : no('expectation.notDone')
  if (isDone(entry)) return refuse({ code: 'expectation.done', params: { state: entry.state } })
  if (wish.move === 'acknowledged')
    return entry.nature === 'heard' ? ok(withStep({ ...entry, state: 'closed' }, step)) : no('expectation.notHeardOnly')
  if (entry.nature === 'heard') return no('expectation.onlyHeard')
  if (wish.move === 'answered') return answered(entry, wish, step)
  if (entry.can === null) return no('expectation.answerFirst')
  const wordless = wording === '' && wish.move !== 'met' && wish.move !== 'closed'
  if (wordless) return refuse({ code: 'expectation.wordingNeeded', params: { move: wish.move } })
  return inRounds(entry, wish.move, step)
}

const withStep = (entry: ExpectationEntry, step: ExpectationStep): ExpectationEntry => ({
  ...entry,
  history: [...entry.history, step],
})

const isDone = ({ state }: ExpectationEntry): boolean => state === 'met' || state === 'closed'

/** Never stop at no [H-36]: short of "can" we say what we can do; only a "cannot" may stand alone, and then it is said to be all. */
export const saysWhatWeCan = (can: Can, offer: string, openly = false): boolean =>
  can === 'can' || offer.trim() !== '' || (can === 'cannot' && openly)

const answered = (entry: ExpectationEntry, { can, openly }: ExpectationWish, step: ExpectationStep): Moved => {
  if (can === undefined) return no('expectation.canMissing')
  if (!saysWhatWeCan(can, step.wording, openly)) return refuse({ code: 'expectation.offerNeeded', params: { can } })
  const alone = can === 'cannot' && step.wording === '' ? { openly: true } : {}
  return ok(withStep({ ...entry, can, offer: step.wording, state: 'open' }, { ...step, can, ...alone }))
}

type Later = Exclude<ExpectationMove, 'answered' | 'acknowledged' | 'reopened'>

const inRounds = (entry: ExpectationEntry, move: Later, step: ExpectationStep): Moved => {
  switch (move) {
    case 'lowered':
      return entry.can === 'can' ? no('expectation.canAlready') : ok(withStep({ ...entry, state: 'resetting' }, step))
    case 'reset':
      return hasLowered(entry)
        ? ok(withStep({ ...entry, offer: step.wording, state: 'resetting' }, step))
        : no('expectation.lowerFirst')
    case 'agreed':
      return ok(withStep({ ...entry, state: 'agreed', agreedWording: step.wording }, step))
    case 'explained':
      return entry.can === 'cannot'
        ? ok(withStep({ ...entry, state: 'explained' }, step))
        : no('expectation.canAlready')
    case 'met':
      return ok(withStep({ ...entry, state: 'met' }, step))
    case 'closed':
      return ok(withStep({ ...entry, state: 'closed' }, step))
  }
}

/** A new proposal before the old hope was named as out of reach sounds like haggling: lowering comes first, in every round. */
const hasLowered = ({ history }: ExpectationEntry): boolean =>
  roundsOf(history)
    .at(-1)
    ?.some(({ move }) => move === 'lowered') ?? false

/** The story in rounds: each reset begins the next, and the earlier ones stay as they were. */
export const roundsOf = <S extends { move: ExpectationStep['move'] }>(history: readonly S[]): S[][] => {
  const rounds: S[][] = [[]]
  for (const step of history) {
    if (step.move === 'reset') rounds.push([])
    rounds.at(-1)?.push(step)
  }
  return rounds
}

/** How it stands for the eye: an open one that was answered waits for agreement, not for an answer. */
export const shownState = ({ state, can }: Pick<ExpectationEntry, 'state' | 'can'>): ExpectationState | 'answered' =>
  state === 'open' && can !== null ? 'answered' : state

/** Whether the customer has an answer: acknowledged for who wanted to be heard, an agreement or a reason otherwise. */
export const isSettled = ({ state }: Pick<ExpectationEntry, 'state'>): boolean =>
  state !== 'open' && state !== 'resetting'

/**
 * The places of a customer's expectations, 1 first, once some of them were put in order by the customer: those named come
 * first in that order, the others keep theirs behind them. Ids that are not among the rest are passed over.
 */
export const ranked = (present: readonly { id: Id; rank: number }[], order: readonly Id[]): Map<Id, number> => {
  const known = new Set(present.map(({ id }) => id))
  const named = [...new Set(order)].filter((id) => known.has(id))
  const rest = [...present].filter(({ id }) => !named.includes(id)).sort((a, b) => a.rank - b.rank)
  return new Map([...named, ...rest.map(({ id }) => id)].map((id, index) => [id, index + 1]))
}

/**
 * The places that change when some are put in order among themselves: those named share out the places they hold already, so that
 * nothing else moves. Ids that are not among those present are passed over.
 */
export const rankedAmong = (present: readonly { id: Id; rank: number }[], order: readonly Id[]): Map<Id, number> => {
  const held = new Map(present.map(({ id, rank }) => [id, rank]))
  const named = [...new Set(order)].filter((id) => held.has(id))
  const places = named.map((id) => held.get(id) ?? 0).sort((a, b) => a - b)
  return new Map(
    named.flatMap((id, index): [Id, number][] => {
      const place = places[index] ?? 0
      return place === held.get(id) ? [] : [[id, place]]
    }),
  )
}
