import type { Day, Month } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Row } from './cell.ts'
import { type ColumnShape, shapeOf } from './column-shape.ts'
import type { WhyFacts } from './facts.ts'
import type { CustomerKind, FieldDefinition, TargetKind } from './field.ts'
import { fieldsOf } from './fields.ts'
import type { ParseContext } from './parsed.ts'
import { monthOfHeader, normalHeader } from './header.ts'
import {
  type AttributeType,
  type ColumnRole,
  isReturnColumn,
  type Mapping,
  namesInTurn,
  usualAbsurdBill,
} from './mapping.ts'

/** A column with the role proposed for it, how sure that is (0 to 1), and why. */
export type Suggestion = { header: string; position: number; role: ColumnRole; confidence: number; why: Said<WhyFacts> }

export type SuggestContext = {
  target: TargetKind
  customerKind: CustomerKind | 'mixed'
  today: Day
  /** The year of columns such as `1月`; null asks the person. */
  year: number | null
  /** The month of a single "monthly charge" column, where the file says none; null makes such a column an attribute. */
  billMonth: Month | null
}

const LABELS = [
  'churn',
  'churned',
  'churnlabel',
  'exited',
  'attrition',
  'attritionflag',
  'left',
  '流失',
  '是否流失',
  '离网',
  '是否离网',
  '流失标识',
  '离网标识',
  '已流失',
  '是否离开',
]
const CUMULATIVE = [
  'totalcharges',
  'totalspend',
  'lifetimevalue',
  '累计消费',
  '累计金额',
  '累计消费额',
  '历史消费',
  '历史累计',
  '累计账单',
  '累计收入',
  '消费总额',
  '累计销售额',
  'totalrevenue',
  'cumulativeamount',
  'totalpaid',
]
const MONTHLY = [
  'monthlycharges',
  'monthlycharge',
  'monthlybill',
  'monthlyfee',
  '月消费',
  '月账单',
  '本月账单',
  '本月消费',
  '当月消费',
  '当月账单',
  '月均消费',
  'arpu',
]

/** A column of one month's bills whose name does not say which month. */
export const namesNoMonth = (header: string): boolean => MONTHLY.includes(normalHeader(header))

const BILL_WORDS =
  /^(账单|帐单|消费|消费额|费用|话费|金额|出账|出账金额|账单金额|arpu|收入|销售额|总费用|月消费|bill|amount|charge|charges|fee|spend|revenue|m|)$/
const CATEGORY_WORDS =
  /group|plan|status|type|class|segment|category|contract|method|类型|状态|类别|分组|等级|套餐|方式|品牌|渠道/i

type Guess = { role: ColumnRole; confidence: number; why: Said<WhyFacts> }

const named = (header: string): Said<WhyFacts> => ({ code: 'why.name', params: { header } })
const shaped = (shape: string, share: number): Said<WhyFacts> => ({ code: 'why.shape', params: { shape, share } })

/** Names that fit a field: the label and its synonyms exactly, or one of them as part of a longer header. */
const fieldByName = (header: string, fields: readonly FieldDefinition[], shape: ColumnShape): Guess | null => {
  const normal = normalHeader(header)
  if (normal === '') return null
  const exact = fields.find((f) => namesOf(f).includes(normal))
  if (exact) {
    const doubtful = exact.shape === 'phone' && shape.filled > 0 && shape.phone < 0.3
    return { role: { role: 'field', field: exact.key }, confidence: doubtful ? 0.6 : 0.98, why: named(header) }
  }
  // Only Chinese names are looked for inside others: `id` would be found in `width`. The longest wins.
  const parts = fields
    .flatMap((f) => namesOf(f).map((name) => ({ f, name })))
    .filter(({ name }) => name.length >= 2 && /[\u4e00-\u9fff]/.test(name) && normal.endsWith(name))
    .toSorted((a, b) => b.name.length - a.name.length)
  const part = parts[0]
  if (!part) return null
  const confidence = 0.5 + 0.35 * (part.name.length / normal.length)
  return {
    role: { role: 'field', field: part.f.key },
    confidence,
    why: { code: 'why.part', params: { word: part.name } },
  }
}

const namesOf = (field: FieldDefinition): string[] =>
  [field.label.zh, field.label.en, ...field.synonyms].map(normalHeader)

const byMonth = (header: string, { year }: SuggestContext, shape: ColumnShape): Guess | null => {
  const found = monthOfHeader(header, year)
  if (!found || found.month === null || !BILL_WORDS.test(found.rest) || shape.number < 0.5) return null
  const role: ColumnRole = { role: 'bill', month: found.month, billKind: 'total' }
  return { role, confidence: 0.95, why: { code: 'why.month', params: { month: found.month } } }
}

const byMoneyName = (header: string, context: SuggestContext, shape: ColumnShape): Guess | null => {
  const normal = normalHeader(header)
  const ofCustomers = context.target === 'customer' || context.target === 'attribute'
  if (ofCustomers && LABELS.includes(normal) && shape.flag >= 0.9)
    return { role: { role: 'label' }, confidence: 0.97, why: named(header) }
  if (ofCustomers && CUMULATIVE.includes(normal) && shape.number >= 0.9) {
    return { role: { role: 'cumulative' }, confidence: 0.95, why: named(header) }
  }
  if (context.target !== 'order' && MONTHLY.includes(normal) && shape.number >= 0.9 && context.billMonth !== null) {
    return { role: { role: 'bill', month: context.billMonth, billKind: 'total' }, confidence: 0.8, why: named(header) }
  }
  return null
}

const byShape = (fields: readonly FieldDefinition[], shape: ColumnShape): Guess | null => {
  for (const f of fields) {
    const share = f.shape === 'phone' ? shape.phone : f.shape === 'identity' ? shape.identity : 0
    if (f.shape && share >= 0.8 && shape.filled > 0) {
      return { role: { role: 'field', field: f.key }, confidence: 0.55 + 0.2 * share, why: shaped(f.shape, share) }
    }
  }
  return null
}

/** Yes/No and 0/1 are flags; few different values, or whole numbers under a name such as "plan", are categories. */
const attributeType = (header: string, shape: ColumnShape): AttributeType => {
  if (shape.flag >= 0.99 && shape.distinct <= 2) return 'flag'
  if (shape.number >= 0.9)
    return CATEGORY_WORDS.test(header) && shape.whole && shape.distinct <= 8 ? 'category' : 'number'
  return 'category'
}

/** Attributes are a customer's as of a day: rows of bills, orders and contacts have none, and their other columns stay out. */
const otherwise = (header: string, shape: ColumnShape, { target }: SuggestContext): Guess => {
  if (target !== 'customer' && target !== 'attribute')
    return { role: { role: 'ignore' }, confidence: 0.5, why: { code: 'why.nothing', params: {} } }
  const as = attributeType(header, shape)
  const why: Said<WhyFacts> = { code: 'why.values', params: { distinct: shape.distinct } }
  return { role: { role: 'attribute', key: header.trim(), as }, confidence: 0.5, why }
}

const guess = (
  header: string,
  sample: readonly Row[],
  position: number,
  fields: readonly FieldDefinition[],
  context: SuggestContext,
): Guess => {
  const nothing: Guess = { role: { role: 'ignore' }, confidence: 1, why: { code: 'why.nothing', params: {} } }
  if (isReturnColumn(header)) return nothing
  const shape = shapeOf(sample, position, parsingOf(context))
  if (header.trim() === '' && shape.filled === 0) return nothing
  return (
    byMoneyName(header, context, shape) ??
    byMonth(header, context, shape) ??
    fieldByName(header, fields, shape) ??
    byShape(fields, shape) ??
    (header.trim() === '' ? { ...nothing, confidence: 0.5 } : otherwise(header, shape, context))
  )
}

/**
 * Proposes a role for every column from its name (Chinese and English synonyms) and from what its values look like. Each field
 * goes to the column that fits it best; the others become attributes.
 */
export const suggestMapping = (
  headers: readonly string[],
  sample: readonly Row[],
  context: SuggestContext,
): Suggestion[] => {
  const fields = fieldsOf(context.target, context.customerKind)
  const guesses = headers.map((header, position) => ({
    header,
    position,
    ...guess(header, sample, position, fields, context),
  }))
  const best = new Map<string, number>()
  for (const { role, position, confidence } of guesses) {
    const key = onlyOnce(role)
    const holder = key === null ? undefined : best.get(key)
    if (key !== null && (holder === undefined || confidence > (guesses[holder]?.confidence ?? 0)))
      best.set(key, position)
  }
  const names = namesInTurn(headers)
  return guesses.map((g) => {
    const key = onlyOnce(g.role)
    const beaten = key !== null && best.get(key) !== g.position
    const kept = beaten ? { ...g, ...otherwise(g.header, shapeOf(sample, g.position, parsingOf(context)), context) } : g
    const turn = /#\d+$/.exec(names[g.position] ?? '')?.[0]
    if (kept.role.role !== 'attribute' || turn === undefined) return kept
    return { ...kept, role: { ...kept.role, key: `${kept.role.key} ${turn}` } }
  })
}

const parsingOf = ({ today, year }: SuggestContext): ParseContext => ({
  today,
  year,
  absurdBill: usualAbsurdBill('group'),
})

const onlyOnce = (role: ColumnRole): string | null => {
  if (role.role === 'field') return role.field
  if (role.role === 'bill') return `${role.month} ${role.billKind}`
  return role.role === 'label' || role.role === 'cumulative' ? role.role : null
}

/** The mapping that follows the suggestions, for the person to look over and change. */
export const mappingFrom = (
  suggestions: readonly Suggestion[],
  context: SuggestContext,
  codePrefix: string,
): Mapping => ({
  target: context.target,
  customerKind: context.customerKind,
  columns: suggestions.map(({ header, position, role }) => ({ header, position, role })),
  codePrefix,
  year: context.year,
  absurdBill: usualAbsurdBill(context.customerKind),
})

/** True for a name some field of this target answers to; helps to find the header row. */
export const isKnownHeader =
  (target: TargetKind) =>
  (header: string): boolean => {
    const normal = normalHeader(header)
    return fieldsOf(target).some((f) => namesOf(f).includes(normal))
  }
