import { expect, test } from 'vitest'
import { promisedIn, withHour } from './promise-from.ts'

test.each([
  ['我尽量帮您问问换卡的事。', '帮您问问换卡的事'],
  ['我们会尽快处理。', '处理'],
  ['好的，我争取早点给您恢复', '早点给您恢复'],
  ["I'll try to find out.", 'find out'],
  ['We will do our best to fix it', 'fix it'],
])('of “%s” what is left to promise is “%s”', (said, what) => {
  expect(promisedIn(said)).toBe(what)
})

test.each(['尽量吧。', '我下午三点给您回话。', 'Sure.'])('nothing is left to promise of “%s”', (said) => {
  expect(promisedIn(said)).toBeNull()
})

test('a commitment names day, hour and matter, in its own language [H-37]', () => {
  expect(withHour('帮您问问换卡的事', 'today', '16:30', 'zh')).toBe('我今天16:30前帮您问问换卡的事，给您回话。')
  expect(withHour(null, 'tomorrow', '10:00', 'zh')).toBe('我明天10:00前给您结果。')
  expect(withHour('find out', 'today', '16:30', 'en')).toBe('I will find out and call you back by 16:30 today.')
  expect(withHour(null, 'tomorrow', '10:00', 'en')).toBe('I will have the answer for you by 10:00 tomorrow.')
})
