import { addDays, type Day } from '#domain/kernel/day.ts'

/**
 * Excel's count of days as a day. From 1 March 1900 on it counts from 30 December 1899, for Excel believes in 29 February 1900;
 * earlier counts lie one day off. Workbooks made on old Macs count from 1904.
 */
export const serialText = (serial: number, from1904 = false): Day => {
  const whole = Math.floor(serial + 1e-9)
  if (from1904) return addDays('1904-01-01', whole)
  return addDays(whole > 59 ? '1899-12-30' : '1899-12-31', whole)
}
