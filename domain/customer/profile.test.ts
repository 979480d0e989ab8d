import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillOf } from './completeness.ts'
import { deciderWarning, type InRole } from './deciders.ts'
import { type Comparable, likenessOf } from './duplicates.ts'
import { answersFrom, stageOf } from './experience.ts'
import { outletCode } from './outlet-code.ts'
import { likelyStyle, styleCues } from './style.ts'

describe('style from observable cues [K-14]', () => {
  test('two cues of one style name it, a single one does not, opposite ones withdraw it', () => {
    expect(likelyStyle(['slow_soft'])).toBeNull()
    expect(likelyStyle(['slow_soft', 'patient', '爱听数字'])).toMatchObject({ style: 'amiable', against: 0 })
    expect(likelyStyle(['slow_soft', 'patient', 'direct'])).toMatchObject({ style: 'amiable', against: 1 })
    expect(likelyStyle(['slow_soft', 'patient', 'direct', 'fast_talk'])).toBeNull()
  })

  test('the order in which cues were seen and repeated ones change nothing', () => {
    const all = Object.values(styleCues).flat()
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all)), (cues) => {
        const style = likelyStyle(cues)?.style
        expect(likelyStyle([...cues, ...cues].toReversed())?.style).toBe(style)
      }),
    )
  })
})

describe('stage of experience from the interview [K-16]', () => {
  test.each([
    [{}, null],
    [{ knows: 'no' }, null],
    [{ knows: 'yes' }, 'awareness'],
    [{ knows: 'yes', charging: 'no' }, 'awareness'],
    [{ knows: 'yes', functions: '能看监控' }, 'knowledge'],
    [{ opening: 'complex' }, 'inclination'],
    [{ opening: 'simple', frequency: 'never' }, 'inclination'],
    [{ frequency: 'weekly', goOn: 'unsure' }, 'use'],
    [{ frequency: 'daily', goOn: 'yes' }, 'loyalty'],
  ])('%j shows %s', (answers, stage) => {
    expect(stageOf(answers as Record<string, string>)).toBe(stage)
  })

  test('answers to questions nobody asked are not kept', () => {
    expect(answersFrom({ knows: 'perhaps', route: ' 邻居 ', other: 'x' })).toEqual({ route: '邻居' })
  })
})

describe('who decides [K-20]', () => {
  const zhou = (lastMetOn: string | null): InRole => ({
    name: '周敬山',
    addressForm: '周总',
    role: 'decider',
    lastMetOn,
  })

  test('an unknown decider is asked for, one not met within the tier’s days is named with the days', () => {
    expect(deciderWarning([], 'A', '2026-11-23')).toEqual({ code: 'decider.unknown', params: {} })
    expect(deciderWarning([zhou(null)], 'A', '2026-11-23')?.code).toBe('decider.never_met')
    expect(deciderWarning([zhou('2026-10-02')], 'A', '2026-11-23')).toEqual({
      code: 'decider.not_met',
      params: { called: '周总', days: 52, tier: 'A', within: 45 },
    })
    expect(deciderWarning([zhou('2026-10-02')], 'B', '2026-11-23')).toBeNull()
    expect(deciderWarning([zhou('2020-01-01')], null, '2026-11-23')).toBeNull()
  })
})

describe('the outlet file', () => {
  test('its code spells market, format and size, and needs all three [K-30]', () => {
    expect(outletCode({ marketType: 'town', format: 'grocery', scale: 'large' })).toBe('CZ1')
    expect(outletCode({ marketType: 'country', format: 'convenience' })).toBeNull()
  })

  test('each block says how full it is and how the rest is usually learnt [K-32][K-36]', () => {
    const fill = fillOf('outlet', { licenceNumber: '330001', credit: 'a' })
    expect(fill.map(({ block }) => block)).toEqual([
      'basics',
      'ways',
      'business',
      'network',
      'licence',
      'sales',
      'image',
      'personal',
    ])
    const licence = fill.find(({ block }) => block === 'licence')
    expect([licence?.known, licence?.of]).toEqual([2, 3])
    expect(licence?.missing).toMatchObject([{ field: { key: 'licenceUntil' }, ask: 'visit' }])
  })
})

describe('likely duplicates', () => {
  const record = (id: string, name: string, more: Partial<Comparable> = {}): Comparable => ({
    id,
    kind: 'person',
    name,
    folded: name,
    numbers: [],
    papers: [],
    ...more,
  })

  test('one number under two customers, one licence, one name', () => {
    const a = record('1', '李素珍', { numbers: ['13000126027'] })
    expect(likenessOf(a, record('2', '李素贞', { numbers: ['13000126027'] }))?.why.map(({ code }) => code)).toEqual([
      'duplicate.same_number',
      'duplicate.near_name',
    ])
    expect(likenessOf(a, record('2', '李素珍'))?.score).toBe(30)
    expect(likenessOf(a, record('2', '李素贞'))).toBeNull()
    expect(likenessOf(a, record('2', '李素珍', { kind: 'outlet' }))).toBeNull()
    expect(likenessOf(a, a)).toBeNull()
  })

  test('likeness does not depend on which of the two comes first', () => {
    const name = fc.stringMatching(/^[李王张素珍贞华]{1,5}$/)
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [a, b] = [record('1', one), record('2', other)]
        expect(likenessOf(a, b)?.score).toBe(likenessOf(b, a)?.score)
      }),
    )
  })
})
