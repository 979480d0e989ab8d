import { describe, expect, test } from 'vitest'
import { EMPTY, textCell } from './cell.ts'
import { exportMark, isExportMark } from './mark.ts'

describe('the line that says who took a list', () => {
  test('is known again in either language, also with empty cells after it', () => {
    for (const language of ['zh', 'en'] as const) {
      const cell = textCell(exportMark(language, '林晓岚', '2026-11-23', '10:00'))
      expect([isExportMark([cell]), isExportMark([cell, EMPTY])]).toEqual([true, true])
    }
    expect(exportMark('zh', '林晓岚', '2026-11-23', '10:00')).toBe('※ 维系导出 · 林晓岚 · 2026-11-23 10:00')
  })

  test('is never a row of somebody’s own', () => {
    expect(isExportMark([])).toBe(false)
    expect(isExportMark([textCell('※ 备注')])).toBe(false)
    expect(isExportMark([textCell(exportMark('zh', '林晓岚', '2026-11-23', '10:00')), textCell('12')])).toBe(false)
  })
})
