import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import {
  auditedStandards,
  auditProblems,
  type CaseRecord,
  explainStandard,
  sevenStandards,
  type Standard,
  standards,
} from './seven-standards.ts'
import { auditQuestionsEn, standardWordsEn } from './standard-words.en.ts'
import { auditQuestionsZh, standardWordsZh } from './standard-words.zh.ts'

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const november = { from: at('2026-11-01 00:00'), until: at('2026-12-01 00:00') }
const now = at('2026-12-20 09:00')

/** A case done well: answered in time, restated, two ways, progress told, asked a day later. */
const well: CaseRecord = {
  id: 'well',
  openedAt: at('2026-11-10 10:00'),
  dueAt: at('2026-11-10 16:00'),
  answeredAt: at('2026-11-10 15:00'),
  closedAt: at('2026-11-11 10:00'),
  reopenedAt: null,
  raisedByUs: true,
  restated: true,
  longestWait: 100,
  ways: 2,
  progressDue: 1,
  progressTold: 1,
  askedAt: at('2026-11-12 10:00'),
  satisfied: true,
  causeActedOn: false,
  handings: 1,
  handingsWhole: 1,
  ownerless: 10,
}

const figure = (standard: Standard, records: CaseRecord[], when = now) => {
  const found = sevenStandards(records, november, when).find((one) => one.standard === standard)
  if (!found) throw new Error(standard)
  return found
}

/** Whether a case like the good one, but for one thing, meets a standard; null when it does not count. */
const meets = (standard: Standard, change: Partial<CaseRecord>, when = now): boolean | null => {
  const { met, missed } = figure(standard, [{ ...well, ...change }], when)
  return met.length > 0 ? true : missed.length > 0 ? false : null
}

describe('the seven standards, computed from work [S-44]', () => {
  test('a case done well meets each, and was not closed too soon', () => {
    for (const standard of standards) expect(meets(standard, {}), standard).toBe(standard !== 'hasty')
  })

  test.each<[Standard, Partial<CaseRecord>, boolean | null]>([
    ['timeliness', { answeredAt: at('2026-11-10 16:01') }, false],
    ['timeliness', { answeredAt: null }, false],
    ['timeliness', { dueAt: at('2026-12-01 00:00') }, null],
    ['hasty', { reopenedAt: at('2026-11-15 10:00') }, true],
    ['hasty', { reopenedAt: at('2026-11-30 10:00') }, false],
    ['hasty', { restated: false }, true],
    ['hasty', { closedAt: null }, null],
    ['flow', { longestWait: 840 }, false],
    ['adaptability', { ways: 1 }, false],
    ['anticipation', { raisedByUs: false }, false],
    ['communication', { progressDue: 3, progressTold: 2 }, false],
    ['communication', { progressDue: 0, progressTold: 0 }, null],
    ['feedback', { askedAt: null }, false],
    ['feedback', { askedAt: at('2026-11-25 10:00') }, false],
    ['feedback', { satisfied: false }, false],
    ['feedback', { satisfied: false, causeActedOn: true }, true],
    ['organisation', { handings: 2 }, false],
    ['organisation', { ownerless: 61 }, false],
  ])('%s: %j', (standard, change, met) => {
    expect(meets(standard, change)).toBe(met)
  })

  test('what is not due yet counts in nothing', () => {
    expect(meets('timeliness', { answeredAt: null, dueAt: at('2026-11-20 16:00') }, at('2026-11-19 09:00'))).toBeNull()
    expect(meets('feedback', { askedAt: null, closedAt: at('2026-11-18 10:00') }, at('2026-11-19 09:00'))).toBeNull()
  })

  test('every figure opens to just the cases it counts', () => {
    const record = fc.record({
      id: fc.uuid(),
      answeredAt: fc.constantFrom(null, at('2026-11-10 15:00'), at('2026-11-11 15:00')),
      closedAt: fc.constantFrom(null, at('2026-11-11 10:00'), at('2026-12-11 10:00')),
      restated: fc.boolean(),
      ways: fc.nat(3),
      longestWait: fc.nat(2000),
      askedAt: fc.constantFrom(null, at('2026-11-12 10:00')),
    })
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 12 }), (changes) => {
        const records = changes.map((change): CaseRecord => ({ ...well, ...change }))
        for (const { met, missed, numerator, denominator, value } of sevenStandards(records, november, now)) {
          expect([met.length, met.length + missed.length]).toEqual([numerator, denominator])
          expect(new Set([...met, ...missed]).size).toBe(denominator)
          expect(value).toBe(denominator === 0 ? null : numerator / denominator)
        }
      }),
    )
  })

  test('says how each was made, in both languages', () => {
    for (const one of sevenStandards([well], november, now)) {
      const said = explainStandard(one)
      for (const words of [standardWordsZh, standardWordsEn]) expect(sentence(words, said)).toContain('1')
    }
  })

  test('the team’s own audit asks each of the seven for a score and what it rests on', () => {
    expect(auditedStandards).toHaveLength(7)
    const entries = auditedStandards.map((standard) => ({ standard, score: 4, evidence: '上月 12 件里 11 件按时' }))
    expect(auditProblems(entries)).toEqual([])
    const [first, ...others] = entries
    if (!first) throw new Error('no entries')
    const codes = (changed: typeof entries) => auditProblems(changed).map(({ code }) => code)
    expect(codes(others)).toEqual(['audit.missing'])
    expect(codes([{ ...first, score: 6, evidence: ' ' }, ...others])).toEqual(['audit.score', 'audit.evidence'])
    for (const questions of [auditQuestionsZh, auditQuestionsEn])
      for (const standard of auditedStandards) expect(questions[standard].length).toBeGreaterThanOrEqual(2)
  })
})
