import type { Random } from '#domain/kernel/random.ts'
import { normal } from '../chance.ts'

/** Which months in the year are strong, November first; one list a trade. */
const seasons = {
  even: Array.from({ length: 12 }, () => 1),
  // Spring Festival and the autumn feasts fill the shelves.
  shop: [1, 1.12, 1.3, 1.18, 0.92, 0.9, 0.92, 0.94, 0.9, 0.96, 1.12, 1.02],
}

/** Three months that lead to a change of so many percent, the last of them `last`. After them the level is as before. */
type Turn = { last: number; percent: number }

export type Course = {
  base: number
  yearly: number
  noise: number
  season: keyof typeof seasons
  turns?: readonly Turn[]
  lastMonth?: number
}

/** Twenty-four bills in yuan: a level, its yearly growth, a season and chance. From `lastMonth` (0–23) on, a leaver pays nothing. */
export const twoYears = (
  random: Random,
  { base, yearly, noise, season, turns = [], lastMonth = 24 }: Course,
): number[] =>
  Array.from({ length: 24 }, (_, i) => {
    const turned = turns.reduce((share, turn) => share * turnedBy(turn, i), 1)
    const level = base * turned * (1 + yearly * ((i - 23) / 12)) * (seasons[season][i % 12] ?? 1)
    const amount = Math.max(1, level * Math.exp(noise * normal(random)))
    if (i > lastMonth) return 0
    const half = i === lastMonth ? 0.4 : 1
    return Math.round(amount * half * 100) / 100
  })

const turnedBy = ({ last, percent }: Turn, i: number): number => {
  const step = i - (last - 3)
  return step < 1 || step > 3 ? 1 : 1 + ((percent / 100) * step) / 3
}
