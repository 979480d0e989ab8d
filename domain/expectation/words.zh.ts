import type { Words } from '#domain/kernel/said.ts'
import type { Can, ExpectationMove, ExpectationRefusalFacts, ExpectationState, Nature } from './board.ts'

export const natureNames: Record<Nature, string> = { factual: '要结果', emotional: '要感受', heard: '只想有人听' }

export const canNames: Record<Can, string> = { can: '能', partly: '部分能', cannot: '不能' }

export const expectationStateNames: Record<ExpectationState | 'answered', string> = {
  answered: '已答复，待说定',
  open: '待答复',
  resetting: '在商量',
  agreed: '已说定',
  explained: '已说明原因',
  met: '已做到',
  closed: '已了结',
}

export const expectationMoveNames: Record<'noted' | ExpectationMove, string> = {
  noted: '提出',
  answered: '答复',
  lowered: '先说明办不到的',
  reset: '重新商量',
  agreed: '说定',
  explained: '说明原因',
  met: '做到了',
  acknowledged: '听到了',
  closed: '了结',
  reopened: '重新打开',
}

const moves: Record<string, string> = expectationMoveNames
const states: Record<string, string> = expectationStateNames
const cans: Record<string, string> = canNames

export const expectationRefusals: Words<ExpectationRefusalFacts> = {
  'expectation.done': ({ state }) => `这一条${states[state] ?? state}，要再谈请先重新打开。`,
  'expectation.notDone': () => '这一条还没有了结，不用重新打开。',
  'expectation.onlyHeard': () => '客户只想有人听，表示听到了就好，不用答“能”或“不能”。',
  'expectation.notHeardOnly': () => '这一条客户要的是答复，先答“能”“部分能”或“不能”。',
  'expectation.canMissing': () => '请选“能”“部分能”或“不能”。',
  'expectation.offerNeeded': ({ can }) =>
    can === 'cannot'
      ? '别停在“不能”：写上能做的是什么。真的没有，就选“确实没有，已当面说清”。'
      : `答“${cans[can] ?? can}”时，请写上能做的是什么。`,
  'expectation.answerFirst': () => '先答“能”“部分能”或“不能”，再往下谈。',
  'expectation.canAlready': () => '已经答应能做到，不用这一步。',
  'expectation.lowerFirst': () => '先说明哪一点办不到，再提新的办法。',
  'expectation.wordingNeeded': ({ move }) => `“${moves[move] ?? move}”要写下当时说的话。`,
  'expectation.judges': ({ word }) => `“${word}”是在评判客户。只写我们能做什么、做不到什么。`,
}
