import { z } from 'zod'
import { isId } from '#domain/kernel/id.ts'
import { fail } from './failure.ts'
import { isStorable } from './storable.ts'

/** Where a keyset page ended: the last row's sort value and its id. Opaque to the caller. */
export type Cursor = { value: string | number; id: string }

/** The calendar of the store has no year 0; any other year may stand in a row. */
const hasYear = (text: string): boolean => !text.startsWith('0000')

const kinds = {
  text: z.string().refine(isStorable),
  number: z.number(),
  whole: z.int(),
  day: z.iso.date().refine(hasYear),
  instant: z.iso.datetime().refine(hasYear),
}

/** What a list sorts by, and so what its cursors hold. */
export type CursorKind = keyof typeof kinds

export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url')

/** Reads a cursor of a list sorted by a value of this kind; refuses any other as `request.invalid`. */
export const decodeCursor = (text: string, kind: CursorKind): Cursor => {
  try {
    const [value, id] = z
      .tuple([kinds[kind], z.string().refine(isId)])
      .parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { value, id }
  } catch {
    // falls through to the one answer for anything we did not make
  }
  return fail('request.invalid', { problems: [{ path: 'query.cursor', message: 'not a cursor of this list' }] })
}
