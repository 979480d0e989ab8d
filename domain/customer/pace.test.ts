import { describe, expect, it } from 'vitest'
import { echoOf, paceOf, tempoAt, tempoOf } from './pace.ts'

const opening = '王总您好，我是分公司的林晓岚，想用一分钟和您核对一下上个月的账单，您现在方便吗？'

describe('tempo [K-15]', () => {
  it('what was noted stands before what a cue says', () => {
    expect(paceOf({ styleCues: ['slow_soft'] })).toBe('slow')
    expect(paceOf({ styleCues: ['fast_talk'], pace: 'even' })).toBe('even')
    expect(paceOf({ styleCues: ['不催'] })).toBeNull()
  })

  it('says how much faster one is than a slow speaker', () => {
    expect(tempoOf(opening, 7, 'slow')).toEqual({ perMinute: 309, over: 309 / 145 - 1 })
    expect(tempoOf(opening, 14, 'slow')).toEqual({ perMinute: 154, over: 0 })
  })

  it('of a take that was measured is said in the same way [H-34]', () => {
    expect(tempoAt(144.6, 'slow')).toEqual({ perMinute: 145, over: 0 })
    expect(tempoAt(200, 'fast').over).toBeCloseTo(200 / 260 - 1)
  })

  it('says nothing of a word or a moment', () => {
    expect(tempoOf('您好', 5, 'slow')).toBeNull()
    expect(tempoOf(opening, 1.5, 'slow')).toBeNull()
  })
})

describe('the words a customer likes to use [H-34]', () => {
  it('are found in what one reads whatever their case and width', () => {
    expect(echoOf('这样一来更划算，ＶＰＮ也稳', ['划算', '省事', 'vpn'])).toEqual({
      used: ['划算', 'vpn'],
      unused: ['省事'],
    })
    expect(echoOf('', ['划算'])).toEqual({ used: [], unused: ['划算'] })
  })
})
