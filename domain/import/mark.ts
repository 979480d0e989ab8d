import type { Day } from '#domain/kernel/day.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { Cell } from './cell.ts'

const STARTS = { zh: '※ 维系导出 · ', en: '※ Exported from Weixi · ' } as const satisfies Record<Language, string>

/** The last line of every list that leaves as a file: who took it, and when. */
export const exportMark = (language: Language, name: string, day: Day, time: string): string =>
  `${STARTS[language]}${name} · ${day} ${time}`

/** Whether a row of a file is such a line: an import passes it over, so that a file that left can come back. */
export const isExportMark = (cells: readonly Cell[]): boolean => {
  const [first, ...others] = cells.filter(({ type }) => type !== 'empty')
  return others.length === 0 && Object.values(STARTS).some((start) => first?.raw.startsWith(start) ?? false)
}
