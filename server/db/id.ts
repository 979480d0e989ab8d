import { randomBytes } from 'node:crypto'
import { type Id, newId } from '#domain/kernel/id.ts'

const random = (): number => randomBytes(6).readUIntBE(0, 6) / 2 ** 48

/** An id for a row the server itself makes; `at` only orders it. */
export const freshId = (at: Date): Id => newId(at.getTime(), random)
