import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handOverMoves, handOverStates, moveHandOver } from './hand-over.ts'

const asked = { fromId: 'lin', toId: 'line', state: 'asked' } as const

describe('a hand-over', () => {
  test('is accepted, then answered in words, by the one who was asked', () => {
    expect(moveHandOver(asked, 'accept', '', 'line')).toEqual({ ok: true, value: 'accepted' })
    expect(moveHandOver({ ...asked, state: 'accepted' }, 'answer', '周日 06:00 断第一条', 'line')).toEqual({
      ok: true,
      value: 'answered',
    })
  })

  test('needs words for an answer and a reason for a refusal', () => {
    expect(moveHandOver(asked, 'answer', ' ', 'line')).toMatchObject({ error: { code: 'handOver.noAnswer' } })
    expect(moveHandOver(asked, 'decline', '', 'line')).toMatchObject({ error: { code: 'handOver.noWhyNot' } })
  })

  test('is nobody else’s, and only who asked may withdraw it', () => {
    for (const move of handOverMoves)
      expect(moveHandOver(asked, move, '好', 'han')).toMatchObject({ error: { code: 'handOver.notYours' } })
    expect(moveHandOver(asked, 'withdraw', '', 'lin')).toEqual({ ok: true, value: 'withdrawn' })
    expect(moveHandOver(asked, 'withdraw', '', 'line')).toMatchObject({ error: { code: 'handOver.notYours' } })
  })

  test('that is settled stays settled, and the same move twice is one', () => {
    const settled = fc.constantFrom(...handOverStates.filter((state) => state !== 'asked' && state !== 'accepted'))
    fc.assert(
      fc.property(settled, fc.constantFrom(...handOverMoves), fc.constantFrom('lin', 'line'), (state, move, by) => {
        const moved = moveHandOver({ ...asked, state }, move, '好', by)
        if (moved.ok) expect(moved.value).toBe(state)
      }),
    )
  })
})
