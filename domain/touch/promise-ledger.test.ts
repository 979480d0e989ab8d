import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  firstDue,
  keptOfDue,
  mayPromise,
  movePromise,
  owesWord,
  type PromiseEntry,
  type PromiseMove,
  promiseMoves,
  restoreDay,
  standingOfPromise,
  tellingDay,
  wasInTime,
  wasToldInTime,
} from './promise-ledger.ts'
import { promiseKindOf } from './promise-kind.ts'

const at = (day: number, hour = 2): Date => new Date(Date.UTC(2026, 10, day, hour))
const open: PromiseEntry = { dueAt: at(25), ownerId: 'lin', state: 'open', settledAt: null, toldAt: null, history: [] }
const by = (day: number) => ({ at: at(day), actorId: 'lin' })

const move = (
  entry: PromiseEntry,
  day: number,
  name: PromiseMove,
  note = '',
  more: { dueAt?: Date; toId?: string } = {},
) => movePromise(entry, { move: name, note, ...more }, by(day))

const moved = (...args: Parameters<typeof move>): PromiseEntry => {
  const result = move(...args)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const refusal = (...args: Parameters<typeof move>): string | null => {
  const result = move(...args)
  return result.ok ? null : result.error.code
}

describe('a promise', () => {
  test('is kept with one key, and only once', () => {
    const kept = moved(open, 24, 'kept')
    expect([kept.state, kept.settledAt, standingOfPromise(kept, at(26), at(27))]).toEqual(['kept', at(24), 'kept'])
    expect(refusal(kept, 24, 'kept')).toBe('promise.settled')
  })

  test('kept after its day says so', () => {
    expect(standingOfPromise(moved(open, 26, 'kept'), at(26), at(27))).toBe('late')
  })

  test('is broken with the reason, and the customer is owed a word until told', () => {
    expect(refusal(open, 26, 'broken')).toBe('promise.reasonNeeded')
    const broken = moved(open, 26, 'broken', '仓库没货')
    expect(owesWord(broken, at(26))).toBe(true)
    expect(owesWord(moved(broken, 26, 'told', '说明了原因'), at(26))).toBe(false)
  })

  test('is told by the day it was kept, or the day it was for when it was not, whenever that was written down', () => {
    expect(tellingDay(moved(open, 24, 'kept'))).toEqual(at(24))
    expect(tellingDay(moved(open, 24, 'broken', '仓库没货'))).toEqual(at(25))
    expect(tellingDay(moved(open, 28, 'broken', '仓库没货'))).toEqual(at(25))
    expect(tellingDay(open)).toEqual(at(25))
  })

  test('counts among those whose turn it was once it is settled or past', () => {
    const standing = (entry: PromiseEntry) => ({ standing: standingOfPromise(entry, at(26), at(27)) })
    const rows = [open, moved(open, 24, 'kept'), moved(open, 26, 'kept'), moved(open, 24, 'withdrawn', '“不用了”')]
    expect(keptOfDue([...rows.map(standing), standing({ ...open, dueAt: at(28) })])).toEqual({ kept: 1, of: 3 })
  })

  test('is taken back only in the customer’s own words', () => {
    expect(refusal(open, 24, 'withdrawn')).toBe('promise.releaseNeeded')
    expect(moved(open, 24, 'withdrawn', '“不用发了，我自己看到了”').state).toBe('withdrawn')
  })

  test('gets a later day only by telling the customer, and remembers the first one', () => {
    expect(refusal(open, 24, 'postponed', '', { dueAt: at(27) })).toBe('promise.tellFirst')
    expect(refusal(open, 24, 'postponed', '说了', { dueAt: at(25) })).toBe('promise.notLater')
    const later = moved(open, 24, 'postponed', '跟客户说了周五', { dueAt: at(27) })
    expect([later.dueAt, later.toldAt, firstDue(later)]).toEqual([at(27), at(24), at(25)])
    expect(wasInTime(moved(later, 26, 'kept'))).toBe(true)
  })

  test('put off after its day had passed is not in time, however soon it is kept', () => {
    const later = moved(open, 26, 'postponed', '今天才说', { dueAt: at(27) })
    expect(wasInTime(moved(later, 26, 'kept'))).toBe(false)
  })

  test('put off in words written down later counts from when the customer heard', () => {
    const wish = { move: 'postponed', note: '', dueAt: at(27), heard: at(24) } as const
    const later = movePromise(open, wish, by(26))
    if (!later.ok) throw new Error(later.error.code)
    const kept = moved(later.value, 27, 'kept')
    expect([later.value.toldAt, wasInTime(kept), wasToldInTime(kept)]).toEqual([at(24), true, true])
  })

  test('nobody heard of a new day before the promise was made', () => {
    const made: PromiseEntry = { ...open, history: [{ ...by(23), move: 'made', note: '' }] }
    const heard = (day: number) =>
      movePromise(made, { move: 'postponed', note: '', dueAt: at(27), heard: at(day) }, by(26))
    expect(heard(22)).toMatchObject({ ok: false, error: { code: 'promise.toldBeforeMade' } })
    expect(heard(23).ok).toBe(true)
  })

  test('is given for today or a later day', () => {
    expect(mayPromise('2026-11-22', '2026-11-23')).toMatchObject({ ok: false, error: { code: 'promise.dayPast' } })
    expect(mayPromise('2026-11-23', '2026-11-23').ok).toBe(true)
  })

  test('a new day given by mistake is taken back, and only before anything else was done', () => {
    const told = moved(open, 22, 'told', '说了会晚一点')
    const back = restoreDay(moved(told, 24, 'postponed', '说了周五', { dueAt: at(27) }), by(24))
    expect([back?.dueAt, back?.toldAt, back?.history.map(({ move }) => move)]).toEqual([
      open.dueAt,
      at(22),
      ['told', 'postponed', 'dayRestored'],
    ])
    expect(restoreDay(told, by(24))).toBeNull()
    expect(restoreDay(moved(moved(open, 24, 'postponed', '说了', { dueAt: at(27) }), 25, 'kept'), by(25))).toBeNull()
  })

  test('goes to a colleague, not to oneself', () => {
    expect(refusal(open, 24, 'handedOver', '', { toId: 'lin' })).toBe('promise.sameOwner')
    expect(moved(open, 24, 'handedOver', '', { toId: 'han' }).ownerId).toBe('han')
  })

  test('a key pressed by mistake is undone, and both stay in the story', () => {
    const back = moved(moved(open, 24, 'kept'), 24, 'reopened')
    expect([back.state, back.settledAt, back.history.map(({ move }) => move)]).toEqual([
      'open',
      null,
      ['kept', 'reopened'],
    ])
    expect(refusal(open, 24, 'reopened')).toBe('promise.notSettled')
  })

  test('whatever is done to it, the story only grows and the first day never changes', () => {
    const anyMove = fc.record({
      move: fc.constantFrom(...promiseMoves),
      note: fc.constantFrom('', '说明了'),
      dueDay: fc.integer({ min: 20, max: 30 }),
      day: fc.integer({ min: 20, max: 30 }),
      toId: fc.constantFrom('lin', 'han'),
    })
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 12 }), (wishes) => {
        let entry = open
        for (const { dueDay, day, ...wish } of wishes) {
          const result = movePromise(entry, { ...wish, dueAt: at(dueDay) }, by(day))
          if (!result.ok) continue
          expect(result.value.history.slice(0, -1)).toEqual(entry.history)
          expect(firstDue(result.value)).toEqual(open.dueAt)
          expect(result.value.settledAt === null).toBe(result.value.state === 'open')
          entry = result.value
        }
      }),
    )
  })
})

describe('what a promise is about', () => {
  test.each([
    ['回电讲清漫游费', 'call'],
    ['补退 98 元', 'refund'],
    ['发漫游明细', 'send'],
    ['开好境外提醒', 'other'],
    ['call back about the invoice', 'call'],
  ])('%s: %s', (what, kind) => {
    expect(promiseKindOf(what)).toBe(kind)
  })
})
