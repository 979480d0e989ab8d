import fc, { type Arbitrary } from 'fast-check'

/** As much of JSON Schema as the contract's document is made of. */
export type Schema = {
  type?: string
  format?: string
  pattern?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  maxLength?: number
}

/** What breaks careless programs: ends of texts and numbers, other alphabets, half a character, the words of SQL, shells and spreadsheets. */
const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '𠮷',
  '👩‍👩‍👧',
  'İ',
  '％',
  '%_\\',
  "' or 1=1 --",
  '"; drop table customer; --',
  '=1+1',
  '../../etc/passwd',
  '<script>',
  '{{7*7}}',
  '__proto__',
  'null',
  '1e999',
  '-1',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-11-23',
  '2026-11-23T02:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '24:00',
  '08:30',
  '2026-13',
  'zh',
] as const

const hostileNumbers = [0, -0, -1, 1, 0.5, 2 ** 31, -(2 ** 31), 2 ** 53, -(2 ** 53), 1e21, 1e308, 5e-324] as const

const text: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.nat(3).map((n) => '长'.repeat(10 ** n)),
)

const anything: Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(null, true, false, [], {}, [[]], { length: -1 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Mostly what the schema asks for, with hostile contents; now and then something else. `ids` are of rows that are there. */
export const arbitraryOf = (schema: Schema, ids: readonly string[]): Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: fitting(schema, ids) }, { weight: 1, arbitrary: anything })

const fitting = (schema: Schema, ids: readonly string[]): Arbitrary<unknown> => {
  const { anyOf, oneOf, allOf } = schema
  const some = anyOf ?? oneOf
  if (some) return fc.oneof(...some.map((each) => fitting(each, ids)))
  if (allOf)
    return fc.tuple(...allOf.map((each) => fitting(each, ids))).map((parts) => Object.assign({}, ...parts) as unknown)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'object') return object(schema, ids)
  if (schema.type === 'array') return array(schema, ids)
  if (schema.type === 'string') return string(schema, ids)
  if (schema.type === 'integer' || schema.type === 'number') return number(schema)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'null') return fc.constant(null)
  return anything
}

const object = (schema: Schema, ids: readonly string[]): Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties } = schema
  const named = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, arbitraryOf(each, ids)])),
    { requiredKeys: [...required].filter((name) => name in properties) },
  )
  if (typeof additionalProperties !== 'object') return named
  const more = fc.dictionary(text, arbitraryOf(additionalProperties, ids), { maxKeys: 4 })
  return fc.tuple(named, more).map(([one, other]) => ({ ...one, ...other }))
}

const array = ({ items = {}, minItems = 0, maxItems = 4 }: Schema, ids: readonly string[]): Arbitrary<unknown> =>
  fc.array(arbitraryOf(items, ids), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) })

const string = ({ format, pattern, maxLength = Infinity }: Schema, ids: readonly string[]): Arbitrary<unknown> => {
  if (format === 'uuid') return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, fc.uuid())
  const short = text.map((each) => (each.length > maxLength ? each.slice(0, maxLength) : each))
  return pattern === undefined ? short : fc.oneof({ weight: 3, arbitrary: matching(pattern, short) }, short)
}

/** Some patterns are beyond the generator: then any text. */
const matching = (pattern: string, instead: Arbitrary<string>): Arbitrary<string> => {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'))
  } catch {
    return instead
  }
}

const number = ({ type, minimum = -1e6, maximum = 1e6 }: Schema): Arbitrary<unknown> => {
  const [least, most] = [Math.max(minimum, -1e9), Math.min(maximum, 1e9)]
  const inside =
    type === 'integer'
      ? fc.integer({ min: Math.ceil(least), max: Math.floor(most) })
      : fc.double({ min: least, max: most, noNaN: true })
  return fc.oneof({ weight: 4, arbitrary: inside }, fc.constantFrom(...hostileNumbers, minimum, maximum))
}
