import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { lowestUplift, undisturbed, undisturbedBelow } from './undisturbed.ts'

/** Scores 0…1 over customers; contact changes the chance to stay by `effect(score)`. */
const aTrial = (customers: number, seed: number, effect: (score: number) => number) => {
  const random = seededRandom(seed)
  const scores = Array.from({ length: customers }, () => random() - 0.4)
  const contacted = scores.map(() => (random() < 0.5 ? 1 : 0))
  const well = scores.map((score, i) => (random() < 0.7 + (contacted[i] === 1 ? effect(score) : 0) ? 1 : 0))
  return { trial: { contacted, well }, scores }
}

describe('the do-not-disturb list', () => {
  test('holds those whom contact is shown to harm, and nobody whose uplift is above 0', () => {
    const { trial, scores } = aTrial(6000, 1, (score) => (score < -0.15 ? -0.3 : 0.1))
    const { border, said } = undisturbedBelow(lowestUplift(trial, scores))
    expect(said.code).toBe('undisturbed.shown')
    expect(border).toBeLessThan(-0.05)
    const list = undisturbed(
      scores.map((uplift, id) => ({ id: String(id), uplift })),
      border,
    )
    expect(list.length).toBeGreaterThan(500)
    expect(list.every((id) => (scores[Number(id)] ?? 1) < 0)).toBe(true)
  })

  test('is empty while no harm is shown, however low the scores', () => {
    const { trial, scores } = aTrial(600, 2, () => 0.05)
    const { border, said } = undisturbedBelow(lowestUplift(trial, scores))
    expect([border, said.code]).toEqual([null, 'undisturbed.notShown'])
    expect(undisturbed([{ id: 'a', uplift: -1 }], border)).toEqual([])
  })

  test('names a harm that is not there at most about once in forty', () => {
    let wrong = 0
    for (let seed = 0; seed < 1000; seed++) {
      const { trial, scores } = aTrial(1000, seed + 10, () => 0)
      if (undisturbedBelow(lowestUplift(trial, scores)).border !== null) wrong++
    }
    expect(wrong / 1000).toBeLessThan(0.035)
  })
})
