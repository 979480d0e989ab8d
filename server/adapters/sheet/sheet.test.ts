import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { zipSync, strToU8, type Zippable } from 'fflate'
import iconv from 'iconv-lite'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Row, shown } from '#domain/import/cell.ts'
import { delimitedParser } from './delimited.ts'
import { pastedRows } from './delimited-rows.ts'
import { SheetError } from './failure.ts'
import { usualLimits } from './limits.ts'
import { openSheet, type OpenOptions } from './open-sheet.ts'
import type { OutCell } from './out-cell.ts'
import { sourceOfBytes, sourceOfFile } from './source.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const gathered = async (parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const out: Uint8Array[] = []
  for await (const part of parts) out.push(part)
  return Buffer.concat(out)
}

const read = async (bytes: Uint8Array | string, options: OpenOptions = {}) => {
  const sheet = await openSheet(sourceOfBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes), options)
  const rows: Row[] = []
  for await (const row of sheet.rows()) rows.push(row)
  return { sheet, rows, texts: rows.map((r) => r.cells.map(shown)) }
}

/** The coded fault of a file that cannot be read. */
const faultOf = async (bytes: Uint8Array | string, options: OpenOptions = {}) => {
  try {
    await read(bytes, options)
  } catch (error) {
    if (error instanceof SheetError) return error.said
    throw error
  }
  throw new Error('the file was read without a fault')
}

const CHINESE = '客户编号,姓名,手机号码\r\n00123,王小明,13800138000\r\n00124,欧阳娜娜,13900139000\r\n'

describe('what a text file is written in', () => {
  test.each([
    ['UTF-8', Buffer.from(CHINESE), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${CHINESE}`), 'utf-8'],
    ['GB18030', iconv.encode(CHINESE, 'gb18030'), 'gb18030'],
    ['UTF-16 little-endian with its mark', iconv.encode(CHINESE, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 big-endian with its mark', iconv.encode(CHINESE, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 without a mark', iconv.encode(CHINESE, 'utf-16le'), 'utf-16le'],
  ])('%s is found out from the bytes', async (_, bytes, name) => {
    const { sheet, texts } = await read(bytes)
    expect(sheet.encoding?.name).toBe(name)
    expect(sheet.encoding?.confidence).toBeGreaterThan(0.6)
    expect(texts).toEqual(parse(CHINESE))
  })

  test('any text survives the way through GB18030 and UTF-8', async () => {
    const word = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((s) => s.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\uE000-\uF8FF]/gu, '').trim())
    const rows = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('utf-8' as const, 'gb18030' as const), async (body, encoding) => {
        const all = [['客户编号', '姓名', '备注说明'], ...body.map((r, i) => [`编号${i}`, ...r.slice(1)])]
        const { texts } = await read(await gathered(writeCsv(all, { encoding })))
        expect(texts.map((r) => [0, 1, 2].map((i) => r[i] ?? ''))).toEqual(all)
      }),
      { numRuns: 200, examples: [[[['', '', "'+"]], 'utf-8']] },
    )
  })

  test('wrong bytes in the middle are told with their place', async () => {
    const bytes = Buffer.concat([
      Buffer.from('编号,姓名\n1,王小明\n2,李'),
      Uint8Array.of(0xff, 0xfe),
      Buffer.from('\n3,张三\n'),
    ])
    expect(await faultOf(bytes)).toEqual({ code: 'sheet.undecodable', params: { offset: 31, row: 3 } })
  })

  test('text of another encoding is refused or taken with little confidence, so that the person is asked', async () => {
    const big5 = iconv.encode('客戶編號,姓名\n1,張三丰\n2,歐陽鋒\n3,黃藥師\n', 'big5')
    const latin = iconv.encode('code,name\n1,Zoë\n2,André\n3,Jürgen\n', 'latin1')
    for (const bytes of [big5, latin]) {
      const confidence = await read(bytes).then(
        ({ sheet }) => sheet.encoding?.confidence ?? 1,
        (error: unknown) => (error instanceof SheetError ? 0 : 1),
      )
      expect(confidence).toBeLessThan(0.8)
    }
    const { sheet } = await read(iconv.encode(CHINESE, 'gb18030'))
    expect(sheet.encoding?.confidence).toBeGreaterThan(0.9)
  })

  test('a GB18030 file that begins with pages of plain digits is still GB18030', async () => {
    const text = `code,name\n${'1,abc\n'.repeat(60_000)}2,客户经理\n`
    const { sheet, rows } = await read(iconv.encode(text, 'gb18030'))
    expect(sheet.encoding?.name).toBe('gb18030')
    expect(shown(rows.at(-1)?.cells[1])).toBe('客户经理')
  })
})

describe('separated text', () => {
  test('is parsed as csv-parse does, in pieces of any size', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', '\n', '\r', ' ', '1'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, pieces, fc.constantFrom('\n', '\r\n'), (rows, sizes, lineEnd) => {
        const text = rows.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join(lineEnd) + lineEnd
        const parser = delimitedParser(',', usualLimits)
        const out: string[][] = []
        for (let at = 0, i = 0; at < text.length; i += 1) {
          const size = sizes[i % sizes.length] ?? 1
          out.push(...parser.push(text.slice(at, at + size)))
          at += size
        }
        out.push(...parser.end())
        expect(out).toEqual(parse(text, { relax_column_count: true, record_delimiter: lineEnd }))
      }),
    )
  })

  test.each([
    ['commas', 'a,b,c\n1,2,3\n', 'csv'],
    ['tabs', 'a\tb\tc\n1\t2,5\t3\n', 'tsv'],
    ['semicolons', 'a;b;c\n1;2,5;3\n', 'semicolon'],
    ['bars', 'a|b|c\n1|2|3\n', 'pipe'],
  ])('%s are found out', async (_, text, format) => {
    const { sheet, rows } = await read(text)
    expect(sheet.format).toBe(format)
    expect(rows[1]?.cells).toHaveLength(3)
  })

  test('tab text in GBK that calls itself .xls is read', async () => {
    const { sheet, texts } = await read(iconv.encode('用户号码\t账单(元)\r\n13800138000\t88.5\r\n', 'gbk'))
    expect([sheet.format, texts[1]]).toEqual(['tsv', ['13800138000', '88.5']])
  })

  test('rows keep the number a spreadsheet shows, blank ones counted', async () => {
    const { rows } = await read('a,b\n\n"x\ny",2\n,,\n3,4\n')
    expect(rows.map((r) => r.rowNumber)).toEqual([1, 3, 5])
  })

  test('text wrapped to keep its zeros is unwrapped, and formulas stay text and are marked', async () => {
    const { rows } = await read(`code,name\n="00123",=cmd|'/c calc'!A1\n1,-12.5\n2,@home\n`)
    expect(rows[1]?.cells).toEqual([
      { type: 'text', raw: '00123' },
      { type: 'text', raw: `=cmd|'/c calc'!A1`, risky: true },
    ])
    expect(rows[2]?.cells[1]).toEqual({ type: 'text', raw: '-12.5' })
    expect(rows[3]?.cells[1]).toEqual({ type: 'text', raw: '@home', risky: true })
  })

  test('what Excel and WPS put on the clipboard is a table', () => {
    const rows = pastedRows('编号\t备注\r\n001\t"第一行\n第二行 ""好"""\r\n', usualLimits)
    expect(rows.map((r) => r.cells.map(shown))).toEqual([
      ['编号', '备注'],
      ['001', '第一行\n第二行 "好"'],
    ])
  })
})

describe('XLSX', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '中', '𠮷', '&', '<', '"', '=', '+', '7', '\n'), maxLength: 10 }),
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.boolean(),
    fc.integer({ min: 1, max: 60_000 }).map((n) => ({ fen: n })),
    fc.integer({ min: 10, max: 60 }).map((n) => ({ day: `2026-01-${String((n % 28) + 1).padStart(2, '0')}` })),
  )

  test('what is written is read again', async () => {
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(table, async (rows: OutCell[][]) => {
        const sheet = { name: '客户', columns: [{ header: '一' }, { header: '二' }, { header: '三' }], rows }
        const { texts } = await read(await gathered(writeXlsx(sheet)))
        const wanted = rows.map((r) => r.map(asShown)).filter((r) => r.some((t) => t !== ''))
        expect(texts.slice(1).map((r) => [0, 1, 2].map((i) => r[i] ?? ''))).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })

  const asShown = (value: OutCell): string => {
    if (typeof value === 'string') return value.trim()
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
    if (value === null || typeof value === 'number') return String(value ?? '')
    return 'day' in value ? value.day : String(value.fen / 100)
  }

  const workbook = (sheet: string, more: Zippable = {}): Uint8Array =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="隐藏" r:id="r2" state="hidden"/><sheet name="数据" r:id="r1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
      'xl/worksheets/sheet2.xml': strToU8('<worksheet><sheetData/></worksheet>'),
      ...more,
    })

  const sheetOf = (rows: string): string => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`

  test('typed cells: shared text, days in Chinese formats, truth, errors, and the cached value of a formula', async () => {
    const rows =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>46027</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c>' +
      '<c r="F2"><f>1+1</f><v>2</v></c><c r="G2" t="str"><f>A2</f><v>=x|y</v></c><c r="H2"><v>1.3800138E10</v></c><c r="I2"><f>1+1</f></c></row>'
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>'
    const shared = '<sst><si><r><t>王</t></r><r><t>小明</t></r><rPh><t>ワン</t></rPh></si></sst>'
    const bytes = workbook(sheetOf(rows), { 'xl/styles.xml': strToU8(styles), 'xl/sharedStrings.xml': strToU8(shared) })
    const { sheet, rows: found } = await read(bytes)
    expect([sheet.sheetName, sheet.sheetNames]).toEqual(['数据', ['隐藏', '数据']])
    expect(found).toEqual([
      {
        rowNumber: 2,
        cells: [
          { type: 'text', raw: '王小明' },
          { type: 'empty', raw: '' },
          { type: 'date', raw: '2026-01-05', day: '2026-01-05' },
          { type: 'boolean', raw: 'TRUE', value: true },
          { type: 'error', raw: '#N/A' },
          { type: 'number', raw: '2', value: 2, formula: true },
          { type: 'text', raw: '=x|y', risky: true, formula: true },
          { type: 'number', raw: '1.3800138E10', value: 13_800_138_000 },
          // Some programs write formulas without their results.
          { type: 'error', raw: '#CALC!', formula: true },
        ],
      },
    ])
    expect(shown(found[0]?.cells[7])).toBe('13800138000')
  })

  test('a zip that swells without end is stopped', async () => {
    expect((await faultOf(workbook(sheetOf(' '.repeat(40_000_000))))).code).toBe('sheet.too-big')
    const cell = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(15_000_000)}</t></is></c></row>`
    expect((await faultOf(workbook(sheetOf(cell)))).code).toBe('sheet.cell-too-long')
  })

  test('entities of its own are refused, neither read from files nor multiplied', async () => {
    const evil = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>`
    expect((await faultOf(workbook(evil))).code).toBe('sheet.cut-off')
  })

  test('shared strings beyond their bound are refused', async () => {
    const bytes = workbook(sheetOf(''), {
      'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'字'.repeat(500)}</t></si></sst>`),
    })
    expect((await faultOf(bytes, { limits: { sharedCharacters: 100 } })).code).toBe('sheet.too-big')
  })

  test('flipped bytes in a workbook give a coded fault or rows, never another error', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => [`客户${i}`, i])
    const whole = await gathered(writeXlsx({ name: '表', columns: [{ header: '名称' }, { header: '数' }], rows }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 5), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (flips) => {
          const bytes = new Uint8Array(whole)
          for (const [at, value] of flips) bytes[at + 4] = value
          await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(SheetError))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a half-written workbook says so, wherever it was cut', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [`客户${i}`, i])
    const bytes = await gathered(writeXlsx({ name: '表', columns: [{ header: '名称' }, { header: '数' }], rows }))
    for (const share of [0.2, 0.5, 0.9, 0.999]) {
      expect((await faultOf(bytes.subarray(0, Math.floor(bytes.length * share)))).code).toBe('sheet.cut-off')
    }
  })
})

describe('.xls in its disguises', () => {
  const fixture = readFileSync(new URL('fixtures/bills.xls', import.meta.url))

  test('a binary workbook of Excel 97 gives text across record borders, numbers, days, truth and formulas', async () => {
    const { sheet, rows } = await read(fixture)
    expect([sheet.format, sheet.sheetNames]).toEqual(['xls', ['客户账单', '第二页']])
    expect(rows).toHaveLength(301)
    expect(rows[0]?.cells.map(shown).slice(0, 5)).toEqual(['客户编号', '姓名', '手机号码', '入网日期', '1月账单(元)'])
    rows.slice(1).forEach((row, i) => {
      const n = i + 1
      expect(row.rowNumber).toBe(n + 1)
      expect(row.cells.slice(0, 3).map(shown)).toEqual([
        String(n).padStart(5, '0'),
        `周${n}号客户`,
        String(13_800_000_000 + n),
      ])
      expect(row.cells[3]?.type).toBe('date')
      expect(Number(shown(row.cells[4]))).toBeCloseTo(n * 1.25, 9)
      expect(shown(row.cells[5])).toBe(`VIP𠮷 note ${n} ${n % 7 === 0 ? '长'.repeat(40) : 'plain'}`)
    })
    expect(rows[1]?.cells[3]).toEqual({ type: 'date', raw: '2020-01-02', day: '2020-01-02' })
    expect(rows[1]?.cells.slice(6)).toEqual([
      // xlwt caches an empty text for every formula.
      { type: 'empty', raw: '' },
      { type: 'boolean', raw: 'TRUE', value: true },
    ])
  })

  test('another sheet is chosen by name', async () => {
    expect((await read(fixture, { sheet: '第二页' })).texts).toEqual([['空']])
    expect(await faultOf(fixture, { sheet: '没有' })).toEqual({ code: 'sheet.no-such-sheet', params: { name: '没有' } })
  })

  test('a binary workbook cut anywhere is cut off, never a crash', async () => {
    for (const share of [0.005, 0.1, 0.5, 0.9]) {
      expect((await faultOf(fixture.subarray(0, Math.floor(fixture.length * share)))).code).toBe('sheet.cut-off')
    }
  })

  test('flipped bytes in a binary workbook give a coded fault or rows, never another error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(fixture.length - 9), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (flips) => {
          const bytes = new Uint8Array(fixture)
          for (const [at, value] of flips) bytes[at + 8] = value
          await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(SheetError))
        },
      ),
      { numRuns: 150 },
    )
  })

  const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gbk"><style>td{mso-number-format:"\\@"}</style></head>
<body><table border=1><tr><th colspan=2>2026年1月账单</th></tr>
<TR><TD>客户&nbsp;编号<TD>金额&yen;</TR><tr><td rowspan="2">00123</td><td x:num="1234567890123.5">1.23E+12</td></tr><tr><td>5&lt;6 &#20013;<br>国</td></tr></table></body></html>`

  test('a web page in GBK is read with merged cells, entities and full numbers', async () => {
    const { sheet, texts } = await read(iconv.encode(page, 'gbk'))
    expect([sheet.format, sheet.encoding?.name]).toEqual(['html', 'gb18030'])
    expect(texts).toEqual([
      ['2026年1月账单', ''],
      ['客户 编号', '金额¥'],
      ['00123', '1234567890123.5'],
      ['', '5<6 中\n国'],
    ])
  })

  test('a web page that breaks off is cut off; one without a table is none', async () => {
    expect((await faultOf(page.slice(0, page.indexOf('5&lt')))).code).toBe('sheet.cut-off')
    expect((await faultOf('<html><body>请登录</body></html>')).code).toBe('sheet.not-a-table')
  })
})

describe('files that cannot be imported say why', () => {
  test.each([
    ['0 bytes', '', 'sheet.empty'],
    ['only blank lines', '\n \n\n', 'sheet.empty'],
    ['a PDF', '%PDF-1.7 …', 'sheet.not-a-table'],
    ['JSON', '{"a": 1}', 'sheet.not-a-table'],
    ['an open quote at the end', 'a,b\n1,"half', 'sheet.cut-off'],
    ['a zip that is no workbook', zipSync({ 'a.txt': strToU8('x') }), 'sheet.not-a-table'],
    ['a Chinese character cut in two', Buffer.from('编号,姓名\n1,王').subarray(0, -1), 'sheet.cut-off'],
    ['a GB18030 character cut in two', iconv.encode('编号,姓名\n1,王', 'gb18030').subarray(0, -1), 'sheet.cut-off'],
  ])('%s', async (_, bytes, code) => {
    expect((await faultOf(bytes)).code).toBe(code)
  })

  test('fewer bytes than announced', async () => {
    expect((await faultOf('a,b\n1,2\n', { expectedBytes: 9000 })).code).toBe('sheet.cut-off')
  })

  test('300 columns are too many, but empty columns to the right are not', async () => {
    const wide = Array.from({ length: 300 }, (_, i) => `c${i}`).join(',')
    expect(await faultOf(`${wide}\n`)).toEqual({
      code: 'sheet.too-many-columns',
      params: { row: 1, found: 300, limit: 256 },
    })
    expect((await read(`a,b${','.repeat(300)}\n1,2\n`)).rows).toHaveLength(2)
    const sheet = { name: '宽', columns: Array.from({ length: 300 }, (_, i) => ({ header: `c${i}` })), rows: [] }
    expect((await faultOf(await gathered(writeXlsx(sheet)))).code).toBe('sheet.too-many-columns')
  })

  test('too many rows, and a cell too long', async () => {
    expect((await faultOf('a,b\n1,2\n3,4\n', { limits: { rows: 2 } })).code).toBe('sheet.too-many-rows')
    expect(await faultOf(`a,b\n1,${'长'.repeat(40_000)}\n`)).toEqual({
      code: 'sheet.cell-too-long',
      params: { row: 2, column: 2, limit: 32_767 },
    })
  })
})

describe('writing', () => {
  test('a formula in CSV is made harmless and comes back as it was', async () => {
    const evil = [`=cmd|'/c calc'!A1`, '+SUM(A1)', '-2+3', '@x', '+8613800138000', '-5']
    const bytes = await gathered(writeCsv([['一', '二', '三', '四', '五', '六'], evil]))
    expect(new TextDecoder().decode(bytes)).toContain(`'=cmd|`)
    expect((await read(bytes)).texts[1]).toEqual(evil)
  })
})

test('a file on disk is read in pieces, twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weixi-sheet-'))
  try {
    const path = join(folder, 'big.csv')
    await writeFile(path, `code,name\n${Array.from({ length: 50_000 }, (_, i) => `${i},客户${i}`).join('\n')}\n`)
    const source = await sourceOfFile(path)
    const sheet = await openSheet(source)
    for (let time = 0; time < 2; time += 1) {
      let count = 0
      for await (const row of sheet.rows()) count += row.cells.length
      expect(count).toBe(100_002)
    }
    await source.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})
