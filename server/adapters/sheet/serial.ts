import { serialText } from '#domain/import/excel-serial.ts'
import type { Day } from '#domain/kernel/day.ts'

/** Formats 14–22 and 45–47 are days and times everywhere, 27–36 and 50–58 are the Chinese ones (ECMA-376 §18.8.30). */
export const isDateFormat = (id: number, code: string | undefined): boolean => {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true
  if (code === undefined) return false
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  return /[yd年月日]/i.test(bare) && !/general|[#?]/i.test(bare)
}

/** Excel's count of days to a day; null for a time without a day or a number beyond the year 9999. */
export const serialDay = (serial: number, from1904: boolean): Day | null => {
  const whole = Math.floor(serial + 1e-9)
  if (whole < 1 || whole > 2_958_465) return null
  return serialText(serial, from1904)
}
