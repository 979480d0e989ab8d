import { addDays, type Day, type Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { yuan } from '#domain/kernel/wording.ts'

/** A figure as people say it: 4,370 and 46.04 and 0.25, never 197.6412. */
export const figure = (value: number): string => {
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(value)
}

/** From a hundred yuan on, nobody wants the fen. */
export const money = (fen: Fen): string => yuan(Math.abs(fen) >= 10_000 ? Math.round(fen / 100) * 100 : Math.round(fen))

export const monthParts = (text: Month): { year: string; month: number } => ({
  year: text.slice(0, 4),
  month: Number(text.slice(5)),
})

/** A day in its parts; its year goes without saying when it is that of the day it is read on, `daysAgo` days later. */
export const dayParts = (text: Day, daysAgo: number) => ({
  year: text.slice(0, 4),
  month: Number(text.slice(5, 7)),
  day: Number(text.slice(8)),
  sameYear: addDays(text, daysAgo).slice(0, 4) === text.slice(0, 4),
})
