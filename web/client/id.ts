import { type Id, newId } from '#domain/kernel/id.ts'

const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

/** An id for something this reader is about to write: sent twice, it is still one write. */
export const freshId = (): Id => newId(Date.now(), random)
