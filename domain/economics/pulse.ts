import { addDays, type Day, weekdayOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'

/** One person's two answers of a week, 1–5: how the week was, and whether one could do right by customers. No name is kept with it. */
export type PulseAnswer = { unitId: Id; week: Day; well: number; able: number }

/** With fewer answers one could be worked out. */
export const LEAST_PULSE = 5

/** How many answered, told in steps, so that one more answer cannot be read off from one week to the next. */
export type PulseCount = 'few' | 'some' | 'many'

/** Means to one decimal of each question, null where too few answered. */
export type Pulse = {
  unitId: Id | null
  count: PulseCount | null
  well: number | null
  able: number | null
  said: Said<PulseFacts> | null
}

export type PulseFacts = {
  'pulse.tooFew': { least: number }
  'pulse.kept': { least: number }
}

/**
 * A week's pulse of each unit and of all together (`unitId` null, the last). A unit is shown from five answers on. What the shown figures
 * leave over must be nobody or at least five people as well: if all together less the shown units left fewer, the smallest shown unit is kept
 * back too, and if that does not help the whole is. Answers off the scale or of another week are passed over.
 */
export const pulsesOf = (answers: readonly PulseAnswer[], units: readonly Id[], week: Day): Pulse[] => {
  const own = answers.filter((each) => each.week === week && onScale(each.well) && onScale(each.able))
  const byUnit = units.map((unitId) => ({ unitId, answers: own.filter((each) => each.unitId === unitId) }))
  const all = byUnit.flatMap((unit) => unit.answers)
  const shown = new Set(byUnit.filter((unit) => unit.answers.length >= LEAST_PULSE).map(({ unitId }) => unitId))
  const leftOver = (): number =>
    all.length - byUnit.filter(({ unitId }) => shown.has(unitId)).reduce((sum, unit) => sum + unit.answers.length, 0)
  const smallest = byUnit
    .filter(({ unitId }) => shown.has(unitId))
    .toSorted((a, b) => a.answers.length - b.answers.length || (a.unitId < b.unitId ? -1 : 1))[0]
  const tellsTooMuch = leftOver() > 0 && leftOver() < LEAST_PULSE
  if (tellsTooMuch && smallest) shown.delete(smallest.unitId)
  const whole = all.length >= LEAST_PULSE && (leftOver() === 0 || leftOver() >= LEAST_PULSE)
  return [...byUnit.map(({ unitId, answers: of }) => pulse(unitId, of, shown.has(unitId))), pulse(null, all, whole)]
}

const onScale = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 5

const pulse = (unitId: Id | null, of: readonly PulseAnswer[], shown: boolean): Pulse => {
  if (!shown) {
    const code = of.length >= LEAST_PULSE ? 'pulse.kept' : 'pulse.tooFew'
    return { unitId, count: null, well: null, able: null, said: { code, params: { least: LEAST_PULSE } } }
  }
  const count = of.length < 10 ? 'few' : of.length < 20 ? 'some' : 'many'
  return { unitId, count, well: mean(of, 'well'), able: mean(of, 'able'), said: null }
}

const mean = (of: readonly PulseAnswer[], question: 'well' | 'able'): number =>
  Math.round((of.reduce((sum, each) => sum + each[question], 0) / of.length) * 10) / 10

/** People who may answer, by unit; units lie below each other. */
export type PulseUnit = { id: Id; parentId: Id | null; people: number }

/**
 * The unit an answer is counted under: one's own if enough people could have given it, else the nearest above that has as many with all
 * below it. Null where not even the top one has: then nobody there is asked, for the answers could never be shown.
 */
export const pulseUnitOf = (unitId: Id, units: readonly PulseUnit[]): Id | null => {
  const unit = units.find(({ id }) => id === unitId)
  if (!unit) return null
  if (peopleUnder(unit.id, units) >= LEAST_PULSE) return unit.id
  return unit.parentId === null ? null : pulseUnitOf(unit.parentId, units)
}

const peopleUnder = (unitId: Id, units: readonly PulseUnit[]): number => {
  const own = units.find(({ id }) => id === unitId)?.people ?? 0
  return units.filter(({ parentId }) => parentId === unitId).reduce((sum, { id }) => sum + peopleUnder(id, units), own)
}

/** The week that is asked about, by its Monday: the running one from Friday on, until then the one before. */
export const pulseWeekOf = (day: Day): Day => {
  const inIt = addDays(day, -FRIDAY_IS_AFTER)
  return addDays(inIt, 1 - weekdayOf(inIt))
}

const FRIDAY_IS_AFTER = 4
