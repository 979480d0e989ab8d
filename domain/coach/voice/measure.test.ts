import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { sentence } from '#domain/kernel/said.ts'
import { levelOf } from './level.ts'
import { measureVoice, paceOverTime, spokenSyllables } from './measure.ts'
import { voiceFindings, voiceNorms } from './norms.ts'
import { melodyOf, semitones } from './pitch.ts'
import { type Sound, sparser } from './sound.ts'
import { talkOf } from './talk.ts'
import { voiceWordsEn } from './words.en.ts'
import { voiceWordsZh } from './words.zh.ts'

const RATE = 16_000

/** A voice of ten harmonics whose pitch is given for every moment; 0 is silence. */
const voice = (seconds: number, pitch: (at: number) => number, loud: (at: number) => number = () => 1): Sound => {
  let phase = 0
  const samples = Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => {
    const hz = pitch(i / RATE)
    phase += (2 * Math.PI * hz) / RATE
    let value = 0
    for (let k = 1; k <= 10; k++) value += Math.sin(k * phase) / k
    return hz === 0 ? 0 : 0.2 * loud(i / RATE) * value
  })
  return { samples, rate: RATE }
}

const heights = (sound: Sound): number[] => [...melodyOf(sound).hz].filter((hz) => hz > 0)
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Syllables of 0.16 s, five a second, in phrases with pauses between them. */
const phrases = (syllables: readonly number[], pause: number, pitch: (at: number) => number = () => 180): Sound => {
  const spans: [number, number][] = []
  let at = 0.5
  for (const count of syllables) {
    for (let i = 0; i < count; i++) spans.push([at + i * 0.2, at + i * 0.2 + 0.16])
    at += count * 0.2 - 0.04 + pause
  }
  const speaks = (time: number): number => {
    const span = spans.find(([from, to]) => time >= from && time < to)
    return span ? Math.sin((Math.PI * (time - span[0])) / 0.16) ** 2 : 0
  }
  return voice(at + 0.5, (time) => (speaks(time) > 0 ? pitch(time) : 0), speaks)
}

describe('pitch [H-46]', () => {
  test.each([80, 120, 199.5, 310, 450])('a voice at %d Hz is heard to a fiftieth of a semitone', (hz) => {
    const heard = middle(heights(voice(1, () => hz)))
    expect(Math.abs(semitones(heard) - semitones(hz))).toBeLessThan(0.02)
  })

  test('a rising voice is followed all the way, without jumping an octave', () => {
    const sound = voice(2, (at) => 100 * 2 ** (at / 2))
    const { first, step, hz } = melodyOf(sound)
    hz.forEach((heard, i) => {
      const truth = 100 * 2 ** ((first + i * step) / 2)
      expect(Math.abs(semitones(heard) - semitones(truth))).toBeLessThan(0.1)
    })
  })

  test('the fundamental is heard through a telephone that does not carry it', () => {
    const full = voice(1, () => 150)
    let phase = 0
    const thin = full.samples.map(() => {
      phase += (2 * Math.PI * 150) / RATE
      return 0.1 * (Math.sin(2 * phase) + Math.sin(3 * phase) + Math.sin(4 * phase) + Math.sin(5 * phase))
    })
    expect(middle(heights({ samples: thin, rate: RATE }))).toBeCloseTo(150, 0)
  })

  test('neither noise nor silence has a voice', () => {
    const random = seededRandom(3)
    const noise = Float32Array.from({ length: RATE }, () => random() - 0.5)
    expect(heights({ samples: noise, rate: RATE }).length).toBeLessThan(5)
    expect(heights({ samples: new Float32Array(RATE), rate: RATE })).toEqual([])
    expect(heights({ samples: new Float32Array(10), rate: RATE })).toEqual([])
  })

  test('how loud it was recorded changes nothing', () => {
    const sound = voice(0.5, () => 220)
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 4, noNaN: true }), (gain) => {
        const louder = { samples: sound.samples.map((value) => value * gain), rate: RATE }
        expect(middle(heights(louder))).toBeCloseTo(middle(heights(sound)), 2)
      }),
      { numRuns: 5 },
    )
  })

  test('the range is that of the voice in semitones, high or low', () => {
    for (const base of [110, 220]) {
      const swing = voice(4, (at) => base * 2 ** (Math.sin(2 * Math.PI * at) / 4))
      expect(measureVoice(swing).pitch?.range).toBeCloseTo(2 * 3 * Math.cos(0.1 * Math.PI), 0)
      expect(measureVoice(swing).pitch?.median).toBeCloseTo(base, -1)
    }
  })

  test('a phrase that rises at its end is told from one that falls', () => {
    const ends = (up: number): number[] =>
      measureVoice(voice(1.5, (at) => (at < 0.3 || at > 1.3 ? 0 : 150 * 2 ** (up * Math.max(0, at - 0.9))))).pitch
        ?.endings ?? []
    expect(ends(1)[0]).toBeGreaterThan(2)
    expect(ends(-1)[0]).toBeLessThan(-2)
  })
})

describe('pace and pauses [H-38][H-46]', () => {
  test('syllables are counted and pauses found where they are', () => {
    const heard = measureVoice(phrases([6, 4, 8], 0.7))
    expect(heard.pace.count).toBe(18)
    expect(heard.activity.pauses).toHaveLength(2)
    for (const { from, to } of heard.activity.pauses) expect(to - from).toBeCloseTo(0.7, 0)
    expect(heard.pace.perMinute).toBeGreaterThan(280)
    expect(heard.pace.perMinute).toBeLessThan(340)
  })

  test('consonants between syllables are no pauses, silence around the speech neither', () => {
    expect(measureVoice(phrases([10], 0.5)).activity.pauses).toEqual([])
  })

  test('noise in the room hides no pause of half a second', () => {
    const random = seededRandom(5)
    const sound = phrases([6, 6, 6], 0.8)
    const noisy = { ...sound, samples: sound.samples.map((value) => value + 0.03 * (random() - 0.5)) }
    expect(measureVoice(noisy).activity.pauses).toHaveLength(2)
  })

  test('with what was said the pace rests on its characters', () => {
    const { pace } = measureVoice(phrases([6], 0.5), '请问您方便吗')
    expect([pace.counted, pace.count]).toEqual(['transcript', 6])
  })

  test.each([
    ['您好，我是小方。', 6],
    ['流量40G', 5],
    ['hello there', 3],
    ['', 0],
  ])('%j has %d syllables', (text, count) => {
    expect(spokenSyllables(text)).toBe(count)
  })

  test('a text that was not read out is not counted: half of it, or half as much again', () => {
    const sound = phrases([10, 10], 0.5)
    expect(measureVoice(sound, '这里写着二十个字一个不多一个不少念完就停下来').pace.counted).toBe('transcript')
    expect(measureVoice(sound, '好的'.repeat(25)).pace).toMatchObject({ counted: 'sound', count: 20 })
    expect(measureVoice(sound, '好的').pace).toMatchObject({ counted: 'sound', count: 20 })
  })

  test('the line over time agrees with a figure counted by the text', () => {
    const voice = measureVoice(phrases([30, 30], 0.5), '字'.repeat(45))
    const heights = paceOverTime(voice).flatMap(({ perMinute }) => (perMinute === null ? [] : [perMinute]))
    const mean = heights.reduce((sum, one) => sum + one, 0) / heights.length
    expect(Math.abs(mean - (voice.pace.perMinute ?? 0))).toBeLessThan(15)
  })

  test('the pace over time shows where it was fast', () => {
    const over = paceOverTime(measureVoice(phrases([40], 0.5)))
    const told = over.flatMap(({ perMinute }) => (perMinute === null ? [] : [perMinute]))
    expect(Math.min(...told)).toBeGreaterThan(250)
    expect(Math.max(...told)).toBeLessThan(350)
  })
})

describe('level', () => {
  const all = [{ from: 0, to: 1 }]
  const tone = (size: number): Sound => ({
    samples: Float32Array.from({ length: RATE }, (_, i) => size * Math.sin((2 * Math.PI * 200 * i) / RATE)),
    rate: RATE,
  })

  test('a sine of full swing is 3 decibels under full scale', () => {
    const level = levelOf(tone(1), all)
    expect(level.active).toBeCloseTo(-3.01, 1)
    expect(level.peak).toBeCloseTo(0, 1)
    expect(level.overNoise).toBeNull()
  })

  test('what is cut off is counted', () => {
    const cut = tone(1.6)
    const clipped = { ...cut, samples: cut.samples.map((value) => Math.max(-1, Math.min(1, value))) }
    expect(levelOf(tone(0.9), all).clipped).toBe(0)
    expect(levelOf(clipped, all).clipped).toBeGreaterThan(0.5)
  })

  test('how far speech stands over the room', () => {
    const random = seededRandom(9)
    const { samples } = tone(0.5)
    const whole = Float32Array.from({ length: 2 * RATE }, (_, i) => (samples[i] ?? 0) + 0.05 * (random() - 0.5))
    const room = 10 * Math.log10(0.05 ** 2 / 12)
    expect(levelOf({ samples: whole, rate: RATE }, all).overNoise).toBeCloseTo(10 * Math.log10(0.125) - room, 0)
  })

  test('fewer samples a second keep a voice and drop what lies above', () => {
    const high = {
      rate: 48_000,
      samples: Float32Array.from({ length: 48_000 }, (_, i) => Math.sin((2 * Math.PI * 15_000 * i) / 48_000)),
    }
    const low = {
      rate: 48_000,
      samples: Float32Array.from({ length: 48_000 }, (_, i) => Math.sin((2 * Math.PI * 300 * i) / 48_000)),
    }
    const loud = (sound: Sound): number => levelOf(sparser(sound), [{ from: 0.1, to: 0.9 }]).active
    expect(sparser(high).rate).toBe(24_000)
    expect(loud(high)).toBeLessThan(-40)
    expect(loud(low)).toBeCloseTo(-3.01, 1)
  })
})

describe('who talks [H-19][H-20]', () => {
  const staff = [
    { from: 0, to: 4 },
    { from: 9, to: 12 },
  ]
  const customer = [{ from: 4.5, to: 10 }]

  test('shares of the time somebody speaks', () => {
    const talk = talkOf({ staff, customer })
    expect(talk.staffShare).toBeCloseTo(7 / 11.5)
    expect(talk.customerShare).toBeCloseTo(5.5 / 11.5)
    expect(talk.bothShare).toBeCloseTo(1 / 11.5)
  })

  test('breaking in is told from taking the turn and from a nod', () => {
    expect(talkOf({ staff, customer }).interruptions).toEqual([{ by: 'staff', at: 9 }])
    expect(talkOf({ staff: [{ from: 9.8, to: 12 }], customer }).interruptions).toEqual([])
    expect(talkOf({ staff: [{ from: 6, to: 6.4 }], customer }).interruptions).toEqual([])
  })

  test('nobody speaks', () => {
    expect(talkOf({ staff: [], customer: [] })).toMatchObject({ staffShare: 0, customerShare: 0, interruptions: [] })
  })
})

describe('what is told about it [H-46]', () => {
  const codes = (sound: Sound, norms = voiceNorms): string[] =>
    voiceFindings(measureVoice(sound), norms).map(({ code }) => code)

  test('a flat reading is told from a lively one', () => {
    expect(codes(phrases([10, 10], 0.6))).toContain('pitch.flat')
    expect(codes(phrases([10, 10], 0.6, (at) => 180 * 2 ** (Math.sin(3 * at) / 3)))).toContain('pitch.lively')
  })

  test('norms may be changed', () => {
    const sound = phrases([10, 10], 0.6)
    expect(codes(sound)).toContain('pace.fast')
    expect(codes(sound, { ...voiceNorms, pace: { slow: 200, fast: 400 } })).toContain('pace.easy')
    expect(codes(sound, { ...voiceNorms, pace: { slow: 400, fast: 500 } })).toContain('pace.slow')
    expect(codes(sound, { ...voiceNorms, longPause: 0.4 })).toContain('pause.long')
  })

  test('nothing heard is said, and no more', () => {
    expect(codes({ samples: new Float32Array(RATE), rate: RATE })).toEqual(['recording.nothing'])
  })

  test('everything can be read in both languages', () => {
    for (const said of voiceFindings(measureVoice(phrases([10, 10], 4)))) {
      expect(sentence(voiceWordsZh, said)).toMatch(/[一-龥]/)
      expect(sentence(voiceWordsEn, said)).not.toMatch(/[一-龥]/)
    }
  })
})
