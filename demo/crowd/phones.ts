/** Telephone numbers one after another, all different: 130 00 + a digit of its own + six digits that do not look counted. */
export const phoneNumbers = (digit: string): (() => string) => {
  let n = 0
  return () => {
    n += 1
    return `13${digit}00${String((n * 7919 + 104_729) % 1_000_000).padStart(6, '0')}`
  }
}
