import { expect, test } from 'vitest'
import { runWatch } from './watch.ts'

const lin = { staffId: 'lin', name: '林晓岚' }
const han = { staffId: 'han', name: '韩一诺' }
const at = (seconds: number): Date => new Date(Date.parse('2026-11-23T02:00:00Z') + seconds * 1000)

test('two windows on one run know of each other while both are heard of', () => {
  const { seen } = runWatch()
  expect(seen('run', 'a', lin, at(0))).toEqual([])
  expect(seen('run', 'b', han, at(3))).toEqual([{ ...lin, self: false }])
  expect(seen('run', 'c', lin, at(4))).toEqual([
    { ...lin, self: true },
    { ...han, self: false },
  ])
  expect(seen('run', 'b', han, at(17))).toEqual([])
})

test('runs nobody looks at any more are forgotten', () => {
  const windows = new Map()
  const { seen } = runWatch(windows)
  for (let n = 0; n < 100; n++) seen(`run ${n}`, `window ${n}`, lin, at(n))
  expect(windows.size).toBeLessThan(20)
  seen('last', 'window', han, at(1000))
  expect([...windows.keys()]).toEqual(['last'])
})
