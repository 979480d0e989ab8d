import { pulseUnitOf, pulseWeekOf } from '#domain/economics/pulse.ts'
import { addDays } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { chanceOf } from './chance.ts'
import { AS_OF, at } from './moment.ts'
import { staffId } from './people.ts'
import type { Rows } from './rows.ts'

type Unit = { id: Id; parent_id: Id | null }
type Person = { unit_id: Id; roles: readonly string[]; active?: boolean }

const WEEKS = 26
const asked = ['manager', 'vip_desk', 'lead']

/** Half a year of the two weekly questions, counted by unit: a summer that went well, a hard October, a better November. */
export const tellPulse = (rows: Rows): void => {
  const random = chanceOf('pulse')
  const people = rows.all<Person>('staff').filter(({ roles }) => roles.some((role) => asked.includes(role)))
  const units = rows.all<Unit>('unit').map(({ id, parent_id }) => ({
    id,
    parentId: parent_id,
    people: people.filter(({ unit_id }) => unit_id === id).length,
  }))
  for (let back = WEEKS; back >= 1; back--) {
    const week = addDays(pulseWeekOf(AS_OF), -7 * back)
    const mood = back > 9 ? 0.72 : back > 4 ? 0.45 : 0.62
    const counted = new Map<string, { unit: Id; well: number; able: number; answers: number }>()
    for (const { unit_id } of people) {
      const [well, able] = [grade(random() * 0.5 + mood), grade(random() * 0.4 + mood - 0.05)]
      if (random() < 0.06) continue
      const unit = pulseUnitOf(unit_id, units)
      if (!unit) continue
      const key = `${unit} ${well} ${able}`
      const known = counted.get(key) ?? { unit, well, able, answers: 0 }
      counted.set(key, { ...known, answers: known.answers + 1 })
    }
    for (const { unit, well, able, answers } of counted.values())
      rows.add('pulse_count', { week, unit_id: unit, well, able, answers })
  }
  tellCost(rows)
}

const grade = (share: number): number => Math.min(5, Math.max(1, Math.round(share * 5)))

/** What winning a customer cost, from last year’s advertising; a lead corrected it once. */
const tellCost = (rows: Rows): void => {
  const edits = [
    ['costToWin', null, 42_000, 'yan', '10-12 09:20'],
    ['costToWin', 42_000, 36_500, 'gu', '11-03 16:40'],
    ['margin', 0.4, 0.38, 'gu', '11-03 16:42'],
  ] as const
  for (const [figure, was, became, by, when] of edits)
    rows.add('economics_edit', {
      id: rows.freshId(),
      figure,
      was,
      became,
      edited_by: staffId(by),
      edited_at: at(when),
    })
}
