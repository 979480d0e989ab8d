import { expect, test } from 'vitest'
import {
  fairSayings,
  laterSayings,
  plainFair,
  plainSayings,
  unfairSayings,
  unseenFair,
  unseenSayings,
} from '#test/leaving-sayings.ts'
import { usualGuard } from './guard-setting.ts'
import { checkRetentionText } from './retention-text.ts'
import { ourWordsIn, unfairWords } from './unfair-words.ts'

type Sayings = Record<keyof typeof unfairSayings, readonly string[]>

const found = (text: string): string[] =>
  checkRetentionText(text, usualGuard, '2026-11-23', { kind: 'person' }).map(({ code }) => code)

/** How many of each kind are stopped for what they are, and how much of all that is stopped was rightly stopped. */
const measured = (unfair: Sayings, fair: readonly string[]) => {
  const kinds = Object.entries(unfair).map(([kind, all]) => {
    const caught = all.filter((text) => found(text).includes(`law.${kind}`)).length
    return { kind, caught, of: all.length }
  })
  const caught = kinds.reduce((sum, each) => sum + each.caught, 0)
  const wrongly = fair.filter((text) => found(text).length > 0)
  return {
    kinds: Object.fromEntries(kinds.map((each) => [each.kind, `${each.caught}/${each.of}`])),
    recall: caught / kinds.reduce((sum, { of }) => sum + of, 0),
    precision: caught / (caught + wrongly.length),
    wrongly,
  }
}

test.each([
  ['plain sayings, in view of the patterns', unfairSayings, fairSayings, 0.95, 1],
  ['roundabout sayings, in view of the patterns', laterSayings, fairSayings, 0.85, 1],
  ['plain sayings once more, in view of the patterns', plainSayings, plainFair, 0.8, 0.9],
  ['sayings written after the patterns', unseenSayings, unseenFair, 0, 0],
] as const)('unfair words are found in %s [R-22]', (set, unfair, fair, recall, precision) => {
  const figures = measured(unfair, fair)
  process.stdout.write(`${JSON.stringify({ set, ...figures })}\n`)
  expect(figures.recall).toBeGreaterThanOrEqual(recall)
  expect(figures.precision).toBeGreaterThanOrEqual(precision)
})

test.each([
  '您说“联通便宜十块，转网后没信号”，我都记下了。',
  '您担心转网后收不到验证码，这一条我替您问过银行。',
  'You said “I will lose my number after switching”; the number stays yours.',
])('the customer’s own words are not ours: “%s” [R-22]', (text) => {
  expect(found(text)).toEqual([])
})

test('words in marks that nobody said count as ours', () => {
  expect(ourWordsIn('大家都知道“转网后没信号”。')).toContain('没信号')
  expect(unfairWords('转网后“没有信号”。', 'mislead')).toBe('转网后没有信号')
})
