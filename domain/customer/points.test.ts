import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '#domain/kernel/day.ts'
import { mayStand, pointsAccount, type PointsEntry, pointsFactor } from './points.ts'

const today = '2026-11-23'
const spend = (id: string, on: string, points: number): PointsEntry => ({
  id,
  on,
  what: '电饭煲',
  kind: 'spend',
  points,
  gift: 'goods',
})

describe('points [K-26, K-27]', () => {
  it('counts one for each whole yuan, times the factor of the class', () => {
    const bills = [{ month: '2026-10', totalFen: 20_099 }]
    expect(pointsAccount(bills, [], null, today).left).toBe(200)
    expect(pointsAccount(bills, [], '三星', today).left).toBe(400)
    expect(['一星', '二星客户', '3 星', '四星', 'five', '5-star', '金卡'].map(pointsFactor)).toEqual([
      1, 1.5, 2, 2.5, 1, 2.5, 1,
    ])
  })

  it('counts less of a month paid late, as the billing office says', () => {
    const bills = [{ month: '2026-10', totalFen: 20_000 }]
    const late: PointsEntry = {
      id: 'a',
      on: '2026-11-12',
      what: '迟缴 12 天',
      kind: 'late',
      month: '2026-10',
      share: 60,
    }
    expect(pointsAccount(bills, [late], null, today).lots[0]).toMatchObject({ share: 60, points: 120 })
  })

  it('spends the oldest first and says which', () => {
    const bills = ['2026-08', '2026-09', '2026-10'].map((month) => ({ month, totalFen: 10_000 }))
    const { spent, lots } = pointsAccount(bills, [spend('a', '2026-11-01', 150)], null, today)
    expect(spent[0]?.of).toEqual([
      { month: '2026-08', points: 100 },
      { month: '2026-09', points: 50 },
    ])
    expect(lots.map(({ left }) => left)).toEqual([100, 50, 0])
  })

  it('clears what is three years old in December, and says before what will go', () => {
    const bills = [
      { month: '2023-12', totalFen: 9900 },
      { month: '2024-03', totalFen: 5000 },
    ]
    const now = pointsAccount(bills, [], null, today)
    expect(now.lots.at(-1)).toMatchObject({ expired: 99, left: 0, lastDay: '2025-12-31' })
    expect(now.expiring).toEqual({ points: 50, on: '2026-12-31' })
    expect(pointsAccount(bills, [], null, '2027-01-01').left).toBe(0)
  })

  it('a credit note earns nothing and takes nothing', () => {
    expect(pointsAccount([{ month: '2026-10', totalFen: -5000 }], [], '四星', today).left).toBe(0)
  })

  it('never loses or makes a point: earned = spent + expired + left, whatever is spent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(47), fc.integer({ min: -9999, max: 99_999 })), { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(47), fc.integer({ min: 1, max: 3000 })), { maxLength: 10 }),
        (bills, spends) => {
          const paid = new Map(bills.map(([ago, totalFen]) => [addMonths('2026-10', -ago), totalFen]))
          const account = pointsAccount(
            [...paid].map(([month, totalFen]) => ({ month, totalFen })),
            spends.map(([ago, points], i) => spend(String(i), `${addMonths('2026-10', -ago)}-20`, points)),
            '二星',
            today,
          )
          for (const { points, spent, expired, left } of account.lots) expect(points).toBe(spent + expired + left)
          const taken = account.spent.flatMap(({ of }) => of).reduce((sum, { points }) => sum + points, 0)
          expect(taken).toBe(account.lots.reduce((sum, { spent }) => sum + spent, 0))
          for (const { on, of } of account.spent) for (const { month } of of) expect(month <= on.slice(0, 7)).toBe(true)
        },
      ),
    )
  })
})

describe('what may be written about points', () => {
  const account = (entries: readonly PointsEntry[]) => pointsAccount([], entries, null, today)
  const reward = (id: string, on: string, points: number): PointsEntry => ({
    id,
    on,
    what: '答谢',
    kind: 'reward',
    points,
  })
  const entry = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 23 }),
  )
  const written = entry.chain(([id, points, day]) => {
    const on = `2026-11-${String(day).padStart(2, '0')}`
    return fc.constantFrom<PointsEntry | { removed: string }>(reward(id, on, points), spend(id, on, points), {
      removed: id,
    })
  })

  it('leaves no gift without the points it was taken out of, whatever is written in whatever order', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 20 }), (writes) => {
        let entries: PointsEntry[] = []
        for (const each of writes) {
          const id = 'removed' in each ? each.removed : each.id
          const others = entries.filter((one) => one.id !== id)
          const next = 'removed' in each ? others : [...others, each]
          const stands = mayStand(account(entries), account(next), 'removed' in each ? null : each, today)
          if (stands.ok) entries = next
        }
        for (const { points, of } of account(entries).spent)
          expect(of.reduce((sum, one) => sum + one.points, 0)).toBe(points)
      }),
    )
  })

  it('leaves a gift of before these rules as short as it was', () => {
    const short = [spend('a', '2026-11-01', 500)]
    const next = [...short, reward('b', '2026-11-02', 100)]
    expect(mayStand(account(short), account(next), next[1] ?? null, today).ok).toBe(true)
  })
})
