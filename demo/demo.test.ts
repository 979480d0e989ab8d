import { describe, expect, test } from 'vitest'
import { addMonths, dayIn } from '#domain/kernel/day.ts'
import { deliveryMissesMarket, dayRuleFrom } from '#domain/kernel/market.ts'
import { createAuth } from '#server/staff/auth.ts'
import { testDatabase } from '#test/database.ts'
import { fillDemo } from './fill.ts'
import { AS_OF } from './moment.ts'
import { twelveStories } from './stories/twelve.ts'
import { tellBranch } from './tell.ts'

type Customer = { id: string; name: string; kind: string; dossier: Record<string, unknown> }

const rows = tellBranch()
const customers = rows.all<Customer>('customer')
const tables = ['customer', 'member', 'bill', 'touch', 'promise', 'expectation', 'service_case'] as const

describe('the demo branch', () => {
  test('is the same every time', () => {
    const again = tellBranch()
    for (const table of tables) expect(again.all(table)).toEqual(rows.all(table))
  })

  test('tells twelve stories, four of which failed, each about a customer who is there', () => {
    expect(twelveStories).toHaveLength(12)
    expect(twelveStories.filter(({ ends }) => ends === 'failed')).toHaveLength(4)
    const names = new Set(customers.map(({ name }) => name))
    for (const { who } of twelveStories) expect(names, who).toContain(who)
  })

  test('has few customers who bring most of the money, as published of a real branch: 5.85 % bring 43.75 % [K-02]', () => {
    const paid = new Map<string, number>()
    for (const bill of rows.all<{ customer_id: string; month: number; amount_fen: number }>('bill'))
      if (bill.month > 202510) paid.set(bill.customer_id, (paid.get(bill.customer_id) ?? 0) + bill.amount_fen)
    const shareOfTop = (kind: string, top: number): number => {
      const sums = customers.flatMap((each) => (each.kind === kind ? (paid.get(each.id) ?? []) : []))
      const sorted = sums.toSorted((a, b) => b - a)
      const sum = (all: readonly number[]) => all.reduce((total, fen) => total + fen, 0)
      return sum(sorted.slice(0, Math.round(sorted.length * top))) / sum(sorted)
    }
    expect(shareOfTop('person', 0.0585)).toBeGreaterThan(0.35)
    expect(shareOfTop('group', 0.0585)).toBeGreaterThan(0.35)
    expect(shareOfTop('outlet', 0.0585)).toBeLessThan(0.3)
  })

  test('counts as many complaints in half a year as are on record, whenever it counts', () => {
    const complaints = rows
      .all<{ customer_id: string; kind: string; opened_at: Date }>('service_case')
      .filter(({ kind }) => kind === 'complaint')
    for (const { customer_id, as_of, attributes } of rows.all<{
      customer_id: string
      as_of: string
      attributes: Record<string, unknown>
    }>('attribute_snapshot')) {
      const from = `${addMonths(as_of.slice(0, 7), -6)}${as_of.slice(7)}`
      const known = complaints.filter((each) => {
        const day = dayIn(each.opened_at, 'Asia/Shanghai')
        return each.customer_id === customer_id && day > from && day <= as_of
      })
      const name = customers.find(({ id }) => id === customer_id)?.name
      expect([name, as_of, known.length]).toEqual([name, as_of, Number(attributes['近半年投诉次数'])])
    }
  })

  test('lets nothing happen after its own morning', () => {
    const morning = new Date(`${AS_OF}T02:00:00Z`)
    for (const touch of rows.all<{ at: Date }>('touch')) expect(touch.at <= morning).toBe(true)
    for (const promise of rows.all<{ made_at: Date; settled_at: Date | null; due_at: Date }>('promise')) {
      expect(promise.made_at <= promise.due_at).toBe(true)
      expect((promise.settled_at ?? promise.made_at) >= promise.made_at).toBe(true)
      expect((promise.settled_at ?? morning) <= morning).toBe(true)
    }
    for (const { done_at } of rows.all<{ done_at: Date }>('care_act')) expect(done_at <= morning).toBe(true)
    for (const { noted_at } of rows.all<{ noted_at: Date }>('thanks')) expect(noted_at <= morning).toBe(true)
    for (const { written_at } of rows.all<{ written_at: Date }>('gratitude')) expect(written_at <= morning).toBe(true)
  })

  test('gives every telephone number once', () => {
    const numbers = rows.all<{ number: string | null }>('member').flatMap(({ number }) => number ?? [])
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('has one customer who was entered twice, to be found by whoever looks for doubles', () => {
    const names = Map.groupBy(customers, ({ name }) => name)
    const twice = [...names.values()].filter((same) => same.length > 1)
    expect(twice.map((same) => same.map(({ name }) => name))).toEqual([['卓映秋', '卓映秋']])
    const papers = twice.flat().map(({ dossier }) => dossier['idNumber'])
    expect(new Set(papers).size).toBe(1)
  })

  test('fills the shelf of Fushun the day after market, most of November', () => {
    const dossier: Record<string, unknown> = customers.find(({ name }) => name === '福顺烟酒店')?.dossier ?? {}
    const [delivery, market] = [dayRuleFrom(dossier['deliveryDays']), dayRuleFrom(dossier['marketDays'])]
    if (!delivery || !market) throw new Error('no rules')
    const missed = deliveryMissesMarket(delivery, market, '2026-11-01', '2026-11-30')
    expect(missed.length).toBeGreaterThanOrEqual(5)
    expect(missed.map((each) => each.market)).toContain('2026-11-24')
  })
})

test('the demo opens ranked and warned, once', { timeout: 180_000 }, async () => {
  const { db } = await testDatabase()
  const auth = createAuth(db, 'a secret only for tests, of sufficient length', 'http://localhost')
  await fillDemo(db, auth)
  await fillDemo(db, auth)
  const standings = await db
    .selectFrom('standing')
    .innerJoin('customer', 'customer.id', 'standing.customer_id')
    .select([
      'customer.name',
      'customer.kind',
      'standing.tier',
      'standing.risk',
      'standing.band',
      'standing.paid12_fen',
    ])
    .where('standing.branch_id', '=', 1)
    .where('standing.month', '=', 202610)
    .execute()
  expect(standings).toHaveLength(customers.length)
  const li = standings.find(({ name }) => name === '李素珍')
  expect(li).toMatchObject({ tier: 'A', band: 'raised', paid12_fen: 1_164_000 })
  expect(standings.find(({ name }) => name === '北屿冷链物流')).toMatchObject({ tier: 'B', paid12_fen: 9_814_000 })

  const people = standings.filter(({ kind, tier }) => kind === 'person' && tier !== null)
  const of = (tier: string): number => people.filter((each) => each.tier === tier).length / people.length
  expect(of('A')).toBeLessThan(0.09)
  expect([of('A'), of('B'), of('C'), of('D')]).toEqual([of('A'), of('B'), of('C'), of('D')].toSorted((a, b) => a - b))

  const high = standings.filter(({ band }) => band === 'high').length
  expect(high).toBeGreaterThanOrEqual(3)
  expect(high).toBeLessThan(20)
  expect(standings.filter(({ band }) => band === 'raised').length).toBeGreaterThan(high)
})
