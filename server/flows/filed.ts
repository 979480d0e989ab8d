import { createHash } from 'node:crypto'
import type { Capture } from '#domain/playbook/capture.ts'
import type { MissedOutcome } from '#domain/playbook/definition.ts'
import type { ExpectationEntry, ExpectationStep } from '#domain/expectation/board.ts'
import type { Outcome } from '#domain/touch/outcome.ts'

/** The outcome as the touch log names it. */
export const outcomeOf: Readonly<Record<MissedOutcome, Outcome>> = {
  noAnswer: 'no_answer',
  off: 'off',
  busy: 'busy',
  refused: 'refused',
  wrongPerson: 'wrong_person',
  emptyNumber: 'empty_number',
}

/** An id made from a run and a part of it, so that filing the same run twice writes the same row. Shaped as UUIDv7. */
export const derivedId = (runId: string, part: string): string => {
  const hex = createHash('sha256').update(`${runId}/${part}`).digest('hex')
  return `${runId.slice(0, 13)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

/** How an expectation stands when it is filed: answered, acknowledged, or still waiting. */
export const expectationStart = (
  { sort, answer, offer, acknowledged, openly, at }: Capture<'expectation'>,
  actorId: string,
): Pick<ExpectationEntry, 'can' | 'offer' | 'state'> & { steps: ExpectationStep[] } => {
  const step = (move: ExpectationStep['move'], wording: string): ExpectationStep => ({
    at,
    actorId,
    move,
    wording,
    reply: '',
  })
  if (sort === 'heard')
    return acknowledged
      ? { can: null, offer: '', state: 'closed', steps: [step('acknowledged', '')] }
      : { can: null, offer: '', state: 'open', steps: [] }
  const alone = answer === 'cannot' && offer.trim() === '' && openly ? { openly } : {}
  if (answer === null) return { can: null, offer: '', state: 'open', steps: [] }
  return { can: answer, offer, state: 'open', steps: [{ ...step('answered', offer), can: answer, ...alone }] }
}
