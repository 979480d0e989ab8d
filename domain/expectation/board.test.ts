import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Can,
  type ExpectationEntry,
  type ExpectationMove,
  expectationMoves,
  isSettled,
  moveExpectation,
  ranked,
  rankedAmong,
  roundsOf,
} from './board.ts'
import { judgingWord } from './judging.ts'

const by = { at: new Date('2026-11-23T02:00:00Z'), actorId: 'lin' }
const refund: ExpectationEntry = {
  nature: 'factual',
  can: null,
  offer: '',
  state: 'open',
  agreedWording: null,
  history: [],
}

const move = (entry: ExpectationEntry, name: ExpectationMove, wording = '', can?: Can) =>
  moveExpectation(entry, { move: name, wording, ...(can ? { can } : {}) }, by)

const moved = (...args: Parameters<typeof move>): ExpectationEntry => {
  const result = move(...args)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const refusal = (...args: Parameters<typeof move>): string | null => {
  const result = move(...args)
  return result.ok ? null : result.error.code
}

describe('an expectation', () => {
  test('is answered can, partly or cannot; short of can, with what we offer instead [R-05]', () => {
    expect(refusal(refund, 'answered')).toBe('expectation.canMissing')
    expect(refusal(refund, 'answered', '', 'cannot')).toBe('expectation.offerNeeded')
    expect(moved(refund, 'answered', '', 'can').can).toBe('can')
    expect(moved(refund, 'answered', '退 98 元', 'partly')).toMatchObject({ can: 'partly', offer: '退 98 元' })
  })

  test('a no may stand alone only when it was said openly that there is nothing else; "partly" never may [H-36]', () => {
    const alone = (can: Can, wording = '') =>
      moveExpectation(refund, { move: 'answered', wording, can, openly: true }, by)
    const said = alone('cannot')
    expect(said.ok && said.value.history.at(-1)).toMatchObject({ can: 'cannot', openly: true })
    expect(alone('partly')).toMatchObject({ ok: false, error: { code: 'expectation.offerNeeded' } })
    const more = alone('cannot', '换成按日计费')
    expect(more.ok && more.value.history.at(-1)).not.toHaveProperty('openly')
  })

  test('is lowered, proposed anew and agreed, with the first round kept', () => {
    const answered = moved(refund, 'answered', '退 98 元', 'partly')
    expect(refusal(answered, 'reset', '再送一个月提醒包')).toBe('expectation.lowerFirst')
    const lowered = moved(answered, 'lowered', '全退做不到，能退的是日包那部分')
    const reset = moved(lowered, 'reset', '退 98 元，再开好提醒')
    expect(refusal(reset, 'reset', '再退 10 元')).toBe('expectation.lowerFirst')
    const agreed = moved(reset, 'agreed', '周五前退 98 元，提醒今天开')
    expect(agreed).toMatchObject({
      state: 'agreed',
      agreedWording: '周五前退 98 元，提醒今天开',
      offer: '退 98 元，再开好提醒',
    })
    expect(roundsOf(agreed.history).map((round) => round.map((step) => step.move))).toEqual([
      ['answered', 'lowered'],
      ['reset', 'agreed'],
    ])
  })

  test('that cannot be met is explained; one that can needs no explaining', () => {
    const cannot = moved(refund, 'answered', '开好提醒', 'cannot')
    expect(moved(cannot, 'explained', '用过的部分退不了').state).toBe('explained')
    expect(refusal(moved(refund, 'answered', '', 'can'), 'explained', '说明')).toBe('expectation.canAlready')
  })

  test('is not closed unanswered', () => {
    expect(refusal(refund, 'closed')).toBe('expectation.answerFirst')
    expect(moved(moved(refund, 'answered', '', 'can'), 'met').state).toBe('met')
  })

  test('who only wants to be heard needs no answer; acknowledging closes it [R-24]', () => {
    const heard: ExpectationEntry = { ...refund, nature: 'heard' }
    expect(refusal(heard, 'answered', '', 'can')).toBe('expectation.onlyHeard')
    expect(moved(heard, 'acknowledged', '我明白您的意思了').state).toBe('closed')
    expect(refusal(refund, 'acknowledged')).toBe('expectation.notHeardOnly')
  })

  test('is never judged: our wording may not call it unreasonable [R-06]', () => {
    expect(refusal(refund, 'answered', '客户要求不合理', 'cannot')).toBe('expectation.judges')
    expect(judgingWord('This is an unreasonable demand')).toBe('unreasonable')
    expect(judgingWord('能退的是日包那部分')).toBeNull()
  })

  test('whatever is done, the story only grows, and nothing settled is open', () => {
    const wish = fc.record({
      move: fc.constantFrom(...expectationMoves),
      wording: fc.constantFrom('', '退 98 元'),
      can: fc.constantFrom<Can>('can', 'partly', 'cannot'),
    })
    fc.assert(
      fc.property(
        fc.constantFrom('factual', 'emotional', 'heard'),
        fc.array(wish, { maxLength: 12 }),
        (nature, wishes) => {
          let entry: ExpectationEntry = { ...refund, nature }
          for (const one of wishes) {
            const result = moveExpectation(entry, one, by)
            if (!result.ok) continue
            expect(result.value.history.slice(0, -1)).toEqual(entry.history)
            entry = result.value
          }
          if (entry.nature === 'heard') expect(entry.can).toBeNull()
          if (isSettled(entry) && entry.nature !== 'heard') expect(entry.can).not.toBeNull()
          if (entry.state === 'agreed') expect(entry.agreedWording).toBeTruthy()
        },
      ),
    )
  })
})

describe('the customer’s own order', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })

  test('puts the named first in that order and keeps the rest behind them', () => {
    const present = [
      { id: 'a', rank: 1 },
      { id: 'b', rank: 2 },
      { id: 'c', rank: 3 },
    ]
    expect([...ranked(present, ['c', 'x', 'c', 'a'])]).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 3],
    ])
  })

  test('gives every one a place of its own, from 1 on', () => {
    fc.assert(
      fc.property(ids, fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), (present, order) => {
        const places = ranked(
          present.map((id, index) => ({ id, rank: index + 1 })),
          order,
        )
        expect([...places.values()].toSorted((a, b) => a - b)).toEqual(present.map((_, index) => index + 1))
      }),
    )
  })
})

test('what is new keeps its place behind what was wished for before, in its own order [R-05]', () => {
  const present = [
    { id: 'old', rank: 1 },
    { id: 'refund', rank: 2 },
    { id: 'heard', rank: 3 },
  ]
  expect([...rankedAmong(present, ['heard', 'refund', 'unknown'])]).toEqual([
    ['heard', 2],
    ['refund', 3],
  ])
  expect(rankedAmong(present, ['refund', 'heard']).size).toBe(0)
})
