import { describe, expect, test } from 'vitest'
import type { Words } from '#domain/kernel/said.ts'
import { type DepartureFacts, departureOf, type LeftBehind } from './departure.ts'
import { leavingEn } from './leaving-words.en.ts'
import { leavingZh } from './leaving-words.zh.ts'
import { type GoneCustomer, type WinBackFacts, winBackOf } from './win-back.ts'

const gone: GoneCustomer = { customerId: 'zhao', leftOn: '2026-11-02', ofValue: true, wantsNoContact: false, talks: [] }

describe('a customer who left [R-16]', () => {
  test('is seen within ten workdays when of value', () => {
    expect(winBackOf(gone)).toMatchObject({ dueOn: '2026-11-16', said: { code: 'winBack.first' } })
    expect(winBackOf({ ...gone, ofValue: false })).toMatchObject({ dueOn: null, said: { code: 'winBack.notOfValue' } })
    expect(winBackOf({ ...gone, leftOn: '2026-12-25' }).provisional).toBe(true)
  })

  test('is asked again on the day they name, or half a year on, on a workday', () => {
    const later = (askAgainOn: string | null) =>
      winBackOf({ ...gone, talks: [{ on: '2026-11-10', result: 'later', askAgainOn }] }).dueOn
    expect(later('2027-01-01')).toBe('2027-01-01')
    expect(later(null)).toBe('2027-05-10')
  })

  test('is let be after a no, after three calls in vain, and when they want no contact', () => {
    const calls = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ on: `2026-11-0${i + 3}`, result: 'unreached' }) as const)
    expect(winBackOf({ ...gone, talks: calls(2) })).toMatchObject({
      dueOn: '2026-11-05',
      said: { params: { tries: 2 } },
    })
    expect(winBackOf({ ...gone, talks: calls(3) })).toMatchObject({ dueOn: null, said: { code: 'winBack.notReached' } })
    const after = [
      ...calls(2),
      { on: '2026-11-08', result: 'later', askAgainOn: null } as const,
      { on: '2027-05-07', result: 'unreached' } as const,
    ]
    expect(winBackOf({ ...gone, talks: after })).toMatchObject({
      said: { code: 'winBack.retry', params: { tries: 1 } },
    })
    expect(winBackOf({ ...gone, talks: [{ on: '2026-11-10', result: 'no' }] }).said.code).toBe('winBack.saidNo')
    expect(winBackOf({ ...gone, wantsNoContact: true }).said.code).toBe('winBack.noContact')
    expect(winBackOf({ ...gone, wantsNoContact: true, talks: [{ on: '2026-11-10', result: 'back' }] }).said.code).toBe(
      'winBack.back',
    )
  })
})

describe('the customers of a manager who goes [R-17]', () => {
  const left = (customerId: string, more: Partial<LeftBehind> = {}): LeftBehind => ({
    customerId,
    paid12: 100,
    backupId: 'fang',
    newManagerId: null,
    openPromises: [],
    cardReadOn: null,
    toldOn: null,
    revisitedOn: null,
    ...more,
  })
  const customers = [
    left('all', { newManagerId: 'fang', cardReadOn: '2026-11-03', toldOn: '2026-11-03', revisitedOn: '2026-11-05' }),
    left('told', { newManagerId: 'fang', cardReadOn: '2026-11-03', toldOn: '2026-11-03' }),
    left('taken', { newManagerId: 'fang', cardReadOn: '2026-11-03' }),
    left('rich', { paid12: 900 }),
    left('promised', { openPromises: ['p1'] }),
  ]

  test('each pass to somebody, are told and are seen again, first those with promises open', () => {
    const { owed, done, progress } = departureOf('2026-11-02', customers, '2026-11-06')
    expect(owed.map(({ customerId, step, dueOn, overdue }) => [customerId, step, dueOn, overdue])).toEqual([
      ['promised', 'owner', '2026-11-02', true],
      ['rich', 'owner', '2026-11-02', true],
      ['taken', 'told', '2026-11-05', true],
      ['told', 'revisited', '2026-11-30', false],
    ])
    expect(owed[0]?.proposed).toBe('fang')
    expect(progress.params).toEqual({ customers: 5, owner: 3, told: 2, revisited: 1 })
    expect(done).toBe(false)
  })

  test('are not done with while whoever took over has not read the card', () => {
    const met = left('met', { newManagerId: 'fang', toldOn: '2026-11-03', revisitedOn: '2026-11-05' })
    const { owed, done } = departureOf('2026-11-02', [met], '2026-11-06')
    expect(owed.map(({ step, dueOn }) => [step, dueOn])).toEqual([['card', '2026-11-03']])
    expect(done).toBe(false)
  })

  test('are done with only when nobody is left over', () => {
    const [all] = customers
    expect(departureOf('2026-11-02', all ? [all] : [], '2026-11-06').done).toBe(true)
  })
})

test('every sentence is whole in both languages', () => {
  const step = { dueOn: '2026-11-05', promises: 1 }
  const samples: WinBackFacts & DepartureFacts = {
    'winBack.first': { leftOn: '2026-11-02', dueOn: '2026-11-16' },
    'winBack.again': { dueOn: '2027-01-01', named: true },
    'winBack.retry': { dueOn: '2026-11-05', tries: 1 },
    'winBack.back': { on: '2026-11-05' },
    'winBack.saidNo': { on: '2026-11-05' },
    'winBack.noContact': {},
    'winBack.notReached': { tries: 3 },
    'winBack.notOfValue': {},
    'departure.owner': step,
    'departure.card': step,
    'departure.told': step,
    'departure.revisited': { ...step, promises: 0 },
    'departure.progress': { customers: 5, owner: 3, told: 2, revisited: 1 },
  }
  for (const words of [leavingZh, leavingEn] as Words<typeof samples>[])
    for (const [code, facts] of Object.entries(samples)) {
      const text = (words[code as keyof typeof samples] as (f: unknown) => string)(facts)
      expect(text, code).not.toMatch(/undefined|NaN|\[object|null|\s{2}/)
      expect(text, code).toMatch(/[。.]$/u)
    }
})
