import { ENTERED_AT } from '../moment.ts'

/** Sixteen bytes that name one row of a branch: version 7, ordered by `n`, so that keys are written where the last ones were. */
export const idBytes = (branchId: number, table: number, n: number, into = Buffer.alloc(16)): Buffer => {
  into.writeUIntBE(ENTERED_AT.getTime() + Math.floor(n / 4096), 0, 6)
  into.writeUInt16BE(0x7000 | (n & 0xfff), 6)
  into.writeUInt16BE(0x8000 | (table & 0x3fff), 8)
  into.writeUInt16BE(branchId & 0xffff, 10)
  into.writeUInt32BE(Math.imul(n + 1, 0x9e3779b1) >>> 0, 12)
  return into
}

export const idText = (bytes: Buffer): string => {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
