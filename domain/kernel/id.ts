import type { Random } from './random.ts'

/** UUIDv7 text: time-ordered, made by the writer, so a retried or offline write is the same write. */
export type Id = string

/**
 * RFC 9562 §5.7: 48 bits of Unix milliseconds, then random bits; what lies before 1970 counts as its first moment. Pass a
 * cryptographic `random` outside tests and demo.
 */
export const newId = (atMs: number, random: Random): Id => {
  const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0')
  const bits = (count: number): number => Math.floor(random() * 2 ** count)
  const time = hex(Math.max(0, atMs), 12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(12), 3)}-${hex(0x8000 + bits(14), 4)}-${hex(bits(24), 6)}${hex(bits(24), 6)}`
}

/** Any UUID as the store writes it, in lower case: another writer's need not be version 7. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
