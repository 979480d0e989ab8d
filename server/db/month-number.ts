import type { Month } from '#domain/kernel/day.ts'

/** `2026-11` → 202611, as tables hold months. */
export const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7))

/** 202611 → `2026-11`. */
export const monthOfNumber = (number: number): Month =>
  `${String(Math.floor(number / 100)).padStart(4, '0')}-${String(number % 100).padStart(2, '0')}`
