import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { findPromises } from './find-promises.ts'
import { notPromised, promised } from './promise-examples.ts'

const zone = 'Asia/Shanghai'
const mondayMorning = new Date('2026-11-23T10:00:00+08:00')
const found = (text: string, now = mondayMorning) => findPromises(text, now, zone)
const due = (at: Date | undefined): string => {
  const clock = wallClockAt(at ?? new Date(0), zone)
  return `${clock.day.slice(5)} ${clockText(clock.minute)}`
}

describe('promises in running notes [P-10][R-23]', () => {
  test.each(promised)('%s', (said, kind, when, what) => {
    const promises = found(said)
    expect(promises.map((promise) => [promise.kind, due(promise.dueAt), promise.what])).toEqual([[kind, when, what]])
  })

  test.each(notPromised)('no promise of ours: %s', (said) => {
    expect(found(said)).toEqual([])
  })

  test.each(['185号段的号码给您开通', '给您寄到经海一路118号', '7层306号我们上门修'])(
    'a number too high for a day is none: %s',
    (said) => {
      expect(found(said)).toEqual([])
    },
  )

  test('two promises in one breath are two', () => {
    const promises = found('周三前把发票寄给您，周五前费用到账')
    expect(promises.map((promise) => [promise.kind, due(promise.dueAt)])).toEqual([
      ['send', '11-25 17:30'],
      ['refund', '11-27 17:30'],
    ])
  })

  test('each in its own sentence, the rest of the notes left alone', () => {
    const text =
      '客户李姐来电，反映上月话费多扣30元。查到是误订，已登记。周五前回电告知结果。她下周三出差。I will send the bill by Friday.'
    const promises = found(text)
    expect(promises.map((promise) => text.slice(promise.start, promise.end))).toEqual([
      '周五前回电告知结果',
      'I will send the bill by Friday',
    ])
  })

  test.each([
    ['周五前回电', '2026-11-28T09:00:00+08:00', '12-04 17:30'],
    ['周五前回电', '2026-11-27T09:00:00+08:00', '11-27 17:30'],
    ['本周五前回电', '2026-11-24T09:00:00+08:00', '11-27 17:30'],
    ['十点前给您结果', '2026-11-23T15:00:00+08:00', '11-23 22:00'],
    ['上午给您回电', '2026-11-23T15:00:00+08:00', '11-24 12:00'],
    ['今天给您回电', '2026-11-23T18:00:00+08:00', '11-23 23:59'],
    ['5号前到账', '2026-11-23T10:00:00+08:00', '12-05 17:30'],
    ['1月5日前到账', '2026-12-20T10:00:00+08:00', '01-05 17:30'],
    ['一个月内退还押金', '2026-01-31T10:00:00+08:00', '02-28 17:30'],
    ['两个工作日内答复您', '2026-09-30T10:00:00+08:00', '10-09 17:30'],
    ['国庆前给您办好', '2026-09-21T10:00:00+08:00', '09-30 17:30'],
  ])('%s, said %s, is due %s', (said, now, when) => {
    expect(due(found(said, new Date(now))[0]?.dueAt)).toBe(when)
  })

  test('workdays beyond the announced calendar are provisional', () => {
    expect(found('三个工作日内退款', new Date('2026-12-30T10:00:00+08:00'))[0]?.provisional).toBe(true)
    expect(found('三天内退款', new Date('2026-12-30T10:00:00+08:00'))[0]?.provisional).toBe(false)
  })

  test('a firm word weighs more than a soft one', () => {
    const weight = (said: string): number => found(said)[0]?.confidence ?? 0
    expect(weight('周五前一定给您恢复')).toBeGreaterThan(weight('周五前恢复'))
    expect(weight('周五前恢复')).toBeGreaterThan(weight('争取周五前恢复'))
    expect(weight("I'll fix it by Friday")).toBeGreaterThan(weight("I'll try to fix it by Friday"))
  })

  test('whatever is typed, a promise lies ahead and inside the text', () => {
    const word = fc.constantFrom(
      ...'周五 前 明天 十 点 月底 内 三天 回电 给您 我 客户 不 ， 。 ？ by Friday call within two days I will 31号 13月 0 99'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), fc.boolean(), (words, spaced) => {
        const text = words.join(spaced ? ' ' : '')
        for (const promise of found(text)) {
          expect(promise.dueAt.getTime()).toBeGreaterThan(mondayMorning.getTime())
          expect(promise.start).toBeGreaterThanOrEqual(0)
          expect(promise.end).toBeLessThanOrEqual(text.length)
          expect(promise.end).toBeGreaterThan(promise.start)
          expect(promise.what).not.toBe('')
          expect(promise.confidence).toBeLessThanOrEqual(0.95)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
