import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BINNING, binRow, binsOf, encode, learnSpec } from './spec.ts'
import { readColumn } from './table.ts'

const all = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i)

describe('the feature spec', () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({
    fee: i % 8 === 0 ? ' ' : String(i),
    plan: i < 20 ? 'A' : i < 37 ? 'B' : 'rare',
  }))
  const columns = [readColumn('fee', 'number', rows, ''), readColumn('plan', 'category', rows, '')]
  const spec = learnSpec(columns, all(40), BINNING)

  test('not known, seldom and never seen have bins of their own', () => {
    expect(binRow(spec, { fee: '', plan: '' }, '')).toEqual([0, 0])
    const other = spec.features.map(binsOf)[1]
    expect(binRow(spec, { fee: '1', plan: 'rare' }, '')[1]).toBe((other ?? 0) - 1)
    expect(binRow(spec, { fee: '1', plan: 'never seen' }, '')[1]).toBe((other ?? 0) - 1)
  })

  test('scoring a stored spec gives the bins of training', () => {
    const stored: typeof spec = JSON.parse(JSON.stringify(spec))
    const { codes } = encode(spec, columns, all(40))
    rows.forEach((row, i) => expect(binRow(stored, row, '')).toEqual(codes.map((own) => own[i])))
  })

  test('bins rise with the value and stay within a byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 600 }),
        (values) => {
          const own = values.map((x) => ({ x }))
          const column = readColumn('x', 'number', own, '')
          const learnt = learnSpec([column], all(own.length), { maxBins: 254, minRows: 1 })
          const [codes] = encode(learnt, [column], all(own.length)).codes
          const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
          return order.every((row, k) => {
            const bin = codes?.[row] ?? 0
            return bin >= 1 && bin <= 255 && (k === 0 || bin >= (codes?.[order[k - 1] ?? 0] ?? 0))
          })
        },
      ),
      { numRuns: 50 },
    )
  })

  test('each bin of numbers holds ten rows and more, and its borders have four digits at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 20, maxLength: 500 }),
        (values) => {
          const own = values.map((x) => ({ x }))
          const column = readColumn('x', 'number', own, '')
          const learnt = learnSpec([column], all(own.length), BINNING)
          const [feature] = learnt.features
          if (feature?.kind !== 'number') return false
          const held = Map.groupBy(encode(learnt, [column], all(own.length)).codes[0] ?? [], (bin) => bin)
          const short = (border: number): boolean => Number(border.toPrecision(4)) === border
          return (
            [...held.values()].every(({ length }) => length >= 10) && [...feature.edges, ...feature.tenths].every(short)
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})
