import type { Words } from '#domain/kernel/said.ts'
import type { Can, ExpectationMove, ExpectationRefusalFacts, ExpectationState, Nature } from './board.ts'

export const natureNames: Record<Nature, string> = {
  factual: 'A result',
  emotional: 'A feeling',
  heard: 'Only to be heard',
}

export const canNames: Record<Can, string> = { can: 'Can', partly: 'Partly', cannot: 'Cannot' }

export const expectationStateNames: Record<ExpectationState | 'answered', string> = {
  answered: 'Answered, to be agreed',
  open: 'To be answered',
  resetting: 'Being talked over',
  agreed: 'Agreed',
  explained: 'Explained',
  met: 'Met',
  closed: 'Closed',
}

export const expectationMoveNames: Record<'noted' | ExpectationMove, string> = {
  noted: 'Raised',
  answered: 'Answered',
  lowered: 'Said what cannot be',
  reset: 'Proposed anew',
  agreed: 'Agreed',
  explained: 'Explained why',
  met: 'Met',
  acknowledged: 'Acknowledged',
  closed: 'Closed',
  reopened: 'Reopened',
}

const moves: Record<string, string> = expectationMoveNames
const states: Record<string, string> = expectationStateNames
const cans: Record<string, string> = canNames

export const expectationRefusals: Words<ExpectationRefusalFacts> = {
  'expectation.done': ({ state }) => `This one is ${(states[state] ?? state).toLowerCase()}; reopen it to go on.`,
  'expectation.notDone': () => 'This one is still open; there is nothing to reopen.',
  'expectation.onlyHeard': () => 'The customer only wants to be heard: acknowledge it; no “can” or “cannot” is needed.',
  'expectation.notHeardOnly': () => 'The customer wants an answer here: say can, partly or cannot first.',
  'expectation.canMissing': () => 'Choose can, partly or cannot.',
  'expectation.offerNeeded': ({ can }) =>
    can === 'cannot'
      ? 'Do not stop at “cannot”: write what we can do. If there really is nothing, tick “nothing else, and we said so openly”.'
      : `With “${cans[can] ?? can}”, write what we can do.`,
  'expectation.answerFirst': () => 'First answer can, partly or cannot.',
  'expectation.canAlready': () => 'We have said that we can; this step is not needed.',
  'expectation.lowerFirst': () => 'First say which part cannot be done, then propose anew.',
  'expectation.wordingNeeded': ({ move }) => `“${moves[move] ?? move}” needs the words that were said.`,
  'expectation.judges': ({ word }) => `“${word}” judges the customer. Write only what we can and cannot do.`,
}
