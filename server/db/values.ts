import pg from 'pg'

type Parse = (text: string) => unknown

/**
 * How PostgreSQL's values reach us: bigint and numeric as numbers, `date` as the text it is (a calendar day has no
 * time zone), timestamptz as Date, json as plain values.
 */
const parsers: Record<number, Parse> = {
  20: (text) => exactly(text),
  1700: Number,
  1082: (text) => text,
  // Arrays of the same.
  1016: (text) => many(text, exactly),
  1231: (text) => many(text, Number),
  1182: (text) => many(text, (day) => day),
}

type Lookup = (oid: number, format: 'text' | 'binary') => Parse

/** The driver declares its own numbers as an enumeration; they are PostgreSQL's type numbers. */
const usual = pg.types.getTypeParser as unknown as Lookup

export const types = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text'): Parse =>
    (format === 'text' ? parsers[oid] : undefined) ?? usual(oid, format),
}

/** A sum of fen beyond 2^53 would silently lose its last digits; no branch has ninety trillion yuan. */
const exactly = (text: string): number => {
  const number = Number(text)
  if (!Number.isSafeInteger(number))
    throw new RangeError(`The database answered ${text}, too large for an exact number.`)
  return number
}

const textArray = usual(1009, 'text') as (text: string) => (string | null)[]

const many = (text: string, parse: Parse): unknown[] =>
  textArray(text).map((item) => (item === null ? null : parse(item)))
