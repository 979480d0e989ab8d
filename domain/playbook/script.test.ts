import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRun, begins, holderChecked, thePlaybook } from '#test/playbook-run.ts'
import { missedOutcomes, type Line } from './definition.ts'
import type { KnownFacts } from './disclosure.ts'
import { factKeys } from './facts.ts'
import { proposeRetry } from './retry.ts'
import { reduceRun } from './run.ts'
import { fillLine, showsScript, spokenLines, versionFor } from './script.ts'

const cycle = thePlaybook('service-cycle')
const care = thePlaybook('care-call')
const text = (segments: { text: string }[] | null): string | null =>
  segments && segments.map(({ text }) => text).join('')

const line: Line = {
  first: {
    zh: '{{address}}，这{{matter.amount}}是转机时产生的。',
    en: '{{address}}, the {{matter.amount}} came about in transit.',
  },
  familiar: { zh: '{{address}}，查到了。', en: '{{address}}, found it.' },
}

describe('filling a line', () => {
  const facts: KnownFacts = { address: { zh: '李姐', en: 'Ms Li' }, 'matter.amount': { zh: '148 元', en: '¥148' } }

  test('facts stand out from the words around them', () => {
    expect(fillLine(line, 'first', facts, 'zh')).toEqual([
      { text: '李姐', fact: true },
      { text: '，这', fact: false },
      { text: '148 元', fact: true },
      { text: '是转机时产生的。', fact: false },
    ])
    expect(text(fillLine(line, 'first', facts, 'en'))).toBe('Ms Li, the ¥148 came about in transit.')
  })

  test('a version the line lacks is its first', () => {
    expect(text(fillLine(line, 'familiar', facts, 'zh'))).toBe('李姐，查到了。')
    expect(text(fillLine(line, 'difficult', facts, 'zh'))).toBe('李姐，这148 元是转机时产生的。')
  })

  test('with a fact missing the fallback is said, or nothing', () => {
    expect(fillLine(line, 'first', { address: '李姐' }, 'zh')).toBeNull()
    const safe = { ...line, fallback: { zh: '情况我清楚了。', en: 'I have the picture.' } }
    expect(text(fillLine(safe, 'first', { address: '李姐', 'matter.amount': ' ' }, 'zh'))).toBe('情况我清楚了。')
  })

  test('no line of the pack is ever shown with an open slot, whatever is known, and every talk step has words', () => {
    const someFacts = fc
      .subarray(factKeys)
      .map((keys): KnownFacts => Object.fromEntries(keys.map((key) => [key, '某事'])))
    fc.assert(
      fc.property(
        someFacts,
        fc.constantFrom('inbound' as const, 'outbound' as const),
        fc.constantFrom('first' as const, 'familiar' as const, 'difficult' as const),
        fc.constantFrom('zh' as const, 'en' as const),
        (facts, direction, version, language) => {
          for (const playbook of [cycle, care].filter(({ directions }) => directions.includes(direction))) {
            const state = reduceRun(playbook, aRun(begins({ direction })))
            for (const { say, kind } of playbook.steps) {
              const lines = spokenLines(say, state, version, facts, language).map(text)
              expect(lines.join('')).not.toMatch(/[{}]/)
              if (kind === 'talk') expect(lines).not.toEqual([])
            }
          }
        },
      ),
    )
  })
})

describe('what may be spoken before we know who is there', () => {
  const facts: KnownFacts = {
    address: '李姐',
    'manager.name': '林晚',
    'company.name': '海州通信',
    'matter.amount': '148 元',
  }
  const greeting = cycle.steps[0]?.say ?? []

  test('an unknown caller hears neither name nor bill', () => {
    const state = reduceRun(cycle, aRun(begins()))
    expect(spokenLines(greeting, state, 'familiar', facts, 'zh').map(text)[0]).toBe(
      '您好，这里是贵宾专席。您请讲，我听着。',
    )
    expect(spokenLines([line], state, 'first', facts, 'zh')).toEqual([])
  })

  test('once identified the caller is addressed, once checked told', () => {
    const known = reduceRun(cycle, aRun(begins(), ...holderChecked.slice(0, 1)))
    expect(spokenLines([line], known, 'familiar', facts, 'zh').map(text)).toEqual(['李姐，查到了。'])
    expect(spokenLines([line], known, 'first', facts, 'zh')).toEqual([])
    const checked = reduceRun(cycle, aRun(begins(), ...holderChecked))
    expect(spokenLines([line], checked, 'first', facts, 'zh')).toHaveLength(1)
  })

  test('when someone else answers our call, what belongs to the customer is kept back', () => {
    const other = reduceRun(
      care,
      aRun(begins({ direction: 'outbound' }), { type: 'connected' }, { type: 'identified', role: 'other', name: '' }),
    )
    expect(spokenLines([line], other, 'familiar', facts, 'zh')).toEqual([])
  })

  test('the question fits how far the customer has come with the product [K-16]', () => {
    const asked = (stage: 'use' | 'awareness') => {
      const state = reduceRun(
        care,
        aRun(begins({ direction: 'outbound', stage }), { type: 'connected' }, ...holderChecked.slice(0, 1)),
      )
      return spokenLines(
        care.steps.find(({ id }) => id === 'ask')?.say ?? [],
        state,
        'first',
        { 'product.name': '亲情号' },
        'zh',
      ).map(text)
    }
    expect(asked('use')[1]).toMatch(/什么时候用得多/)
    expect(asked('awareness')[1]).toMatch(/听说过/)
  })
})

describe('folding', () => {
  test('words fold away as skill grows, unfold once when they change, and always show in a tense talk', () => {
    expect(showsScript('new', 19, 'first')).toBe(true)
    expect(showsScript('new', 20, 'first')).toBe(false)
    expect(showsScript('able', 5, 'familiar')).toBe(false)
    expect(showsScript('seasoned', 0, 'first')).toBe(true)
    expect(showsScript('seasoned', 1, 'first')).toBe(false)
    expect(showsScript('seasoned', 90, 'difficult')).toBe(true)
  })

  test('the third contact is no longer a first meeting, and tension goes before familiarity', () => {
    expect([0, 1, 2].map((contacts) => versionFor(contacts, false))).toEqual(['first', 'first', 'familiar'])
    expect(versionFor(9, true)).toBe('difficult')
  })
})

describe('when to try again', () => {
  const at = (time: string) => ({ day: '2026-11-23', time })

  test.each([
    ['noAnswer', '10:00', '2026-11-23 16:00'],
    ['noAnswer', '09:30', '2026-11-23 11:30'],
    ['noAnswer', '17:00', '2026-11-24 11:00'],
    ['busy', '14:10', '2026-11-23 14:30'],
    ['busy', '18:20', '2026-11-24 11:00'],
    ['busy', '10:20', '2026-11-23 11:00'],
    ['refused', '16:30', '2026-11-25 16:30'],
  ] as const)('%s at %s: %s [S-31]', (outcome, now, expected) => {
    const again = proposeRetry(cycle, outcome, at(now))
    expect(again && `${again.day} ${again.time}`).toBe(expected)
  })

  test('a wrong or unused number is not rung again', () => {
    expect(proposeRetry(cycle, 'wrongPerson', at('10:00'))).toBeNull()
    expect(proposeRetry(cycle, 'emptyNumber', at('10:00'))).toBeNull()
  })

  test('a proposal is never in the past, and always in a good hour where the playbook wants one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(cycle, care),
        fc.constantFrom(...missedOutcomes),
        fc.integer({ min: 0, max: 1439 }),
        (playbook, outcome, minute) => {
          const now = at(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
          const again = proposeRetry(playbook, outcome, now)
          if (!again) return
          expect(`${again.day} ${again.time}` > `${now.day} ${now.time}`).toBe(true)
          const retry = playbook.missed.find(({ kind }) => kind === outcome)?.retry
          if (retry?.atGoodHour)
            expect(playbook.goodHours.some(({ from, to }) => again.time >= from && again.time < to)).toBe(true)
        },
      ),
    )
  })
})
