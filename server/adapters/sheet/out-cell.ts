import type { Day } from '#domain/kernel/day.ts'
import { type Fen, yuanOf } from '#domain/kernel/money.ts'

/** A value on its way into a file. Text stays text: codes and phone numbers keep every digit and leading zero. */
export type OutCell = string | number | boolean | null | { day: Day } | { fen: Fen }

export const outText = (cell: OutCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell !== 'object') return String(cell)
  return 'day' in cell ? cell.day : String(yuanOf(cell.fen))
}
