import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { shown } from '#domain/import/cell.ts'
import { SheetError } from './failure.ts'
import type { Fill } from './fill-codes.ts'
import { fillXlsx, placesIn } from './fill-xlsx.ts'
import { openSheet } from './open-sheet.ts'
import { sourceOfBytes } from './source.ts'
import { writeXlsx } from './write-xlsx.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A lead's monthly sheet as Excel saves it: shared strings, a styled percent cell, a formula, a merged title. */
const monthlySheet = (over: Record<string, string> = {}): Uint8Array => {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="月报" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="9" fontId="1"/><xf numFmtId="0" fontId="2" applyFont="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="6" uniqueCount="6"><si><t>{{team}} {{month}} 月报</t></si><si><t>兑现率</t></si><si><t>{{promises.kept_rate}}</t></si><si><r><rPr><b/></rPr><t>按时 </t></r><r><t>{{promises.kept}} 条</t></r></si><si><r><t>{{promises</t></r><r><t>.due}}</t></r></si><si><t>{{promise.kept}}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1" t="s"><v>2</v></c><c r="C2" s="2" t="s"><v>2</v></c><c r="D2" t="str"><f>B2*100</f><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" t="s"><v>4</v></c><c r="C3" t="s"><v>5</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells></worksheet>`,
    'xl/media/logo.png': 'not to be touched',
    ...over,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

const october = new Map<string, Fill>([
  ['team', { value: '城北 <VIP> 组', as: 'text' }],
  ['month', { value: '2026-10', as: 'text' }],
  ['promises.kept_rate', { value: 0.93, as: 'share' }],
  ['promises.kept', { value: 412, as: 'number' }],
  ['promises.due', { value: 443, as: 'number' }],
  ['promises.told_rate', { value: null, as: 'share' }],
])

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

const textsOf = async (bytes: Uint8Array): Promise<string[][]> => {
  const rows: string[][] = []
  for await (const row of (await openSheet(sourceOfBytes(bytes))).rows()) rows.push(row.cells.map(shown))
  return rows
}

describe('filling a lead’s own workbook', () => {
  test('the places that ask for a figure are found, also those split over runs', async () => {
    expect((await placesIn(monthlySheet())).map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'A1 team',
      'A1 month',
      'B2 promises.kept_rate',
      'C2 promises.kept_rate',
      'A3 promises.kept',
      'B3 promises.due',
      'C3 promise.kept',
    ])
  })

  test('a cell that holds only a code becomes a number; a sentence gets words; a mistyped code stays to be seen', async () => {
    const sheet = partsOf(await fillXlsx(monthlySheet(), october))['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain('<c r="B2" s="1"><v>0.93</v></c>')
    expect(sheet).toContain('<c r="B3"><v>443</v></c>')
    const rows = await textsOf(await fillXlsx(monthlySheet(), october))
    expect(rows[0]?.[0]).toBe('城北 <VIP> 组 2026-10 月报')
    expect(rows[2]).toEqual(['按时 412 条', '443', '{{promise.kept}}'])
  })

  test('a share in a cell without a number format is shown as percent, in the looks of that cell', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles } = partsOf(
      await fillXlsx(monthlySheet(), october),
    )
    expect(sheet).toContain('<c r="C2" s="3"><v>0.93</v></c>')
    expect(styles).toContain('<cellXfs count="4">')
    expect(styles).toContain('<xf numFmtId="10" applyNumberFormat="1" fontId="2" applyFont="1"><alignment')
  })

  test('formulas, merged cells, bold runs and pictures stay; formulas are reckoned on opening', async () => {
    const filled = partsOf(await fillXlsx(monthlySheet(), october))
    expect(filled['xl/worksheets/sheet1.xml']).toContain('<f>B2*100</f>')
    expect(filled['xl/worksheets/sheet1.xml']).toContain('<mergeCell ref="A1:D1"/>')
    expect(filled['xl/sharedStrings.xml']).toContain('<rPr><b/></rPr><t>按时 </t>')
    expect(filled['xl/media/logo.png']).toBe('not to be touched')
    expect(filled['xl/workbook.xml']).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>')
  })

  test('without calcPr one is added in its place, with the prefix the program writes', async () => {
    const workbook = `<x:workbook xmlns:x="${MAIN}" xmlns:r="${REL}"><x:sheets><x:sheet name="月报" sheetId="1" r:id="rId1"/></x:sheets><x:extLst/></x:workbook>`
    const filled = partsOf(await fillXlsx(monthlySheet({ 'xl/workbook.xml': workbook }), october))
    expect(filled['xl/workbook.xml']).toContain('<x:calcPr fullCalcOnLoad="1"/><x:extLst/>')
  })

  test('nothing to divide by is a dash, never 0 %', async () => {
    const strings = `<sst xmlns="${MAIN}"><si><t>{{promises.told_rate}}</t></si>${'<si><t/></si>'.repeat(5)}</sst>`
    const rows = await textsOf(await fillXlsx(monthlySheet({ 'xl/sharedStrings.xml': strings }), october))
    expect(rows[0]?.[0]).toBe('—')
  })

  test('inline strings, as our own files have them, are filled too', async () => {
    const chunks: Uint8Array[] = []
    const rows = [
      ['兑现', '{{promises.kept_rate}}'],
      ['共 {{promises.due}} 条', 7],
    ]
    for await (const chunk of writeXlsx({ name: '月报', columns: [{ header: '{{team}}' }, { header: '数' }], rows }))
      chunks.push(chunk)
    const filled = await fillXlsx(Buffer.concat(chunks), october)
    expect(await textsOf(filled)).toEqual([
      ['城北 <VIP> 组', '数'],
      ['兑现', '0.93'],
      ['共 443 条', '7'],
    ])
    expect(await placesIn(filled)).toEqual([])
  })

  test('filling twice gives the same bytes', async () => {
    expect(await fillXlsx(monthlySheet(), october)).toEqual(await fillXlsx(monthlySheet(), october))
  })

  test('what is no XLSX workbook is refused with what to do', async () => {
    for (const bytes of [Buffer.from('客户,1'), zipSync({ 'a.txt': strToU8('x') })])
      await expect(placesIn(bytes)).rejects.toThrow(SheetError)
  })
})
