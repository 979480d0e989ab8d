import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { finish, handOver, openOccasions, snooze, type WorkAct } from './acts.ts'
import { cadenceDays, cadenceOccasion, problemsOfCadence, quietDaySuggestions, startingCadence } from './cadence.ts'
import { planDay } from './dayPlan.ts'
import { rankWork, type WorkItem } from './rank.ts'
import { startingRank } from './rankRules.ts'
import * as stories from './stories.ts'
import { worklistZh } from './words.zh.ts'

const now = stories.mondayMorning

const rank = (list: stories.Story[]): WorkItem[] =>
  rankWork(
    list.flatMap(({ occasions }) => occasions),
    new Map(list.map(({ customer }) => [customer.customerId, customer])),
    now,
    startingRank,
  )

const only = (story: stories.Story): WorkItem => {
  const [item] = rank([story])
  if (!item) throw new Error('not on the list')
  return item
}

const tomorrow = { day: '2026-11-24', minute: 540 }

describe('putting off', () => {
  const ask = { until: tomorrow, reason: 'notToday' as const, note: '', told: null, by: 'lin' }

  test('not past a promise before the customer knows', () => {
    const li = only(stories.aShopOwnerWhoWasPromisedACall())
    const refused = snooze(li, ask, now)
    expect(refused).toMatchObject({ ok: false, error: { code: 'snooze.tellFirst' } })
    if (!refused.ok)
      expect(sentence(worklistZh, refused.error)).toBe(
        '“回电讲清 148 元漫游费”答应的是 2026-11-23 10:30；要推过这个时间，请先告诉客户，并说好新的时间。',
      )
    expect(snooze(li, { ...ask, until: { day: now.day, minute: 620 } }, now).ok).toBe(true)
    const newDue = { by: 'minute', day: '2026-11-24', minute: 600 } as const
    expect(snooze(li, { ...ask, told: { at: now, newDue } }, now).ok).toBe(true)
    const early = { ...newDue, minute: 500 }
    expect(snooze(li, { ...ask, told: { at: now, newDue: early } }, now)).toMatchObject({
      error: { code: 'snooze.newDueTooSoon' },
    })
    expect(snooze(li, { ...ask, told: { at: tomorrow, newDue } }, now)).toMatchObject({
      error: { code: 'snooze.toldInFuture' },
    })
    expect(snooze(li, { ...ask, told: { at: { day: '1900-01-01', minute: 0 }, newDue } }, now)).toMatchObject({
      error: { code: 'snooze.toldTooEarly' },
    })
  })

  test('only into a near future', () => {
    const liu = only(stories.aSchoolPastItsCadence())
    expect(snooze(liu, ask, now).ok).toBe(true)
    expect(snooze(liu, { ...ask, until: now }, now)).toMatchObject({ error: { code: 'snooze.notLater' } })
    expect(snooze(liu, { ...ask, until: { day: '2027-05-01', minute: 0 } }, now)).toMatchObject({
      error: { code: 'snooze.tooFar' },
    })
  })

  test('it comes back at its time, with the time the customer was told', () => {
    const { occasions } = stories.aShopOwnerWhoWasPromisedACall()
    const li = only(stories.aShopOwnerWhoWasPromisedACall())
    const newDue = { by: 'minute', day: '2026-11-24', minute: 600 } as const
    const act = snooze(li, { ...ask, told: { at: now, newDue } }, now)
    if (!act.ok) throw new Error(act.error.code)
    expect(openOccasions(occasions, [act.value], now, 'lin')).toEqual([])
    const back = openOccasions(occasions, [act.value], tomorrow, 'lin')
    expect(back.map(({ due }) => due)[0]).toEqual(newDue)
    expect(back).toHaveLength(3)
  })

  test('a new reason brings the customer back at once', () => {
    const story = stories.aSchoolPastItsCadence()
    const act = snooze(only(story), ask, now)
    if (!act.ok) throw new Error(act.error.code)
    const fresh = stories.aClosedComplaintNobodyAskedAbout().occasions.map((each) => ({ ...each, customerId: 'liu' }))
    expect(openOccasions([...story.occasions, ...fresh], [act.value], now, 'lin')).toEqual(fresh)
  })
})

describe('done and handed over', () => {
  const li = only(stories.aShopOwnerWhoWasPromisedACall())

  test('what is owed and still open comes back once its time has passed, or the next day', () => {
    const zhou = only(stories.aFactoryWaitingForATimetable())
    const done = finish(zhou, { touchId: null, note: '发了', by: 'lin' }, now)
    if (!done.ok) throw new Error(done.error.code)
    const openAt = (day: string, minute: number) => openOccasions([zhou.headline], [done.value], { day, minute }, 'lin')
    expect(openAt('2026-11-23', 11 * 60)).toEqual([])
    expect(openAt('2026-11-23', 11 * 60 + 1)).toEqual([zhou.headline])
    const late: WorkAct = { ...done.value, at: { day: '2026-11-23', minute: 12 * 60 } }
    expect(openOccasions([zhou.headline], [late], { day: '2026-11-23', minute: 17 * 60 }, 'lin')).toEqual([])
    expect(openOccasions([zhou.headline], [late], { day: '2026-11-24', minute: 540 }, 'lin')).toEqual([zhou.headline])
  })

  test('what was owed is not ticked off in silence', () => {
    expect(finish(li, { touchId: null, note: ' ', by: 'lin' }, now)).toMatchObject({
      error: { code: 'done.whatHappened' },
    })
    expect(finish(li, { touchId: 't', note: '', by: 'lin' }, now).ok).toBe(true)
    expect(finish(only(stories.aSchoolPastItsCadence()), { touchId: null, note: '', by: 'lin' }, now).ok).toBe(true)
  })

  test('the colleague sees it, the giver no longer', () => {
    const given = handOver(li, { to: 'han', reason: '我下午出差', by: 'lin' }, now)
    if (!given.ok) throw new Error(given.error.code)
    const acts: WorkAct[] = [given.value]
    const { occasions } = stories.aShopOwnerWhoWasPromisedACall()
    expect(openOccasions(occasions, acts, now, 'lin')).toEqual([])
    expect(openOccasions(occasions, acts, now, 'han')).toEqual(occasions)
    expect(handOver(li, { to: 'lin', reason: 'x', by: 'lin' }, now)).toMatchObject({
      error: { code: 'handOver.toSelf' },
    })
    expect(handOver(li, { to: 'han', reason: '', by: 'lin' }, now)).toMatchObject({
      error: { code: 'handOver.noReason' },
    })
  })
})

describe('overloaded and empty days', () => {
  const items = rank(stories.everyStory())
  const later = [
    { day: '2026-11-24', minutes: 60 },
    { day: '2026-11-25', minutes: 60 },
  ]

  test('a day that fits is left alone', () => {
    const plan = planDay(items, { day: now.day, minutes: 480 }, later, startingRank)
    expect([plan.move, plan.giveAway, plan.said[0]?.code]).toEqual([[], { customers: 0, minutes: 0 }, 'day.fits'])
    expect(planDay([], { day: now.day, minutes: 480 }, later, startingRank).said[0]?.code).toBe('day.empty')
  })

  test('the lowest ranks move to days with room, what was promised for today stays', () => {
    const plan = planDay(items, { day: now.day, minutes: 90 }, later, startingRank)
    expect(plan.stay).toEqual(['he', 'li', 'zhou'])
    expect(plan.move.map(({ customerId }) => customerId)).toEqual(['zhao', 'liu', 'wang', 'sun', 'chen'])
    const used = new Map(later.map(({ day, minutes }) => [day, minutes]))
    for (const { customerId, to } of plan.move)
      used.set(to, (used.get(to) ?? 0) - (items.find((item) => item.customerId === customerId)?.minutes ?? 0))
    for (const left of used.values()) expect(left).toBeGreaterThanOrEqual(0)
    expect(sentence(worklistZh, plan.said[0] ?? { code: '', params: {} })).toBe(
      '今天约需 2 小时 43 分，只有 1 小时 30 分；建议把 5 位推到后面几天，今天必须做的 3 位不动。',
    )
  })

  test('what fits nowhere is offered to a colleague', () => {
    const plan = planDay(items, { day: now.day, minutes: 30 }, [], startingRank)
    expect(plan.move).toEqual([])
    expect(plan.giveAway.customers).toBeGreaterThan(0)
    expect(plan.said.at(-1)?.code).toBe('day.giveAway')
  })

  test('a quiet day offers those unheard longest by their own cadence', () => {
    const base = { kind: 'person' as const, lastTopic: null, missing: [] }
    const customers = [
      { ...base, customerId: 'd', tier: 'D', lastContact: '2026-07-01' },
      { ...base, customerId: 'a', tier: 'A', lastContact: '2026-10-25' },
      { ...base, customerId: 'fresh', tier: 'A', lastContact: '2026-11-20' },
      { ...base, customerId: 'never', tier: 'C', lastContact: null, missing: ['birthday' as const] },
      { ...base, customerId: 'listed', tier: 'A', lastContact: null },
    ]
    const offered = quietDaySuggestions(customers, new Set(['listed']), startingCadence, now.day, 5)
    expect(offered.map(({ customerId }) => customerId)).toEqual(['never', 'a', 'd'])
    expect(offered[0]?.said.map((said) => sentence(worklistZh, said))).toEqual([
      '还没有联系过一次。',
      '档案里还缺生日，可以顺便问。',
    ])
  })
})

describe('cadence', () => {
  const history = { customerId: 'c', kind: 'person' as const, tier: 'A', lastContact: '2026-10-20', lastTopic: null }

  test('comes from tier and kind, and late is for this week', () => {
    expect(cadenceDays(startingCadence, 'person', 'A')).toBe(30)
    expect(cadenceDays(startingCadence, 'person', null)).toBeNull()
    expect(cadenceOccasion(history, startingCadence, now.day)).toMatchObject({
      days: 34,
      due: { by: 'week', day: '2026-11-29' },
    })
    expect(cadenceOccasion({ ...history, tier: 'Z' }, startingCadence, now.day)).toBeNull()
    expect(cadenceOccasion({ ...history, lastContact: '2026-11-20' }, startingCadence, now.day)?.due.day).toBe(
      '2026-12-20',
    )
  })

  test('an interval of nothing is refused', () => {
    expect(problemsOfCadence(startingCadence)).toEqual([])
    expect(problemsOfCadence({ ...startingCadence, person: { A: 0, B: 1.5 } })).toHaveLength(2)
  })
})
