import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { leakAlarms } from './leak.ts'
import { kindOf, type Raw, readColumn } from './table.ts'

const random = seededRandom(11)
const labels = Uint8Array.from({ length: 600 }, (_, i) => (i % 4 === 0 ? 1 : 0))

const alarmsOf = (cells: readonly Raw[]) => {
  const rows = cells.map((x) => ({ x }))
  return leakAlarms([readColumn('x', kindOf(cells), rows, '2026-11-01')], labels)
}

const cells = (make: (left: boolean) => Raw): Raw[] => Array.from(labels, (label) => make(label === 1))

describe('a column that knows the answer', () => {
  test('by its value', () => {
    const last = cells((left) => (left ? random() * 10 : 9 + random() * 90))
    expect(alarmsOf(last)).toMatchObject([{ code: 'leak.value', params: { column: 'x', border: 0.97 } }])
    expect(alarmsOf(cells((left) => (left ? 'closed' : 'open')))).toMatchObject([{ code: 'leak.value' }])
  })

  test('by a value that leaves both ends to stayers', () => {
    const middle = cells((left) => (left ? 40 + random() * 20 : random() < 0.5 ? random() * 40 : 60 + random() * 40))
    expect(alarmsOf(middle)).toMatchObject([{ code: 'leak.value' }])
  })

  test('by merely being empty', () => {
    const visited = cells((left) => (random() < (left ? 0.6 : 0.1) ? '' : Math.floor(random() * 50)))
    expect(alarmsOf(visited)).toMatchObject([{ code: 'leak.absence' }])
  })

  test('by being filled for a few who all left', () => {
    const ported = cells((left) => (left && random() < 0.25 ? '2026-10-05' : ''))
    expect(alarmsOf(ported)).toMatchObject([{ code: 'leak.pure', params: { filled: true } }])
  })
})

describe('an honest column stays quiet', () => {
  test('a strong one', () => expect(alarmsOf(cells((left) => random() * 10 + (left ? 4 : 0)))).toEqual([]))
  test('one with ordinary gaps', () => expect(alarmsOf(cells(() => (random() < 0.3 ? '' : random())))).toEqual([]))
  test('one of unique values', () => expect(alarmsOf(cells(() => `n${random()}`))).toEqual([]))
})
