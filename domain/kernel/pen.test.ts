import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPenPath, penPath } from './pen.ts'

const point = fc.record({
  x: fc.double({ min: -50, max: 400, noNaN: true }),
  y: fc.double({ min: -50, max: 200, noNaN: true }),
})

describe('a signature as path data', () => {
  test('is moves and lines in whole numbers', () => {
    const strokes = [
      [
        { x: 1.2, y: 2 },
        { x: 1.3, y: 2 },
        { x: 9, y: 12.6 },
      ],
      [{ x: 40, y: 50 }],
    ]
    expect(penPath(strokes)).toBe('M1 2L9 13M40 50L40 50')
  })

  test('whatever was drawn stays inside the box and reads as a signature', () => {
    const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(strokes, (drawn) => isPenPath(penPath(drawn))))
  })

  test.each([
    '',
    'M1 2',
    'M1 2L301 4',
    'M1 2L3 101',
    'M1 2L3 4Z',
    'M1 2L3 4"/><script>',
    'm1 2l3 4',
    'M1 2L3 4A5 5 0 0 1 9 9',
  ])('%s is none', (text) => expect(isPenPath(text)).toBe(false))

  test('too much is none', () => expect(isPenPath(`M1 2${'L3 4'.repeat(4000)}`)).toBe(false))
})
