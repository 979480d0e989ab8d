import { expect, test } from 'vitest'
import type { Standing } from '#domain/portfolio/standing.ts'
import { finish, snooze } from './acts.ts'
import { riskOccasion, startingRiskRules, tierOccasion } from './fromStanding.ts'
import { startingRank } from './rankRules.ts'
import { everyStory, mondayMorning } from './stories.ts'
import { todayOf } from './today.ts'

const now = mondayMorning
const stories = everyStory()
const occasions = stories.flatMap((story) => story.occasions)
const customers = new Map(stories.map(({ customer }) => [customer.customerId, customer]))

test('what is done or put off leaves the list and stands under its own tab', () => {
  const before = todayOf(occasions, customers, [], 'lin', now, startingRank)
  const li = before.toContact.find(({ customerId }) => customerId === 'li')
  const liu = before.toContact.find(({ customerId }) => customerId === 'liu')
  if (!li || !liu) throw new Error('not on the list')
  const done = finish(li, { touchId: 't', note: '', by: 'lin' }, now)
  const until = { day: '2026-11-25', minute: 540 }
  const put = snooze(liu, { until, reason: 'customerAsked', note: '', told: null, by: 'lin' }, now)
  if (!done.ok || !put.ok) throw new Error('refused')
  const after = todayOf(occasions, customers, [done.value, put.value], 'lin', now, startingRank)
  expect(after.toContact).toHaveLength(before.toContact.length - 2)
  expect(after.minutes).toBe(before.minutes - li.minutes - liu.minutes)
  expect([after.done.length, after.snoozed.length]).toEqual([1, 1])
  const later = todayOf(occasions, customers, [done.value, put.value], 'lin', until, startingRank)
  expect(later.toContact.some(({ customerId }) => customerId === 'liu')).toBe(true)
  expect([later.done.length, later.snoozed.length]).toEqual([0, 0])
})

test('risks and tier borders become reasons once a month', () => {
  const standing: Standing = {
    customerId: 'li',
    kind: 'person',
    present: true,
    paid12: 1_164_000,
    months: 12,
    state: 'ranked',
    tier: 'A',
    rank: 1,
    top: 0.06,
    value: 97_000,
    risk: 0.38,
  }
  const risk = riskOccasion(standing, 0.21, startingRiskRules, now.day)
  expect(risk).toMatchObject({
    kind: 'risk',
    recordId: 'li/2026-11',
    stake: 442_320,
    due: { by: 'week', day: '2026-11-27' },
  })
  expect(riskOccasion({ ...standing, risk: 0.12 }, 0.11, startingRiskRules, now.day)).toBeNull()
  expect(riskOccasion({ ...standing, risk: 0.22 }, 0.11, startingRiskRules, now.day)).not.toBeNull()
  expect(riskOccasion({ ...standing, paid12: 1000 }, 0.21, startingRiskRules, now.day)).toBeNull()
  expect(riskOccasion({ ...standing, risk: null }, null, startingRiskRules, now.day)).toBeNull()
  const near = {
    customerId: 'zhao',
    kind: 'group' as const,
    tier: 'B',
    toward: 'A',
    border: 10_000_000,
    per: 'year' as const,
    distance: 186_000,
    share: 0.0186,
    nearer: null,
  }
  expect(tierOccasion(near, true, null, now.day)).toMatchObject({ kind: 'tierUp', tier: 'A', missing: 186_000 })
  expect(tierOccasion(near, false, null, '2026-11-28')).toMatchObject({
    kind: 'tierDown',
    tier: 'B',
    due: { day: '2026-11-29' },
  })
})

test('without bills a high chance of leaving is a reason too, and the surer one comes first', () => {
  const known = (customerId: string, risk: number) =>
    riskOccasion({ customerId, paid12: 0, months: 0, risk }, null, startingRiskRules, now.day)
  expect(known('a', 0.49)).toBeNull()
  expect(known('a', 0.62)).not.toHaveProperty('stake')
  const [a, b] = [known('a', 0.62), known('b', 0.93)]
  if (!a || !b) throw new Error('no reason')
  const unbilled = (customerId: string) => ({
    customerId,
    kind: 'person' as const,
    tier: null,
    paid12: 0,
    risk: null,
  })
  const those = new Map(['a', 'b'].map((id) => [id, unbilled(id)]))
  const { toContact } = todayOf([a, b], those, [], 'lin', now, startingRank)
  expect(toContact.map(({ customerId }) => customerId)).toEqual(['b', 'a'])
  expect(toContact[0]?.parts).toContainEqual({ code: 'rank.chance', params: { points: 93, risk: 0.93 } })
})

test('what was paid in three months is a quarter of what a year is worth', () => {
  const risk = riskOccasion({ customerId: 'a', paid12: 30_000, months: 3, risk: 0.5 }, null, startingRiskRules, now.day)
  expect(risk?.stake).toBe(60_000)
})
