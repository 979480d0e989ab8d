import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, type Row, textCell } from './cell.ts'
import { problemWords as problemsEn, remedyWords as remediesEn } from './words.en.ts'
import { problemWords as problemsZh, remedyWords as remediesZh } from './words.zh.ts'
import { findHeader, monthOfHeader, normalHeader } from './header.ts'
import { applyTemplate, type Mapping, mappingFaults, templateOf, widened } from './mapping.ts'
import { planRow, undoRow, type Values } from './plan.ts'
import { explained, rejectedHeader, rejectedRow } from './rejected.ts'
import { repeatRule } from './repeats.ts'
import { isKnownHeader, mappingFrom, type SuggestContext, suggestMapping } from './suggest.ts'
import { type AcceptedRow, rowRule } from './validate.ts'

const TODAY = '2026-11-22'

const row = (rowNumber: number, ...cells: (string | Cell)[]): Row => ({
  rowNumber,
  cells: cells.map((c) => (typeof c === 'string' ? textCell(c) : c)),
})

const context = (more: Partial<SuggestContext> = {}): SuggestContext => ({
  target: 'customer',
  customerKind: 'person',
  today: TODAY,
  year: 2026,
  billMonth: null,
  ...more,
})

const mapped = (headers: string[], sample: Row[], given: SuggestContext): Mapping =>
  mappingFrom(suggestMapping(headers, sample, given), given, 'file')

const rolesOf = (headers: string[], sample: Row[], given: SuggestContext): Record<string, string> =>
  Object.fromEntries(
    suggestMapping(headers, sample, given).map(({ header, role }) => [
      header,
      role.role === 'field'
        ? role.field
        : role.role === 'bill'
          ? `bill ${role.month}`
          : role.role === 'attribute'
            ? `attribute ${role.as}`
            : role.role,
    ]),
  )

const accepted = (mapping: Mapping, given: Row): AcceptedRow => {
  const verdict = rowRule(mapping, TODAY)(given)
  if (!verdict.ok) throw new Error(verdict.problems.map((p) => p.said.code).join())
  return verdict.record
}

const codesOf = (mapping: Mapping, given: Row): string[] => {
  const verdict = rowRule(mapping, TODAY)(given)
  return verdict.ok ? [] : verdict.problems.map((p) => `${p.field ?? ''} ${p.said.code}`)
}

describe('headers', () => {
  test('are compared without case, width, double spaces, stars and units', () => {
    expect(['Call  Failure', ' 账单金额（元）', '*手机号码', 'Customer_ID', '姓 名'].map(normalHeader)).toEqual([
      'callfailure',
      '账单金额',
      '手机号码',
      'customerid',
      '姓名',
    ])
  })

  test.each([
    ['2026-01', '2026-01', ''],
    ['202601账单', '2026-01', '账单'],
    ['2026年1月消费(元)', '2026-01', '消费'],
    ['1月', '2026-01', ''],
    ['12月账单', '2026-12', '账单'],
    ['十一月话费', '2026-11', '话费'],
  ])('%s is about a month', (header, month, rest) => expect(monthOfHeader(header, 2026)).toEqual({ month, rest }))

  test('a title above the table is not its header', () => {
    const sample = [
      row(1, '某分公司大客户清单'),
      row(2, '制表：王小明', '2026年11月'),
      row(4, '编号', '姓名', '手机'),
      row(5, '001', '张三', '13800138000'),
    ]
    expect(findHeader(sample)).toEqual({ ok: true, value: { rowNumber: 4, headers: ['编号', '姓名', '手机'] } })
  })

  test('a table that begins with data has no header', () => {
    const data = [row(1, '13800138000', '88.5', '是'), row(2, '13900139000', '12', '是')]
    expect(findHeader(data)).toEqual({ ok: false, error: { code: 'sheet.no-header', params: {} } })
    const words = [row(1, '张三', '男', '杭州'), row(2, '李四', '男', '宁波')]
    expect(findHeader(words, isKnownHeader('customer')).ok).toBe(false)
    expect(findHeader([])).toEqual({ ok: false, error: { code: 'sheet.empty', params: {} } })
  })
})

describe('suggesting what each column is', () => {
  test('from Chinese names', () => {
    const headers = [
      '客户编码',
      '机主姓名',
      '手机号码',
      '身份证号',
      '性别',
      '出生日期',
      '客户经理工号',
      'VIP等级',
      '可用积分',
      '入网时间',
      '合约到期',
      '套餐名称',
      '1月账单',
      '2026年2月消费(元)',
      '累计消费',
      '是否流失',
      '血型',
    ]
    const sample = [
      row(
        2,
        '001',
        '张三',
        '13800138000',
        '11010519491231002X',
        '男',
        '1949-12-31',
        'A01',
        '金',
        '1200',
        '2010-1-1',
        '2027-1-1',
        '全球通188',
        '88.5',
        '90',
        '12000',
        '否',
        '钓鱼',
      ),
    ]
    expect(Object.values(rolesOf(headers, sample, context()))).toEqual([
      'code',
      'name',
      'phone',
      'idNumber',
      'gender',
      'birthday',
      'manager',
      'officialLevel',
      'officialPoints',
      'entryDate',
      'contractUntil',
      'product',
      'bill 2026-01',
      'bill 2026-02',
      'cumulative',
      'label',
      'attribute category',
    ])
  })

  test('from English names, whatever their case', () => {
    const roles = rolesOf(
      ['Customer ID', 'FULL NAME', 'Mobile Number', 'Account_Manager'],
      [row(2, '1', 'Ann', '13800138000', 'bob')],
      context(),
    )
    expect(Object.values(roles)).toEqual(['code', 'name', 'phone', 'manager'])
  })

  test('from what the values look like where the name says nothing', () => {
    const sample = [row(2, '13800138000', '11010519491231002X'), row(3, '13900139000', '440524188001010014')]
    const found = suggestMapping(['列1', '列2'], sample, context())
    expect(found.map((s) => s.role)).toEqual([
      { role: 'field', field: 'phone' },
      { role: 'field', field: 'idNumber' },
    ])
    expect(found[0]?.why).toEqual({ code: 'why.shape', params: { shape: 'phone', share: 1 } })
    expect(found[0]?.confidence).toBeLessThan(0.9)
  })

  test('a column of days is never taken for numbers to call, though a day has eight digits', () => {
    const sample = [row(2, '2026-03-01'), row(3, '2025/11/18'), row(4, '2027-03-01')]
    expect(rolesOf(['最近缴费日'], sample, context())).toEqual({ 最近缴费日: 'attribute category' })
  })

  test('an outlet has a licence, a route and market days; a bill has a month', () => {
    const outlet = rolesOf(
      ['许可证号', '店名', '业态', '市场类型', '送货日', '集日', '档位', '送货线路', '许可证有效期至'],
      [],
      context({ customerKind: 'outlet' }),
    )
    expect(Object.values(outlet)).toEqual([
      'licenceNumber',
      'name',
      'format',
      'marketType',
      'deliveryWeekday',
      'marketDays',
      'allocationLevel',
      'route',
      'licenceUntil',
    ])
    const bill = rolesOf(
      ['客户编号', '账期', '费用类型', '出账金额（元）', '通话分钟', '流量MB'],
      [row(2, '1', '202601', '漫游', '5', '30', '1024')],
      context({ target: 'bill' }),
    )
    // An attribute belongs to a customer, not to one of several bills.
    expect(Object.values(bill)).toEqual(['code', 'month', 'billKind', 'amount', 'ignore', 'ignore'])
  })

  test('two columns for one field: the better one has it, the other becomes an attribute', () => {
    expect(rolesOf(['客户姓名', '紧急联系人姓名'], [row(2, '张三', '李四')], context())).toEqual({
      客户姓名: 'name',
      紧急联系人姓名: 'attribute category',
    })
  })

  test('a kept attribute takes the wider of its type and what the new file looks like', () => {
    const attribute = (as: 'flag' | 'number' | 'category') => ({ role: 'attribute', key: '套餐档', as }) as const
    expect(widened(attribute('flag'), attribute('number'))).toEqual(attribute('number'))
    expect(widened(attribute('category'), attribute('flag'))).toEqual(attribute('category'))
    expect(widened({ role: 'ignore' }, attribute('number'))).toEqual({ role: 'ignore' })
  })

  test('a kept template answers for the same columns in another order and says what is missing', () => {
    const headers = ['客户编码', '姓名', '血型']
    const template = templateOf('月度清单', mapped(headers, [], context()))
    const again = applyTemplate(template, ['血型', '客户编码', '新列'])
    expect(again.mapping.columns.map((c) => c.role.role)).toEqual(['attribute', 'field', 'ignore'])
    expect([again.missing, again.unknown]).toEqual([['姓名'], ['新列']])
  })

  test('two columns of one name stay two attributes, by a template too', () => {
    const twice = mapped(['编号', '血型', '血型'], [], context())
    expect(mappingFaults(twice)).toEqual([])
    expect(applyTemplate(templateOf('t', twice), ['血型', '编号', '血型']).mapping.columns.map((c) => c.role)).toEqual([
      { role: 'attribute', key: '血型', as: 'category' },
      { role: 'field', field: 'code' },
      { role: 'attribute', key: '血型 #2', as: 'category' },
    ])
  })

  test('a mapping that cannot be run says why', () => {
    const bills = mapped(['账期', '金额'], [], context({ target: 'bill' }))
    expect(mappingFaults(bills).map((f) => f.code)).toEqual(['mapping.missing'])
    const lonely = mapped(['客户编号'], [], context({ target: 'bill' }))
    expect(mappingFaults(lonely).map((f) => f.code)).toEqual(['mapping.no-amount'])
  })
})

describe('checking a row', () => {
  const headers = ['客户编号', '姓名', '手机号码', '身份证号', '1月账单', '生日']
  const mapping = mapped(headers, [row(2, '001', '张三', '13800138000', '', '88', '')], context())

  test('a good row becomes a record; empty cells say nothing', () => {
    expect(accepted(mapping, row(2, '001', '张三', '138 0013 8000', '', '¥88.50', ''))).toEqual({
      row: 2,
      target: 'customer',
      code: '001',
      codeMade: false,
      fields: { name: '张三', phone: '13800138000' },
      bills: [{ month: '2026-01', billKind: 'total', amount: 8850 }],
      cumulative: null,
      attributes: {},
      left: null,
    })
  })

  test('everything wrong with a row is told at once, each with its column', () => {
    const bad = row(3, '', `=cmd|'/c calc'!A1`, '1.38E+10', '110105194912310000', '-5', '2月30日')
    expect(codesOf(mapping, bad)).toEqual([
      '姓名 cell.formula',
      '手机号码 phone.scientific',
      '身份证号 identity.rounded',
      '1月账单 money.negative',
      '生日 day.invalid',
      '客户编号 required',
    ])
  })

  test('a column of mobiles takes eleven digits; a column of phones takes landlines too', () => {
    expect(codesOf(mapping, row(4, '002', '李四', '6221234'))).toEqual(['手机号码 phone.not-mobile'])
    expect(codesOf(mapping, row(4, '002', '李四', '07176221234'))).toEqual(['手机号码 phone.not-mobile'])
    const phones = mapped(['客户编号', '电话'], [row(2, '001', '6221234')], context())
    expect(accepted(phones, row(2, '001', '6221234')).fields).toEqual({ phone: '6221234' })
  })

  test('an absurd bill, an error cell and a row that breaks off are refused', () => {
    expect(codesOf(mapping, row(4, '002', '李四', '', '', '99999999', ''))).toEqual(['1月账单 money.absurd'])
    expect(codesOf(mapping, row(5, '003', { type: 'error', raw: '#REF!' }))).toEqual(['姓名 cell.error'])
    expect(codesOf(mapping, { ...row(6, '004', '王'), unended: true })).toEqual([' row.short'])
    expect(codesOf(mapping, row(6, '004', '王'))).toEqual([])
  })

  test('a code twice is refused the second time and names the first row', () => {
    const repeats = repeatRule('客户编号')
    expect(repeats(accepted(mapping, row(2, '001', '张三')))).toEqual([])
    expect(repeats(accepted(mapping, row(9, '001', '李四')))).toEqual([
      { row: 9, field: '客户编号', said: { code: 'code.repeated', params: { code: '001', firstRow: 2 } } },
    ])
  })

  test('without a code column identical rows stay apart', () => {
    const nameless = mapped(['血型'], [], context())
    const records = [2, 3].map((n) => accepted(nameless, row(n, '钓鱼')))
    expect(records.map((r) => [r.code, r.codeMade])).toEqual([
      ['file-2', true],
      ['file-3', true],
    ])
    const repeats = repeatRule(null)
    expect(records.flatMap(repeats)).toEqual([])
  })

  test('bills one a row: kinds, refunds and repeats', () => {
    const bills = mapped(
      ['客户编号', '账期', '金额', '费用类别', '通话分钟'],
      [row(2, '1', '202601', '5', '漫游', '9')],
      context({ target: 'bill' }),
    )
    const record = accepted(bills, row(2, '1', '202601', '5', '漫游', '9'))
    expect([record.bills, record.attributes]).toEqual([[{ month: '2026-01', billKind: 'roaming', amount: 500 }], {}])
    expect(accepted(bills, row(3, '1', '202601', '-5')).bills[0]?.billKind).toBe('refund')
    expect(codesOf(bills, row(4, '1', '', '5'))).toEqual(['账期 required'])
    expect(codesOf(bills, row(5, '1', '202601', '5', '别的'))).toEqual(['费用类别 choice.unknown'])
    const repeats = repeatRule('客户编号')
    expect(repeats(record)).toEqual([])
    expect(repeats({ ...record, row: 8 })[0]?.said).toEqual({
      code: 'bill.repeated',
      params: { code: '1', month: '2026-01', firstRow: 2 },
    })
  })

  test('orders and touches', () => {
    const orders = mapped(['许可证号', '订单日期', '品名', '数量', '金额'], [], context({ target: 'order' }))
    expect(accepted(orders, row(2, '330100', '2026-11-02', '利群', '5条', '1,150')).fields).toEqual({
      orderDay: '2026-11-02',
      orderProduct: '利群',
      quantity: 5,
      orderAmount: 115_000,
    })
    const touches = mapped(['客户编号', '拜访日期', '联系方式', '拜访内容'], [], context({ target: 'touch' }))
    expect(accepted(touches, row(2, '1', '2026年11月2日', '上门', '看过陈列')).fields).toEqual({
      touchDay: '2026-11-02',
      channel: 'visit',
      content: '看过陈列',
    })
    expect(codesOf(touches, row(3, '1', '', '上门', ''))).toEqual(['拜访日期 required'])
  })
})

describe('rejected rows', () => {
  const headers = ['姓名', '手机号码']
  const mapping = mapped(headers, [row(2, '张三', '13800138000')], context())
  const bad = row(7, '李四', '1.38E+10')
  const verdict = rowRule(mapping, TODAY)(bad)
  const problems = verdict.ok ? [] : verdict.problems

  test('go back with row, column, problem and remedy, in the language of the reader', () => {
    expect(rejectedRow(headers, bad, problems, 'zh')).toEqual([
      '李四',
      '1.38E+10',
      '7',
      '手机号码',
      '号码成了科学计数 1.38E+10，后几位已经丢失',
      '请在原系统里把这一列设成“文本”再导出，填上完整的 11 位号码',
    ])
    expect(problems[0] && explained(problems[0], 'en').remedy).toContain('Set this column to “text”')
  })

  test('come in again corrected: the added columns are ignored, the made code is that of the first time', () => {
    const returned = rejectedHeader(headers, 'zh')
    const again = applyTemplate(templateOf('t', mapping), returned)
    expect([again.missing, again.unknown]).toEqual([[], []])
    const [name = '', , ...notes] = rejectedRow(headers, bad, problems, 'zh')
    const record = accepted(again.mapping, row(2, name, '13800138000', ...notes))
    expect([record.code, record.fields]).toEqual(['file-7', { name: '李四', phone: '13800138000' }])
    expect(rejectedHeader(returned, 'en').filter((h) => h.includes('〔'))).toEqual([])
  })

  test('every problem has a remedy in both languages', () => {
    const refused = {
      row: 2,
      field: '性别',
      said: { code: 'choice.unknown' as const, params: { text: '?', allowed: 'male,female' } },
    }
    expect(explained(refused, 'zh').remedy).toBe('请填其中一个：男、女')
    expect(explained(refused, 'en').remedy).toBe('Write one of: male, female.')
    const codes = Object.keys(problemsZh)
    for (const words of [problemsEn, remediesZh, remediesEn]) expect(Object.keys(words)).toEqual(codes)
  })
})

describe('planning and undoing', () => {
  const value = fc.oneof(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 3 }), fc.boolean())
  const keys = fc.constantFrom('name', 'phone', 'level', 'note')
  const values = fc.dictionary(keys, value, { maxKeys: 4 })

  test('create only, update only, both', () => {
    expect(planRow('update', '1', null, { name: '王' })).toMatchObject({
      act: 'reject',
      said: { code: 'row.unreachable' },
    })
    expect(planRow('create', '1', { name: '王' }, { name: '李' })).toMatchObject({
      act: 'reject',
      said: { code: 'row.exists' },
    })
    expect(planRow('both', '1', null, { name: '王' })).toEqual({ act: 'create', after: { name: '王' } })
    expect(planRow('both', '1', { name: '王', note: 'x' }, { name: '李', note: 'x' })).toEqual({
      act: 'update',
      before: { name: '王' },
      after: { name: '李' },
    })
    expect(planRow('both', '1', { name: '王' }, { name: '王' })).toEqual({ act: 'unchanged' })
  })

  test('undoing a plan nobody has touched restores exactly what was', () => {
    fc.assert(
      fc.property(fc.option(values, { nil: null }), values, (existing: Values | null, imported) => {
        const plan = planRow('both', '1', existing, imported)
        if (plan.act === 'reject' || plan.act === 'unchanged') return
        const now = { ...existing, ...plan.after }
        const undo = undoRow(plan.act === 'update' ? plan.before : null, plan.after, now)
        if (plan.act === 'create') {
          expect(undo).toEqual({ act: 'remove' })
          return
        }
        expect(undo.act === 'restore' && undo.left).toEqual([])
        const back = undo.act === 'restore' ? { ...now, ...undo.restore } : {}
        for (const key of Object.keys(now)) expect(back[key as 'name'] ?? null).toEqual(existing?.[key] ?? null)
      }),
    )
  })

  test('what somebody has changed since stays and is listed; other fields never change', () => {
    fc.assert(
      fc.property(values, values, values, (existing: Values, imported, later) => {
        const plan = planRow('both', '1', existing, imported)
        if (plan.act !== 'update') return
        const now: Values = { ...existing, ...plan.after, ...later }
        const undo = undoRow(plan.before, plan.after, now)
        if (undo.act !== 'restore') throw new Error(undo.act)
        for (const key of Object.keys(plan.after)) {
          const touched = now[key] !== plan.after[key]
          expect(undo.left.includes(key)).toBe(touched)
          expect(key in undo.restore).toBe(!touched)
        }
        for (const key of Object.keys(undo.restore)) expect(key in plan.after).toBe(true)
      }),
    )
  })

  test('a creation somebody has worked on, or that things hang on, is kept', () => {
    expect(undoRow(null, { name: '王' }, { name: '王', note: '回电' })).toEqual({ act: 'keep', left: ['note'] })
    expect(undoRow(null, { name: '王' }, { name: '王' }, true)).toEqual({ act: 'keep', left: [] })
    expect(undoRow(null, { name: '王' }, null)).toEqual({ act: 'gone' })
  })
})
