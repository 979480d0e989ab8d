import { toJSONSchema, type ZodType } from 'zod'

type Schema = {
  const?: unknown
  default?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  format?: string
  pattern?: string
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
}

/** What a sample is made of where the schema leaves it open: `name` is the property it stands under. */
type Filling = (name: string, schema: Schema) => unknown

const asJson = (schema: ZodType): Schema => toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

/** The smallest request a schema takes: only what it must have, each the least it may be. */
export const leastOf = (schema: ZodType, fill: Filling = () => undefined): unknown => least(asJson(schema), '', fill)

const least = (schema: Schema, name: string, fill: Filling): unknown => {
  const filled = fill(name, schema)
  if (filled !== undefined) return filled
  if ('const' in schema) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return least(ways.find(({ type }) => type === 'null') ?? ways[0] ?? {}, name, fill)
  if (schema.allOf) {
    const { allOf, ...rest } = schema
    const pattern = allOf.map((one) => one.pattern ?? '').join(' ')
    return least({ ...Object.assign({}, ...allOf), ...rest, pattern } as Schema, name, fill)
  }
  return leastOfType(schema, name, fill)
}

const leastOfType = (schema: Schema, name: string, fill: Filling): unknown => {
  switch ([schema.type].flat()[0]) {
    case 'object':
      return leastObject(schema, fill)
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items ?? {}, name, fill))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return leastText(schema)
  }
}

const leastObject = ({ properties = {}, required = [], propertyNames }: Schema, fill: Filling): unknown => {
  const keys = propertyNames?.enum ? [] : required
  return Object.fromEntries(keys.map((key) => [key, least(properties[key] ?? {}, key, fill)]))
}

const leastText = ({ format, minLength, pattern }: Schema): string => {
  if (format === 'uuid') return '019aaaaa-0000-7000-8000-000000000001'
  if (pattern) return likely.find((text) => pattern.split(' ').every((each) => new RegExp(each).test(text))) ?? 'x'
  return 'x'.repeat(Math.max(1, minLength ?? 1))
}

/** Texts of which one suits most patterns of the contract. */
const likely = [
  '2026-11-24',
  '2026-11-24T02:00:00.000Z',
  '2026-10',
  '09:30',
  '2468',
  'a-b',
  'core/opening',
  'zh.rude.a',
  `1-${'x'.repeat(43)}.ics`,
  'x',
]
