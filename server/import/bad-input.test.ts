import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeXlsx } from '#server/adapters/sheet/write-xlsx.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { csv, importFile, importOf, preview, problemsOf, upload } from '#test/import-story.ts'

/** Everything an office's files have been seen to do, each by the name people give it, through the API as a browser would. */
let api: TestApi
beforeAll(async () => {
  api = await testApi()
})

const workbook = async (): Promise<Uint8Array> => {
  const rows = Array.from({ length: 500 }, (_, i) => [`W-${i}`, `客户${i}`])
  const parts: Uint8Array[] = []
  for await (const part of writeXlsx({ name: '客户', columns: [{ header: '客户编号' }, { header: '姓名' }], rows }))
    parts.push(part)
  return Buffer.concat(parts)
}

const GOOD = csv(['客户编号', '姓名'], ['A-1', '李素珍'], ['A-2', '单立人'])
const bytes = Buffer.from(GOOD)
const mixed = Buffer.concat([bytes, Buffer.from('A-3,'), Buffer.from([0xc0, 0xee, 0xff]), Buffer.from('\r\n')])
const wide = Array.from({ length: 300 }, (_, i) => `列${i}`)

describe('a file that cannot be read is refused with what is wrong and where', () => {
  type Whole = [name: string, content: string | Uint8Array, said: object, announced?: number]
  const files: Whole[] = [
    ['0-byte file', '', { code: 'sheet.empty', params: {} }],
    ['nothing but blank lines', '\r\n \r\n', { code: 'sheet.empty' }],
    ['wrong encoding: another one begins in the middle', mixed, { code: 'sheet.undecodable', params: { row: 4 } }],
    [
      '300-column sheet',
      csv(wide, wide),
      { code: 'sheet.too-many-columns', params: { row: 1, found: 300, limit: 256 } },
    ],
    ['half-written upload', bytes.subarray(0, 30), { code: 'sheet.cut-off', params: { row: null } }, bytes.length],
    ['half-written CSV: a quotation mark stays open', `${GOOD}A-3,"单`, { code: 'sheet.cut-off' }],
    ['a PDF', '%PDF-1.7 …', { code: 'sheet.not-a-table', params: { found: 'pdf' } }],
    [
      'a web page that asks to sign in, saved as .xls',
      '<html><body>请登录</body></html>',
      { code: 'sheet.not-a-table' },
    ],
    ['a table without a header', '13800138000,88.5\r\n13900139000,66.0\r\n', { code: 'sheet.no-header' }],
  ]
  test.each(files)('%s', async (_, content, said, announced) => {
    const sent = await upload(api, content, announced === undefined ? {} : { announced })
    const refused = sent.status === 200 ? (await preview(api, sent.id)).error : (sent.body as unknown as typeof said)
    expect((refused as { reasons?: object[] }).reasons?.[0]).toMatchObject(said)
  })

  test('half-written workbook, wherever it was cut', async () => {
    const whole = await workbook()
    for (const share of [0.3, 0.8, 0.999]) {
      const { id } = await upload(api, whole.subarray(0, Math.floor(whole.length * share)), { name: '客户.xlsx' })
      expect((await preview(api, id)).error.reasons?.[0]?.code).toBe('sheet.cut-off')
    }
  })
})

test('half-written upload goes on where it broke off, and cannot be imported before it is whole', async () => {
  const first = await upload(api, bytes.subarray(0, 30), { announced: bytes.length })
  expect(first.body).toEqual({ received: 30, whole: false })
  const { mapping } = (await preview(api, (await upload(api, bytes)).id)).body
  const early = await api.as('gu')('PUT /api/imports/:id/run', {
    params: { id: first.id },
    body: { mode: 'both', mapping },
  })
  expect(early.error.reasons?.[0]?.code).toBe('sheet.cut-off')
  const gap = await upload(api, bytes.subarray(40), { id: first.id, announced: bytes.length, offset: 40 })
  expect(gap.body).toEqual({ received: 30, whole: false })
  const rest = await upload(api, bytes.subarray(20), { id: first.id, announced: bytes.length, offset: 20 })
  expect(rest.body).toEqual({ received: bytes.length, whole: true })
  expect((await preview(api, first.id)).body.rows).toHaveLength(2)
})

test('a part sent several times at once is written once, and nothing goes beyond the bytes announced', async () => {
  const large = Buffer.from(csv(...Array.from({ length: 40_000 }, (_, i) => [`A-${i}`, `客户${i}`])))
  const { id } = await upload(api, large.subarray(0, 1000), { announced: large.length })
  const rest = { id, announced: large.length, offset: 1000 }
  const longer = Buffer.concat([large.subarray(1000), Buffer.from('A-9,多\r\n')])
  const sent = await Promise.all([1, 2, 3, 4].map(() => upload(api, longer, rest)))
  expect(sent.map(({ body }) => body)).toEqual(sent.map(() => ({ received: large.length, whole: true })))
  const { file_sha256: sha256 } = await api.db
    .selectFrom('import')
    .select('file_sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(sha256).toBe(createHash('sha256').update(large).digest('hex'))
})

test('of two files sent at once as one upload, one is taken and the other refused with the reason', async () => {
  const lines = (name: string) =>
    csv(['客户编号', '姓名'], ...Array.from({ length: 30_000 }, (_, i) => [`A-${i}`, name]))
  const id = freshId(MONDAY_AT_TEN)
  const contents = [lines('李素珍'), lines('单立人')]
  const sent = await Promise.all(contents.map((content) => upload(api, content, { id })))
  expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  const refused = sent.find(({ status }) => status === 422)
  expect(refused?.body).toMatchObject({ reasons: [{ code: 'import.other-content' }] })
  const { file_sha256: sha256 } = await api.db
    .selectFrom('import')
    .select('file_sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const taken = contents[sent.findIndex(({ status }) => status === 200)] ?? ''
  expect(sha256).toBe(createHash('sha256').update(taken).digest('hex'))
  const late = await upload(api, contents[sent.findIndex(({ status }) => status === 422)] ?? '', { id })
  expect(late.body).toMatchObject({ reasons: [{ code: 'import.other-content' }] })
})

test('an upload begun several times at once is begun once', async () => {
  const id = freshId(MONDAY_AT_TEN)
  await Promise.all([1, 2, 3, 4].map(() => upload(api, bytes, { id })))
  const begun = await api.db.selectFrom('audit_event').select('action').where('entity_id', '=', id).execute()
  expect(begun).toEqual([{ action: 'import.uploaded' }])
})

describe('a bad row is refused alone, with its row, its column and the remedy; the good one beside it comes in', () => {
  type Row = [name: string, header: string, cell: string, problem: string]
  const rows: Row[] = [
    ['formula cell', '备注名', "=cmd|'/c calc'!A1", '姓名 cell.formula'],
    ['formula cell that begins with @', '备注名', '@SUM(A1:A9)', '姓名 cell.formula'],
    ['error cell of a workbook saved as text', '1月账单', '#N/A', '1月账单 money.invalid'],
    ['negative bill', '1月账单', '-5', '1月账单 money.negative'],
    ['absurd bill', '1月账单', '99999999999', '1月账单 money.absurd'],
    ['bill that is no number', '1月账单', '八十八', '1月账单 money.invalid'],
    ['phone in scientific notation', '手机号码', '1.38E+10', '手机号码 phone.scientific'],
    ['phone that is none', '手机号码', '1380013800a', '手机号码 phone.invalid'],
    ['rounded ID number', '身份证号', '110101198508150000', '身份证号 identity.rounded'],
    ['ID number in scientific notation', '身份证号', '1.10101E+17', '身份证号 identity.scientific'],
    ['ID number with one digit wrong', '身份证号', '110101198508150016', '身份证号 identity.checksum'],
    ['day that does not exist', '生日', '2026-02-30', '生日 day.invalid'],
  ]
  let numbers = 13000126000
  const fine: Readonly<Record<string, () => string>> = {
    '1月账单': () => '88.5',
    手机号码: () => String((numbers += 1)),
    生日: () => '1985-08-15',
  }
  test.each(rows)('%s', async (name, header, cell, problem) => {
    const inName = header === '备注名'
    const columns = ['客户编号', '姓名', ...(inName ? [] : [header])]
    const line = (code: string, value: string): string[] => (inName ? [code, value] : [code, '某人', value])
    const good = [2, 3, 4].map((i) => line(`${name}-${i}`, inName ? '李素珍' : (fine[header]?.() ?? '')))
    const done = await importFile(api, csv(columns, line(`${name}-1`, cell), ...good), { name: `${name}.csv` })
    expect(await problemsOf(api, done.id)).toEqual([`2 ${problem}`])
    expect(done.figures).toMatchObject({ created: 3, rejected: 1 })
  })

  test('duplicate codes: the first one comes in, the second names it', async () => {
    const done = await importFile(api, csv(['客户编号', '姓名'], ['D-1', '李素珍'], ['D-1', '重复'], ['D-2', '单立人']))
    expect(await problemsOf(api, done.id)).toEqual(['3 客户编号 code.repeated'])
    expect(done.figures).toMatchObject({ created: 2, rejected: 1 })
  })

  test('the last row breaks off', async () => {
    const done = await importFile(api, '客户编号,姓名,手机号码\r\nB-1,李素珍,13000126999\r\nB-2')
    expect(await problemsOf(api, done.id)).toEqual(['3 * row.short'])
  })
})

describe('files in disguise come in as what they are', () => {
  const page = (rows: string): Buffer =>
    iconv.encode(`<html><meta charset="gbk"><table><tr><td>客户编号<td>姓名</tr>${rows}</table></html>`, 'gbk')
  const fixture = new URL('../adapters/sheet/fixtures/bills.xls', import.meta.url)
  type Disguise = [name: string, file: string, content: string | Uint8Array, format: string, created: number]
  const files: Disguise[] = [
    ['.xls that is a binary workbook of Excel 97', '账单.xls', readFileSync(fixture), 'xls', 300],
    ['.xls that is a web page in GBK', '客户.xls', page('<tr><td>H-1<td>李素珍</tr>'), 'html', 1],
    ['.xls that is tab text in GBK', '客户.xls', iconv.encode('客户编号\t姓名\r\nT-1\t李素珍\r\n', 'gbk'), 'tsv', 1],
    ['.csv in GB18030', '客户.csv', iconv.encode('客户编号,姓名\r\nG-1,欧阳娜娜\r\nG-2,𠮷野\r\n', 'gb18030'), 'csv', 2],
    [
      'a table pasted from WPS, with a line end and a quotation mark in a cell',
      '粘贴的表格.tsv',
      '客户编号\t姓名\t地址\r\nP-1\t李素珍\t"东街 1 号\n""老院"""\r\nP-2\t单立人\t西街\r\n',
      'tsv',
      2,
    ],
  ]
  test.each(files)('%s', async (_, name, content, format, created) => {
    const { id } = await upload(api, content, { name })
    expect((await preview(api, id)).body.format).toBe(format)
    const done = await importFile(api, content, { name })
    expect(done.figures).toMatchObject({ created, rejected: 0 })
  })

  test('a .csv in GB18030 says how sure that is, and every name is read right', async () => {
    const content = iconv.encode('客户编号,姓名\r\nG-9,欧阳娜娜\r\n', 'gb18030')
    const { body } = await preview(api, (await upload(api, content)).id)
    expect(body.encoding?.name).toBe('gb18030')
    expect(body.encoding?.confidence).toBeGreaterThan(0.8)
    expect(body.rows[0]?.cells.map(({ text }) => text)).toEqual(['G-9', '欧阳娜娜'])
  })
})

describe('a formula leaves as text', () => {
  const EVIL = "=cmd|'/c calc'!A1"
  const file = async (path: string, by: string): Promise<Buffer> => {
    const answer = await api.fetch(new Request(`http://localhost${path}`, { headers: { 'x-test-staff': by } }))
    expect(answer.status).toBe(200)
    return Buffer.from(await answer.arrayBuffer())
  }

  test('in an exported list, as CSV and as XLSX', async () => {
    await aCustomer(api, EVIL, { code: 'EVIL-1', manager: 'lin' })
    const query = `q=${encodeURIComponent('=cmd')}`
    expect((await file(`/api/customers/export?format=csv`, 'lin')).toString()).toContain(`'=cmd|`)
    expect((await file(`/api/customers/export?format=csv`, 'lin')).toString()).not.toMatch(/(^|,|")=cmd\|/m)
    const sheet = unzipSync(await file(`/api/customers/export?format=xlsx&${query}`, 'lin'))
    const xml = strFromU8(sheet['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).not.toContain('<f>')
  })

  test('in the file of rejected rows, from where it comes back as it was', async () => {
    const done = await importFile(api, csv(['客户编号', '姓名'], ['E-1', EVIL], ['E-2', '李素珍']), {
      name: '公式.csv',
    })
    const text = (await file(`/api/imports/${done.id}/rejects?format=csv`, 'gu')).toString()
    expect(text).toContain(`E-1,'=cmd|`)
    const again = await importFile(api, text, { name: '公式-待改正.csv' })
    expect(await problemsOf(api, again.id)).toEqual(['2 姓名 cell.formula'])
  })
})

test('a mapping that cannot be run is refused before anything starts', async () => {
  const { id } = await upload(api, GOOD)
  const { mapping } = (await preview(api, id, { target: 'bill' })).body
  const answer = await api.as('gu')('PUT /api/imports/:id/run', { params: { id }, body: { mapping, mode: 'both' } })
  expect(answer.error).toMatchObject({ code: 'rule.refused', reasons: [{ code: 'mapping.no-amount' }] })
  expect((await importOf(api, id)).state).toBe('ready')
})
