import { isId } from '#domain/kernel/id.ts'
import { fail } from './failure.ts'

/** Where a keyset page ended: the last row's sort value and its id. Opaque to the caller. */
export type Cursor = { value: string | number; id: string }

export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url')

export const decodeCursor = (text: string): Cursor => {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    if ((typeof value === 'string' || typeof value === 'number') && typeof id === 'string' && isId(id))
      return { value, id }
  } catch {
    // falls through to the one answer for anything we did not make
  }
  return fail('request.invalid', { problems: [{ path: 'query.cursor', message: 'not a cursor of this list' }] })
}
