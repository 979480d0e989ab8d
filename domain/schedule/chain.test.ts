import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Beginning, chainOf } from './chain.ts'

const shown = (beginning: Beginning): string[] =>
  chainOf(beginning).map(
    ({ code, from, by }) => `${code} ${from.slice(5)}–${by.day.slice(5)}${by.provisional ? '?' : ''}`,
  )

describe('a row of dated tasks', () => {
  test('who was promoted is bound in three workdays and called within a month, a message before [S-52]', () => {
    expect(shown({ kind: 'promoted', on: '2026-11-02' })).toEqual([
      'bind 11-02–11-05',
      'announce 11-02–11-27',
      'welcome 11-10–12-02',
    ])
  })

  test('workdays leave out the holiday and count the make-up Saturday', () => {
    expect(shown({ kind: 'promoted', on: '2026-09-30' })[0]).toBe('bind 09-30–10-10')
    expect(shown({ kind: 'left', on: '2026-09-29' })).toEqual(['revisit 09-29–10-19'])
  })

  test('beyond the announced calendar the day is provisional', () => {
    expect(shown({ kind: 'left', on: '2026-12-25' })).toEqual(['revisit 12-25–01-08?'])
  })

  test('a month later than the 31st is the last day of the shorter month', () => {
    expect(shown({ kind: 'promoted', on: '2026-01-31' }).at(-1)).toMatch(/^welcome .*–02-28$/)
  })

  test('an exchange is told, helped with, and its arrival told the same day [S-04]', () => {
    const exchange = { kind: 'exchange', opens: '2026-11-23', closes: '2026-12-31' } as const
    expect(shown({ ...exchange, arrived: null })).toEqual(['notify 11-23–11-25', 'recommend 11-25–11-28'])
    expect(shown({ ...exchange, arrived: '2026-12-10' }).at(-1)).toBe('arrival 12-10–12-10')
    expect(shown({ ...exchange, closes: '2026-11-27', arrived: null })).toContain('recommend 11-25–11-26')
  })

  test('a guest is invited, reminded, and asked afterwards only if they came [S-05]', () => {
    const codes = (invited: boolean, came: boolean | null) =>
      chainOf({ kind: 'event', on: '2026-12-18', invited, came }).map(({ code }) => code)
    expect([codes(false, null), codes(true, null), codes(true, true), codes(true, false)]).toEqual([
      ['invite'],
      ['remind'],
      ['remind', 'afterEvent'],
      ['remind'],
    ])
  })

  test('every playbook named is one that is shipped', () => {
    const shipped = ['core', 'telecom', 'tobacco'].flatMap((pack) =>
      readdirSync(`content/${pack}/playbooks`).map((name) => name.replace('.yaml', '')),
    )
    const beginnings: Beginning[] = [
      { kind: 'promoted', on: '2026-11-02' },
      { kind: 'left', on: '2026-11-02' },
      { kind: 'managerChanged', on: '2026-11-02' },
      { kind: 'exchange', opens: '2026-11-02', closes: '2026-11-30', arrived: '2026-11-20' },
      { kind: 'event', on: '2026-11-20', invited: false, came: true },
      { kind: 'contractEnds', on: '2026-12-31' },
      { kind: 'licenceEnds', on: '2026-12-31' },
    ]
    for (const { playbook } of beginnings.flatMap((one) => chainOf(one)))
      if (playbook) expect(shipped).toContain(playbook)
  })
})
