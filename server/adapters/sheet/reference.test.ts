import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Row } from '#domain/import/cell.ts'
import { findHeader } from '#domain/import/header.ts'
import { mappingFaults } from '#domain/import/mapping.ts'
import { repeatRule } from '#domain/import/repeats.ts'
import { isKnownHeader, mappingFrom, type SuggestContext, suggestMapping } from '#domain/import/suggest.ts'
import { type AcceptedRow, rowRule } from '#domain/import/validate.ts'
import { openSheet } from './open-sheet.ts'
import { sourceOfFile } from './source.ts'

const folder = process.env['WEIXI_REFERENCE_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))

/** Reads a file as it is, with the mapping that is suggested for it and nothing corrected by hand. */
const importFile = async (path: string, more: Partial<SuggestContext> = {}) => {
  const source = await sourceOfFile(path)
  const sheet = await openSheet(source)
  const rows: Row[] = []
  for await (const row of sheet.rows()) rows.push(row)
  await source.close()
  const header = findHeader(rows.slice(0, 20), isKnownHeader('customer'))
  if (!header.ok) throw new Error(header.error.code)
  const context: SuggestContext = {
    target: 'customer',
    customerKind: 'person',
    today: '2026-11-22',
    year: null,
    billMonth: null,
    ...more,
  }
  const body = rows.filter((r) => r.rowNumber > header.value.rowNumber)
  const suggestions = suggestMapping(header.value.headers, body.slice(0, 200), context)
  const mapping = mappingFrom(suggestions, context, 'sample')
  const judge = rowRule(mapping, context.today)
  const repeats = repeatRule(null)
  const records: AcceptedRow[] = []
  const problems: string[] = []
  for (const row of body) {
    const verdict = judge(row)
    const faults = verdict.ok ? repeats(verdict.record) : verdict.problems
    if (verdict.ok && faults.length === 0) records.push(verdict.record)
    problems.push(...faults.map((f) => `${f.row} ${f.field} ${f.said.code}`))
  }
  const roles = Object.fromEntries(
    mapping.columns.map(({ header, role }) => [
      header,
      role.role === 'attribute'
        ? role.as
        : role.role === 'field'
          ? role.field
          : role.role === 'bill'
            ? role.month
            : role.role,
    ]),
  )
  return { roles, records, problems, faults: mappingFaults(mapping) }
}

const there = existsSync(join(folder, 'iranian-churn'))

describe.skipIf(!there)(`public files go in as they are${there ? '' : ' (skipped: no reference data folder)'}`, () => {
  test('a real operator without codes, names or bills, with 300 identical rows and double spaces in its header', async () => {
    const { roles, records, problems, faults } = await importFile(join(folder, 'iranian-churn/Customer_Churn.csv'))
    expect(roles).toEqual({
      'Call Failure': 'number',
      Complains: 'flag',
      'Subscription Length': 'number',
      'Charge Amount': 'number',
      'Seconds of Use': 'number',
      'Frequency of use': 'number',
      'Frequency of SMS': 'number',
      'Distinct Called Numbers': 'number',
      'Age Group': 'category',
      'Tariff Plan': 'category',
      Status: 'category',
      Age: 'number',
      'Customer Value': 'number',
      Churn: 'label',
    })
    expect([faults, problems, records.length]).toEqual([[], [], 3150])
    expect(new Set(records.map((r) => r.code)).size).toBe(3150)
    expect(records[0]?.code).toBe('sample-2')
    const contents = new Set(records.map((r) => JSON.stringify([r.attributes, r.left])))
    expect(records.length - contents.size).toBe(300)
    expect(records.filter((r) => r.left).length).toBe(495)
    expect(records.every((r) => r.bills.length === 0)).toBe(true)
  })

  test('a telecom sample with a monthly charge, a cumulative sum with blanks, and Yes/No', async () => {
    const path = join(folder, 'ibm-telco/Telco-Customer-Churn.csv')
    const { roles, records, problems, faults } = await importFile(path, { billMonth: '2026-10' })
    expect(roles).toEqual({
      customerID: 'code',
      gender: 'gender',
      SeniorCitizen: 'flag',
      Partner: 'flag',
      Dependents: 'flag',
      tenure: 'number',
      PhoneService: 'flag',
      MultipleLines: 'category',
      InternetService: 'category',
      OnlineSecurity: 'category',
      OnlineBackup: 'category',
      DeviceProtection: 'category',
      TechSupport: 'category',
      StreamingTV: 'category',
      StreamingMovies: 'category',
      Contract: 'category',
      PaperlessBilling: 'flag',
      PaymentMethod: 'category',
      MonthlyCharges: '2026-10',
      TotalCharges: 'cumulative',
      Churn: 'label',
    })
    expect([faults, problems, records.length]).toEqual([[], [], 7043])
    expect(records[0]).toMatchObject({
      code: '7590-VHVEG',
      bills: [{ month: '2026-10', amount: 2985 }],
      cumulative: 2985,
      left: false,
    })
    expect(records.filter((r) => r.cumulative === null).length).toBe(11)
    expect(records.filter((r) => r.left).length).toBe(1869)
  })

  test('without a month for it, a monthly charge stays an attribute', async () => {
    const { roles, problems } = await importFile(join(folder, 'ibm-telco/Telco-Customer-Churn.csv'))
    expect([roles['MonthlyCharges'], problems]).toEqual(['number', []])
  })
})
