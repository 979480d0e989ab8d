/** Bounds that keep one bad file from taking the machine. */
export type Limits = {
  rows: number
  columns: number
  /** Characters in one cell; Excel itself stops at 32,767. */
  cell: number
  /** Bytes one zip entry may swell to, and how many times its packed size once it is past 16 MB. */
  unzippedBytes: number
  unzipRatio: number
  /** Characters of all shared strings of a workbook together; they must stay in memory. */
  sharedCharacters: number
  /** Bytes of a binary `.xls`, which is read whole (the format ends at 65,536 rows). */
  wholeBytes: number
}

export const usualLimits: Limits = {
  rows: 20_000_000,
  columns: 256,
  cell: 32_767,
  unzippedBytes: 4 * 2 ** 30,
  unzipRatio: 200,
  sharedCharacters: 128 * 2 ** 20,
  wholeBytes: 256 * 2 ** 20,
}
