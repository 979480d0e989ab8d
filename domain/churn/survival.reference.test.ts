import { describe, expect, test } from 'vitest'
import { churnData, hasChurnData } from '#test/churn-data.ts'
import { fitCox, coxStayAt, type CoxColumns } from './cox.ts'
import { logRank } from './log-rank.ts'
import { meanStay, medianStay, type Stay, stayAt, survivalOf } from './survival.ts'
import type { RawRow } from './table.ts'

const there = hasChurnData('ibm')
const title = `survival at the IBM sample company, as R 4.2.2 with survival 3.5.3${there ? '' : ': not here, see WEIXI_REFERENCE_DATA'}`

describe.skipIf(!there)(title, () => {
  const { rows, labels } = there ? churnData('ibm') : { rows: [], labels: [] }
  const own = rows.map((row, i) => ({ row, stay: { until: Number(row['tenure']), left: labels[i] === 1 } }))
  const monthly = own.filter(({ row }) => row['Contract'] === 'Month-to-month' && row['InternetService'] !== 'No')
  const staysOf = (of: typeof own): Stay[] => of.map(({ stay }) => stay)
  const by = (of: typeof own, column: string): Record<string, Stay[]> =>
    Object.fromEntries(
      Object.entries(Object.groupBy(of, ({ row }) => String(row[column]))).map(([name, part]) => [
        name,
        staysOf(part ?? []),
      ]),
    )
  const marks = (of: typeof own, wanted: Record<string, (row: RawRow) => boolean | number>): CoxColumns =>
    Object.fromEntries(Object.entries(wanted).map(([name, is]) => [name, of.map(({ row }) => Number(is(row)))]))

  test('Kaplan–Meier: month to month with internet', () => {
    const curve = survivalOf(staysOf(monthly))
    expect([curve.customers, curve.leavers]).toEqual([3351, 1556])
    const printed = [
      [1, 0.90390928, 0.89342648, 0.9134115],
      [6, 0.78026004, 0.76545047, 0.79426421],
      [12, 0.69503079, 0.67819123, 0.71118591],
      [24, 0.57534312, 0.55617786, 0.59400554],
      [34, 0.49509872, 0.47431271, 0.51552264],
      [48, 0.38717713, 0.36379077, 0.41048808],
      [60, 0.28901281, 0.26154319, 0.31700118],
      [72, 0.12658936, 0.07459899, 0.19287268],
    ]
    for (const [time = 0, value = 0, low = 0, high = 0] of printed) {
      const stay = stayAt(curve, time)
      expect(stay?.value).toBeCloseTo(value, 7)
      expect(stay?.low).toBeCloseTo(low, 7)
      expect(stay?.high).toBeCloseTo(high, 7)
    }
    expect(curve.steps.find(({ time }) => time === 34)?.error).toBeCloseTo(0.01051671, 7)
    expect(medianStay(curve)).toEqual({ value: 34, low: 31, high: 37 })
    expect(meanStay(curve, 72)?.value).toBeCloseTo(35.71134298, 6)
    expect(meanStay(curve, 72)?.error).toBeCloseTo(0.57469572, 6)
    expect(stayAt(curve, 73)).toBeNull()
  })

  test('Kaplan–Meier: all, and contracts whose median is not reached', () => {
    const all = survivalOf(staysOf(own))
    expect(all.steps[0]?.atRisk).toBe(7032)
    expect(stayAt(all, 72)?.value).toBeCloseTo(0.59279015, 7)
    const contracts = by(own, 'Contract')
    expect(medianStay(survivalOf(contracts['One year'] ?? []))).toEqual({ value: null, low: 72, high: null })
    expect(stayAt(survivalOf(contracts['Two year'] ?? []), 24)?.value).toBe(1)
    expect(stayAt(survivalOf(contracts['Two year'] ?? []), 72)?.low).toBeCloseTo(0.91333613, 7)
  })

  test('log-rank: contract, sex, and security of month-to-month internet', () => {
    const contract = logRank(by(own, 'Contract'))
    expect(contract.chiSquare).toBeCloseTo(2352.87253826, 5)
    expect(contract.freedom).toBe(2)
    const expected = { 'Month-to-month': 708.44559551, 'One year': 470.7278261, 'Two year': 689.8265784 }
    for (const group of contract.groups)
      expect(group.expected).toBeCloseTo(expected[group.name as keyof typeof expected], 6)
    const sex = logRank(by(own, 'gender'))
    expect(sex.chiSquare).toBeCloseTo(0.52570697, 7)
    expect(sex.p).toBeCloseTo(0.46841735, 7)
    const security = logRank(by(monthly, 'OnlineSecurity'))
    expect(security.chiSquare).toBeCloseTo(141.60316023, 6)
    expect(security.p / 1.1875541e-32).toBeCloseTo(1, 6)
  })

  test('Cox by Efron: month to month with internet', () => {
    const columns = marks(monthly, {
      dependents: (row) => row['Dependents'] === 'Yes',
      dsl: (row) => row['InternetService'] === 'DSL',
      backup: (row) => row['OnlineBackup'] === 'Yes',
      support: (row) => row['TechSupport'] === 'Yes',
    })
    const model = fitCox(staysOf(monthly), columns)
    if (!model.ok) throw new Error(model.error.code)
    const printed = [
      [-0.32865095, 0.07086234],
      [-0.21732913, 0.05903711],
      [-0.77662038, 0.05915777],
      [-0.63916616, 0.0753315],
    ]
    model.value.terms.forEach(({ coefficient, error }, j) => {
      expect(coefficient).toBeCloseTo(printed[j]?.[0] ?? 0, 6)
      expect(error).toBeCloseTo(printed[j]?.[1] ?? 0, 6)
    })
    expect((model.value.terms[1]?.p ?? 0) / 0.00023211).toBeCloseTo(1, 4)
    expect(model.value.logLikelihood.without).toBeCloseTo(-11484.83510838, 5)
    expect(model.value.logLikelihood.with).toBeCloseTo(-11315.9524774, 5)
    expect(model.value.concordance.value).toBeCloseTo(0.64088298, 7)
    expect(model.value.concordance.error).toBeCloseTo(0.00725215, 6)
    expect(coxStayAt(model.value, {}, 6)).toBeCloseTo(0.68073331, 5)
    expect(coxStayAt(model.value, {}, 36)).toBeCloseTo(0.29674403, 5)
  })

  test('Cox by Efron: all customers, fourteen columns', () => {
    const is = (column: string, value: string) => (row: RawRow) => row[column] === value
    const columns = marks(own, {
      oneYear: is('Contract', 'One year'),
      twoYear: is('Contract', 'Two year'),
      fibre: is('InternetService', 'Fiber optic'),
      noInternet: is('InternetService', 'No'),
      security: is('OnlineSecurity', 'Yes'),
      support: is('TechSupport', 'Yes'),
      card: is('PaymentMethod', 'Credit card (automatic)'),
      check: is('PaymentMethod', 'Electronic check'),
      mailed: is('PaymentMethod', 'Mailed check'),
      paperless: is('PaperlessBilling', 'Yes'),
      senior: is('SeniorCitizen', '1'),
      partner: is('Partner', 'Yes'),
      dependents: is('Dependents', 'Yes'),
      charges: (row) => Number(row['MonthlyCharges']),
    })
    const model = fitCox(staysOf(own), columns)
    if (!model.ok) throw new Error(model.error.code)
    const of = (name: string) => model.value.terms.find((term) => term.name === name)?.coefficient
    expect(of('twoYear')).toBeCloseTo(-3.25533452, 5)
    expect(of('fibre')).toBeCloseTo(1.13379178, 5)
    expect(of('charges')).toBeCloseTo(-0.02397672, 6)
    expect(model.value.logLikelihood.with).toBeCloseTo(-13985.14762191, 4)
    expect(model.value.concordance.value).toBeCloseTo(0.85756944, 6)
    expect(model.value.concordance.error).toBeCloseTo(0.00350964, 5)
  })
})
