import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Bytes gathered before they go to the engine. */
const CHUNK = 1 << 18

/** Room a value must find, beyond which the buffer grows. */
const MARGIN = 64

const SIGNATURE = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex')
const END = Buffer.from([0xff, 0xff])

/** 2000-01-01, where the engine's clock begins. */
const EPOCH_MS = Date.UTC(2000, 0, 1)
const DAY_MS = 86_400_000
const TWO_32 = 4_294_967_296

/**
 * Rows on their way into a table in PostgreSQL's binary COPY format: `row` opens one, then one call a column in their order.
 * Nothing is checked but by the engine. Values go over as they are: no text is made of numbers and none is read again.
 */
export class BinaryRows {
  #bytes = Buffer.allocUnsafe(CHUNK + (CHUNK >> 2))
  #at = 0
  readonly #columns: number

  constructor(columns: number) {
    this.#columns = columns
    this.#at = SIGNATURE.copy(this.#bytes)
  }

  get full(): boolean {
    return this.#at >= CHUNK
  }

  /** What was gathered; the buffer begins anew. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#at)
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length)
    this.#at = 0
    return taken
  }

  row(): void {
    this.#room(MARGIN)
    this.#at = this.#bytes.writeInt16BE(this.#columns, this.#at)
  }

  none(): void {
    this.#room(MARGIN)
    this.#at = this.#bytes.writeInt32BE(-1, this.#at)
  }

  int4(value: number): void {
    this.#room(MARGIN)
    this.#at = this.#bytes.writeInt32BE(4, this.#at)
    this.#at = this.#bytes.writeInt32BE(value, this.#at)
  }

  /** A whole number, exact up to 2^53. */
  int8(value: number): void {
    this.#room(MARGIN)
    this.#at = this.#bytes.writeInt32BE(8, this.#at)
    const high = Math.floor(value / TWO_32)
    this.#at = this.#bytes.writeInt32BE(high, this.#at)
    this.#at = this.#bytes.writeUInt32BE(value - high * TWO_32, this.#at)
  }

  bool(value: boolean): void {
    this.#room(MARGIN)
    this.#at = this.#bytes.writeInt32BE(1, this.#at)
    this.#at = this.#bytes.writeUInt8(value ? 1 : 0, this.#at)
  }

  /** Sixteen bytes. */
  uuid(value: Uint8Array): void {
    this.#room(MARGIN)
    this.#at = this.#bytes.writeInt32BE(16, this.#at)
    this.#bytes.set(value, this.#at)
    this.#at += 16
  }

  text(value: string): void {
    // UTF-8 takes three bytes a code unit at most
    this.#room(MARGIN + value.length * 3)
    const written = this.#bytes.write(value, this.#at + 4)
    this.#bytes.writeInt32BE(written, this.#at)
    this.#at += 4 + written
  }

  jsonb(value: string): void {
    this.#room(MARGIN + value.length * 3)
    // the format of jsonb says its version first
    this.#bytes.writeUInt8(1, this.#at + 4)
    const written = this.#bytes.write(value, this.#at + 5)
    this.#bytes.writeInt32BE(written + 1, this.#at)
    this.#at += 5 + written
  }

  /** Milliseconds since 1970. */
  timestamptz(ms: number): void {
    this.int8((ms - EPOCH_MS) * 1000)
  }

  /** Days since 1970. */
  date(days: number): void {
    this.int4(days - EPOCH_MS / DAY_MS)
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}

/**
 * Copies rows into a table inside whatever transaction `client` is in. `write` puts one row after another into its argument and
 * calls `flush` whenever that is full. Throws what the engine says; then nothing of it is there.
 */
export const copyInto = async (
  client: pg.PoolClient,
  table: string,
  columns: readonly string[],
  write: (rows: BinaryRows, flush: () => Promise<void>) => Promise<void>,
): Promise<void> => {
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const into = client.query(copyFrom(`copy ${client.escapeIdentifier(table)} (${names}) from stdin (format binary)`))
  const failed = new Promise<never>((_, reject) => void into.once('error', reject))
  failed.catch(() => undefined)
  const rows = new BinaryRows(columns.length)
  const flush = async (): Promise<void> => {
    if (!into.write(rows.take())) await Promise.race([once(into, 'drain'), failed])
  }
  try {
    await write(rows, flush)
    await flush()
  } catch (error) {
    into.destroy(error as Error)
    throw error
  }
  const finished = once(into, 'finish')
  into.end(END)
  await Promise.race([finished, failed])
}
