import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of public data that results are compared with: `WEIXI_REFERENCE_DATA`, else beside the project. */
const root = process.env['WEIXI_REFERENCE_DATA'] ?? join(import.meta.dirname, '..', '..', 'shared', 'data')

/** Where a file of it would lie. */
export const referenceFile = (file: string): string => join(root, file)

export const hasReference = (file: string): boolean => existsSync(referenceFile(file))

/** The lines of a reference file. */
export const referenceLines = (file: string): string[] => readFileSync(join(root, file), 'utf8').trim().split(/\r?\n/)

/** A reference CSV without quoted cells, as one record a line. */
export const referenceRows = (file: string): Record<string, string>[] => {
  const lines = referenceLines(file)
  const names = (lines.shift() ?? '').split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}
