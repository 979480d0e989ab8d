import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { sentence } from '#domain/kernel/said.ts'
import { exportOf } from './export.ts'
import { trainChurnModel, type TrainOptions } from './model.ts'
import type { RawRow } from './table.ts'
import { churnEn } from './words.en.ts'
import { churnZh } from './words.zh.ts'

const QUICK: TrainOptions = { additive: { bags: 1, sweeps: 60, pairs: 1 } }

/** Customers of whom those with dropped calls leave. */
const office = (count: number): { rows: RawRow[]; labels: number[] } => {
  const random = seededRandom(7)
  const made = Array.from({ length: count }, () => {
    const dropped = Math.floor(random() * 20)
    return { row: { 掉线: dropped, 月费: Math.round(30 + random() * 90) }, left: random() < dropped / 30 ? 1 : 0 }
  })
  return { rows: made.map(({ row }) => row), labels: made.map(({ left }) => left) }
}

const { rows, labels } = office(400)

const refused = (own: readonly RawRow[], left: readonly number[], options: TrainOptions = {}): [string, string] => {
  const answer = trainChurnModel(own, left, { ...QUICK, ...options })
  if (answer.ok) throw new Error('trained')
  return [sentence(churnZh, answer.error), sentence(churnEn, answer.error)]
}

const trained = (own: readonly RawRow[], options: TrainOptions = {}) => {
  const answer = trainChurnModel(own, labels, { ...QUICK, ...options })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

describe('what cannot carry a model ends in a plain message, in both languages', () => {
  test('columns that are the same in every row', () => {
    const [zh, en] = refused(
      rows.map(() => ({ 国家: 'CN', 币种: '元' })),
      labels,
    )
    expect(zh).toBe(
      '400 行里没有一列能用：要么每行都一样，要么是编号，要么已被排除。请导入每位客户各不相同的列，如用量、月费、投诉次数。',
    )
    expect(en).toMatch(/^No column of the 400 rows can be used/)
    const { notices } = trained(rows.map((row) => ({ ...row, 国家: 'CN' })))
    expect(notices.map((each) => sentence(churnZh, each))).toEqual(['“国家”每行都一样，没有用上。'])
  })

  test('one class: nobody left, or everybody', () => {
    expect(
      refused(
        rows,
        rows.map(() => 0),
      )[0],
    ).toBe('400 行里没有一位客户离开，没有可比的，无法训练。请把离开的客户也导入，在“是否流失”一列写明。')
    expect(
      refused(
        rows,
        rows.map(() => 1),
      )[0],
    ).toBe('400 行里的客户全都离开了，没有可比的，无法训练。请把还在的客户也导入，在“是否流失”一列写明。')
  })

  test('three customers', () => {
    const [zh, en] = refused(rows.slice(0, 3), [0, 1, 0])
    expect(zh).toBe('只有 3 行，训练至少要 200 行。先用信号评分，等记录多了再训练。')
    expect(en).toMatch(/3 rows/)
  })

  test('a date in the future', () => {
    const own = rows.map((row, i) => ({ ...row, 入网日: i === 11 ? '2027-03-01' : '2024-03-01' }))
    expect(refused(own, labels, { asOf: '2026-10-31' })[0]).toBe(
      '第 12 行“入网日”是 2027-03-01，晚于数据日 2026-10-31。请改正后再导入一次；这一列若本来就是以后的日子，列名里写上“到期”。',
    )
  })

  test('a label that leaks through a column', () => {
    const { alarms } = trained(rows.map((row, i) => ({ ...row, 销户原因码: labels[i] ? 900 + (i % 3) : i % 50 })))
    expect(alarms.map((each) => sentence(churnZh, each))).toEqual([
      expect.stringMatching(/^“销户原因码”单独一列就几乎说出了答案（AUC 1，警戒线 0\.97）。/),
    ])
  })

  test('a label that leaks through missingness', () => {
    const { alarms } = trained(rows.map((row, i) => ({ ...row, 回访日: labels[i] ? '' : String(i % 30) })))
    expect(alarms.map((each) => sentence(churnZh, each))).toEqual([
      expect.stringMatching(/^“回访日”填没填就能看出谁离开：离开的客户 100% 没有填，留下的 0% 没有填/),
    ])
  })
})

test('a model that leaves the house holds no name, number, note or rare value of anybody', () => {
  const surnames = ['王', '李', '张', '刘', '陈', '杨']
  const own = rows.map((row, i) => ({
    ...row,
    // a name shared by many, numbers with blanks and repeats, notes in free text, and one odd cell
    姓名: i < 60 ? '王伟' : `${surnames[i % 6]}客户${i}`,
    电话: i % 40 === 0 ? '' : String(13_900_000_000 + (i % 37 === 1 ? 5 : i * 7919)),
    客户编号: `K-${100_000 + i}`,
    备注: i % 3 === 0 ? `住在东街 ${i} 号` : i % 3 === 1 ? `常来电 ${i}` : '',
    套餐: i % 90 === 0 ? `李明专属 ${i}` : ['畅享', '基础'][i % 2],
    欠费: i === 8 ? '见王经理 13812345678' : String(i % 13),
  }))
  const model = trained(own, { exclude: ['客户编号'] })
  const file = JSON.stringify(exportOf(model))
  expect(model.spec.features.map(({ name }) => name)).toEqual(['掉线', '月费', '套餐', '欠费'])
  expect(model.notices.map(({ code, params }) => [code, params.column])).toEqual([
    ['column.personal', '姓名'],
    ['column.personal', '电话'],
    ['column.excluded', '客户编号'],
    ['column.identifier', '备注'],
    ['column.stray_text', '欠费'],
  ])
  for (const telling of ['王伟', '客户1', 'K-1', '东街', '李明', '王经理']) expect(file).not.toContain(telling)
  expect(file).not.toMatch(/(?<![\d.])1[3-9]\d{9}/)
  expect(JSON.parse(file)).toMatchObject({ kind: 'additive', rows: 400, excluded: ['客户编号'] })
})

describe('what tells who somebody is stays out, and no border is anybody’s own', () => {
  const line = (i: number): number => 5_551_003 + i * 40
  const own = rows.map((row, i) => ({
    ...row,
    客户经理: ['林晓岚', '韩一诺', '马超群'][i % 3],
    'Account Manager': ['Ada Stone', 'Ben Field'][i % 2],
    contact_phone: i % 5 === 0 ? '' : String(line(i)),
    家庭住址: ['东街', '西街'][i % 2],
    出生年月: 198_001 + (i % 12),
    // nothing in their names tells what they are
    备用线: line(i),
    合用线: line(Math.floor(i / 3)),
    起算日: `19${60 + (i % 40)}-0${1 + (i % 9)}-1${i % 10}`,
    客户经理走访次数: i % 6,
    套餐名称: ['畅享', '基础'][i % 2],
    PhoneService: ['Yes', 'No'][i % 2],
  }))
  const model = trained(own, { asOf: '2026-10-31' })
  const file = JSON.stringify(exportOf(model))

  test('columns of people, numbers, birthdays and addresses are left out, each with its reason', () => {
    expect(model.notices.map(({ code, params }) => [code, params.column])).toEqual([
      ['column.personal', '客户经理'],
      ['column.personal', 'Account Manager'],
      ['column.personal', 'contact_phone'],
      ['column.personal', '家庭住址'],
      ['column.personal', '出生年月'],
      ['column.identifier', '备用线'],
    ])
    expect(model.spec.features.map(({ name }) => name)).toEqual([
      '掉线',
      '月费',
      '合用线',
      '起算日',
      '客户经理走访次数',
      '套餐名称',
      'PhoneService',
    ])
    for (const telling of ['林晓岚', '韩一诺', 'Ada Stone', '东街']) expect(file).not.toContain(telling)
  })

  test('a shared landline cannot be read or reckoned from a border', () => {
    const [shared] = model.spec.features.filter(({ name }) => name === '合用线')
    if (shared?.kind !== 'number') throw new Error('not a number')
    const numbers = new Set(own.map(({ 合用线 }) => 合用线))
    expect(shared.edges.length).toBeGreaterThan(2)
    for (const border of [...shared.edges, ...shared.tenths]) {
      expect(border % 1000).toBe(0)
      expect(numbers.has(border)).toBe(false)
    }
  })
})
