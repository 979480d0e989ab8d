import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import type { Words } from '#domain/kernel/said.ts'
import { hasHillstrom, hillstrom } from '#test/hillstrom.ts'
import { undisturbedBelow } from './undisturbed.ts'
import type { UpliftFacts } from './uplift-facts.ts'
import { upliftEn } from './uplift-words.en.ts'
import { upliftZh } from './uplift-words.zh.ts'
import { trainUplift, upliftOf } from './uplift.ts'

/** A trial where contact keeps monthly customers by 20 points, drives away 10 of a hundred on a plan, and age means nothing. */
const aTrial = (customers: number, seed = 1) => {
  const random = seededRandom(seed)
  const rows = Array.from({ length: customers }, () => ({
    plan: random() < 0.5 ? 'monthly' : 'yearly',
    age: Math.floor(20 + random() * 50),
    one: 'same',
  }))
  const contacted = rows.map(() => (random() < 0.5 ? 1 : 0))
  const well = rows.map(({ plan }, i) => {
    const helps = plan === 'monthly' ? 0.2 : -0.1
    return random() < 0.5 + (contacted[i] === 1 ? helps : 0) ? 1 : 0
  })
  return { rows, trial: { contacted, well } }
}

describe('two models', () => {
  const { rows, trial } = aTrial(4000)
  const model = trainUplift(rows, trial)

  test('find whom contact helps and whom it harms', () => {
    if (!model.ok) throw new Error(model.error.code)
    const uplift = upliftOf(model.value, [
      { plan: 'monthly', age: 40 },
      { plan: 'yearly', age: 40 },
    ])
    expect(uplift[0]).toBeCloseTo(0.2, 1)
    expect(uplift[1]).toBeCloseTo(-0.1, 1)
    const { top, lowest, effect, qini } = model.value.quality
    expect(undisturbedBelow(lowest).said.code).toBe('undisturbed.shown')
    expect(top.find(({ share }) => share === 0.3)?.uplift.low).toBeGreaterThan(effect.value)
    expect(qini).toBeGreaterThan(0.02)
    expect(effect.low).toBeLessThan(0.05)
    expect(effect.high).toBeGreaterThan(0.05)
  })

  test('are the same in whatever order the rows come, and after being stored', () => {
    const other = trainUplift(rows.toReversed(), {
      contacted: trial.contacted.toReversed(),
      well: trial.well.toReversed(),
    })
    if (!model.ok || !other.ok) throw new Error('refused')
    expect(other.value.quality.qini).toBeCloseTo(model.value.quality.qini, 9)
    const stored = JSON.parse(JSON.stringify(model.value)) as typeof model.value
    expect(upliftOf(stored, rows.slice(0, 50))).toEqual(upliftOf(model.value, rows.slice(0, 50)))
  })

  test('find nothing where contact does the same to all', () => {
    const random = seededRandom(5)
    const { rows: own } = aTrial(4000, 5)
    const contacted = own.map(() => (random() < 0.5 ? 1 : 0))
    const well = own.map((_, i) => (random() < (contacted[i] === 1 ? 0.6 : 0.5) ? 1 : 0))
    const flat = trainUplift(own, { contacted, well })
    if (!flat.ok) throw new Error(flat.error.code)
    expect(Math.abs(flat.value.quality.qini)).toBeLessThan(0.02)
    expect(flat.value.quality.effect.low).toBeGreaterThan(0)
  })
})

test('a trial that cannot teach is refused with its reason', () => {
  const { rows, trial } = aTrial(600)
  const code = (of: ReturnType<typeof trainUplift>): string => (of.ok ? 'trained' : of.error.code)
  expect(code(trainUplift(rows.slice(1), trial))).toBe('uplift.rows_differ')
  expect(code(trainUplift(rows, { ...trial, contacted: rows.map(() => 1) }))).toBe('uplift.side_too_small')
  expect(code(trainUplift(rows, { ...trial, well: rows.map(() => 1) }))).toBe('uplift.outcome_too_rare')
  expect(
    code(
      trainUplift(
        rows.map(() => ({ one: 'same' })),
        trial,
      ),
    ),
  ).toBe('uplift.no_columns')
})

test('every refusal is said in both languages', () => {
  const samples: UpliftFacts = {
    'uplift.rows_differ': { customers: 3, contacted: 2, outcomes: 1 },
    'uplift.side_too_small': { contacted: 3, heldOut: 0, least: 200 },
    'uplift.outcome_too_rare': { well: 2, notWell: 400, least: 30 },
    'uplift.no_columns': { customers: 400 },
  }
  const say = (words: Words<UpliftFacts>): string[] =>
    Object.entries(samples).map(([code, facts]) => (words[code as keyof UpliftFacts] as (f: unknown) => string)(facts))
  for (const text of [...say(upliftZh), ...say(upliftEn)]) expect(text).not.toMatch(/undefined|NaN|\[object/)
})

const there = hasHillstrom()
const title = `Hillstrom's random e-mail trial, women's e-mail against none${there ? '' : ': not here, see WEIXI_REFERENCE_DATA'}`

describe.skipIf(!there)(title, () => {
  // published: 6.2 points among the top 30 % by a two-model learner, 4.7 at random, 3.9 ranked by response without contact
  test('the top 30 % gain at least 6.0 points of visits, by models that had not seen them', () => {
    const { rows, trial } = hillstrom()
    expect(rows.length).toBe(42_693)
    const model = trainUplift(rows, trial, { folds: 2 })
    if (!model.ok) throw new Error(model.error.code)
    const { effect, top, qini } = model.value.quality
    expect(effect.value).toBeCloseTo(0.045233, 6)
    const third = top.find(({ share }) => share === 0.3)?.uplift
    expect(third?.value).toBeGreaterThanOrEqual(0.06)
    expect(third?.low).toBeGreaterThan(0.045)
    expect(qini).toBeGreaterThan(0.005)
  })
})
