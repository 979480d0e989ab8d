import { describe, expect, test } from 'vitest'
import { sourcesOfTree } from '#test/structure/tree.ts'
import { changeOf } from './cure.ts'
import { voiceFindings } from './norms.ts'
import { readingOf } from './reading.ts'
import { madeVoice, samples } from './sample.ts'

const flat = madeVoice(samples.flat)
const lively = madeVoice(samples.lively)
const read = (channels: Float32Array[], ours: 0 | 1 = 0) => readingOf({ channels, rate: 16_000, text: null, ours })
const codes = (channels: Float32Array[]): string[] => voiceFindings(read(channels)).map(({ code }) => code)

describe('a reading [H-46]', () => {
  test('on a level is called flat, one that rises and falls is not', () => {
    expect(codes([flat.samples])).toContain('pitch.flat')
    expect(codes([lively.samples])).toContain('pitch.lively')
    expect(changeOf(read([flat.samples]), read([lively.samples])).range).toBeGreaterThan(4)
  })

  test('keeps the melody as a picture around the voice’s own middle, and its pauses', () => {
    const { contour, activity, pace } = read([lively.samples])
    expect(contour.length).toBeLessThanOrEqual(600)
    const heights = contour.flatMap(({ height }) => (height === null ? [] : [height])).toSorted((a, b) => a - b)
    expect(Math.abs(heights[heights.length >> 1] ?? 99)).toBeLessThan(1)
    expect(activity.pauses).toHaveLength(2)
    expect(pace.count).toBe(24)
  })

  test('is plain data', () => {
    const reading = read([flat.samples])
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  })
})

describe('two channels [H-19]', () => {
  const still = new Float32Array(flat.samples.length)
  const late = new Float32Array(flat.samples.length)
  late.set(lively.samples.subarray(0, flat.samples.length - 48_000), 48_000)

  test('that are the same are one side', () => {
    expect(read([flat.samples, flat.samples]).talk).toBeNull()
    expect(read([flat.samples, flat.samples.map((value) => value * 0.95)]).talk).toBeNull()
    expect(read([still, still]).talk).toBeNull()
  })

  test('that differ are two, and everything else is of ours', () => {
    const first = read([flat.samples, late])
    const second = read([flat.samples, late], 1)
    expect(first.talk?.staffShare).toBeGreaterThan(first.talk?.customerShare ?? 1)
    expect(second.talk?.staffShare).toBeCloseTo(first.talk?.customerShare ?? 0, 6)
    expect(first.talk?.interruptions.some(({ by }) => by === 'customer')).toBe(true)
    expect(second.pitch?.range).toBeGreaterThan(first.pitch?.range ?? 0)
  })
})

test('7, 38 and 55 per cent are read by the card that shows them as taught, and by nothing else [H-45]', () => {
  const readers = sourcesOfTree()
    .filter(({ text }) => /\bmessageShares\b/.test(text))
    .map(({ path }) => path)
    .filter((path) => !path.endsWith('.test.ts'))
  expect(readers.toSorted()).toEqual(['domain/coach/voice/taught.ts', 'web/coach/voice/taught-card.tsx'])
})
