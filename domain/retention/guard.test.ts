import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptsLeft, type Door, mayPersuade, type Persuaded, usualRetentionLimits, wayOutFaults } from './guard.ts'
import { breachesOf, lawsOn, type LawSetting, type PlannedStep } from './law.ts'
import { numberPortingCn } from './law-cn.ts'
import { switchingEu } from './law-eu.ts'

const day = (n: number): Date => new Date(Date.UTC(2026, 10, 1 + n, 2))
const nothing: Persuaded = {
  attempts: [],
  declinedAt: null,
  letGoAt: null,
  leave: { askedAt: null, shownAt: null, requestedAt: null },
}
const codes = (past: Partial<Persuaded>, now: Date, by: 'us' | 'customer' = 'us'): string[] => {
  const may = mayPersuade({ ...nothing, ...past }, by, usualRetentionLimits, now)
  return may.allowed ? [] : may.reasons.map(({ code }) => code)
}

describe('talking about staying', () => {
  test('ends after two attempts in thirty days, until the first of them is thirty days old [R-09]', () => {
    const attempts = [day(0), day(10)]
    expect(attemptsLeft(attempts, usualRetentionLimits, day(20))).toBe(0)
    const may = mayPersuade({ ...nothing, attempts }, 'us', usualRetentionLimits, day(20))
    expect(may).toMatchObject({ allowed: false, nextAt: day(30) })
    expect(codes({ attempts }, day(30))).toEqual([])
    expect(codes({ attempts }, day(20), 'customer')).toEqual([])
  })

  test('rests after a no and after letting go, and says how long', () => {
    const may = mayPersuade({ ...nothing, declinedAt: day(0) }, 'us', usualRetentionLimits, day(4))
    expect(may).toMatchObject({
      allowed: false,
      reasons: [{ code: 'guard.restAfterNo', params: { days: 7, left: 3 } }],
      nextAt: day(7),
    })
    expect(codes({ letGoAt: day(0) }, day(89))).toEqual(['guard.restAfterLetGo'])
    expect(codes({ letGoAt: day(0) }, day(90))).toEqual([])
  })

  test('never begins with who has applied to leave, and shows the way out first to who asked', () => {
    const leave = { askedAt: day(1), shownAt: null, requestedAt: null }
    expect(codes({ leave }, day(2), 'customer')).toEqual(['guard.showWayOut'])
    expect(codes({ leave: { ...leave, shownAt: day(0) } }, day(2))).toEqual(['guard.showWayOut'])
    expect(codes({ leave: { ...leave, shownAt: day(1) } }, day(2))).toEqual([])
    const may = mayPersuade(
      { ...nothing, leave: { ...leave, requestedAt: day(2) } },
      'customer',
      usualRetentionLimits,
      day(90),
    )
    expect(may).toMatchObject({ allowed: false, nextAt: null })
  })

  test('is free at the time it names, and not a moment before', () => {
    const some = fc.option(fc.integer({ min: 0, max: 100 }).map(day), { nil: null })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }).map(day), { maxLength: 6 }),
        some,
        some,
        (attempts, declinedAt, letGoAt) => {
          const past = { ...nothing, attempts, declinedAt, letGoAt }
          const may = mayPersuade(past, 'us', usualRetentionLimits, day(100))
          if (may.allowed || may.nextAt === null) return
          expect(mayPersuade(past, 'us', usualRetentionLimits, may.nextAt).allowed).toBe(true)
          expect(mayPersuade(past, 'us', usualRetentionLimits, new Date(may.nextAt.getTime() - 1)).allowed).toBe(false)
        },
      ),
    )
  })
})

describe('the way out', () => {
  const step = (minutes: number, asked?: 'law') => ({
    what: { zh: '一步', en: 'A step' },
    minutes,
    ...(asked ? { asked } : {}),
  })
  const wayIn: Door = { steps: [step(5), step(5)], channels: ['app', 'hall'] }
  const faults = (wayOut: Door): string[] => wayOutFaults(wayIn, wayOut).map(({ code }) => code)

  test('is no longer, no slower and as open as the way in; what the law asks does not count [R-09]', () => {
    expect(faults({ steps: [step(5), step(3)], channels: ['app', 'hall', 'phone'] })).toEqual([])
    expect(faults({ steps: [step(5), step(5), step(60, 'law')], channels: ['app', 'hall'] })).toEqual([])
    expect(faults({ steps: [step(1), step(1), step(1)], channels: ['app', 'hall'] })).toEqual(['guard.wayOutLonger'])
    expect(faults({ steps: [step(30)], channels: ['hall'] })).toEqual(['guard.wayOutSlower', 'guard.wayOutChannel'])
    expect(faults({ steps: [], channels: ['hall'] })).toEqual(['guard.wayOutUnknown'])
  })
})

const own: LawSetting = { ownNames: ['中国移动', '移动', '10086'], localPhrases: ['考虑一下我们的难处'] }
const say = (text: string, notice = false): PlannedStep => ({ doing: 'say', text, notice })
const items = (step: PlannedStep, on = '2026-11-22', setting = own): string[] =>
  breachesOf(step, [numberPortingCn], setting, on).map(({ code, params }) => `${params.item} ${code}`)

describe('the nine acts forbidden on taking one’s number along [R-22]', () => {
  test.each<[PlannedStep, string[]]>([
    [{ doing: 'answerLeave', answer: 'postponed', ground: null }, ['1 law.delay']],
    [{ doing: 'answerLeave', answer: 'refused', ground: 'systemUpgrade' }, ['1 law.delay']],
    [{ doing: 'answerLeave', answer: 'refused', ground: 'termOpen' }, []],
    [{ doing: 'answerLeave', answer: 'helped', ground: null }, []],
    [{ doing: 'persuade', leaveRequested: true }, ['2 law.interfere']],
    [{ doing: 'persuade', leaveRequested: false }, []],
    [{ doing: 'bindTerm', months: 24, agreed: false }, ['3 law.bindTerm']],
    [{ doing: 'bindTerm', months: 24, agreed: true }, []],
    [{ doing: 'limitService', because: 'leaving' }, ['4 law.degrade']],
    [{ doing: 'limitService', because: 'fault' }, []],
    [say('我们比联通便宜'), ['5 law.compare']],
    [say('转网后 没信号，您想好'), ['5 law.mislead']],
    [say('转网后没信号的地方以实测为准', true), []],
    [{ doing: 'offer', openTo: 'leaversOnly' }, ['6 law.special']],
    [{ doing: 'offer', openTo: 'alike' }, []],
    [{ doing: 'actFor', mandate: false }, ['7 law.proxy']],
    [{ doing: 'actFor', mandate: true }, []],
    [{ doing: 'holdNumber', userLeft: '2026-11-01' }, ['8 law.holdNumber']],
    [{ doing: 'holdNumber', userLeft: '2026-11-22' }, []],
    [say('请您考虑一下我们的难处'), ['9 law.local']],
  ])('%j breaks %j', (step, broken) => {
    expect(items(step)).toEqual(broken)
  })

  test('are all nine there, each with its source and the day it holds from', () => {
    expect([...new Set(numberPortingCn.acts.map(({ item }) => item))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    const [found] = breachesOf(say('换到电信吧'), [numberPortingCn], own, '2026-11-22')
    expect(found?.params).toMatchObject({
      number: '工信部信管〔2019〕242号',
      from: '2019-12-01',
      article: '9',
      found: '电信',
    })
  })

  test('name other providers, never ourselves, and not ordinary words', () => {
    expect(items(say('移动网络和移动电话都好用，拨 10086'))).toEqual([])
    expect(items(say('电信业务条例'))).toEqual([])
    expect(items(say('中国电信'), '2026-11-22', { ownNames: ['中国电信', '电信'], localPhrases: [] })).toEqual([])
    expect(items(say('移动更划算'), '2026-11-22', { ownNames: ['中国电信', '电信'], localPhrases: [] })).toEqual([
      '5 law.compare',
    ])
  })

  test('hold from their day and in their country', () => {
    const delay: PlannedStep = { doing: 'answerLeave', answer: 'refused', ground: null }
    expect(items(delay, '2019-11-30')).toEqual([])
    expect(items(delay, '2019-12-01')).toEqual(['1 law.delay'])
    const laws = [numberPortingCn, switchingEu]
    expect(lawsOn(laws, 'EU', 'person', '2026-11-22')).toEqual([switchingEu])
    expect(lawsOn(laws, 'EU', 'person', '2020-12-20')).toEqual([])
    expect(lawsOn(laws, 'CN', 'outlet', '2026-11-22')).toEqual([])
    expect(lawsOn(laws, null, 'person', '2026-11-22')).toEqual([])
    expect(breachesOf({ doing: 'persuade', leaveRequested: true }, [switchingEu], own, '2026-11-22')).toEqual([])
    expect(breachesOf({ doing: 'actFor', mandate: false }, [switchingEu], own, '2026-11-22')).toHaveLength(1)
  })
})
