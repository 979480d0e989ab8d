/** Just enough of DER (X.690) to write a certificate: every value is tag, length, content. */

const lengthOf = (length: number): number[] => {
  if (length < 128) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 + bytes.length, ...bytes]
}

export const tagged = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => tagged(0x30, ...parts)
export const set = (...parts: readonly Uint8Array[]): Uint8Array => tagged(0x31, ...parts)
export const octets = (...parts: readonly Uint8Array[]): Uint8Array => tagged(0x04, ...parts)
export const bits = (bytes: Uint8Array, unused = 0): Uint8Array => tagged(0x03, Buffer.from([unused]), bytes)
export const text = (value: string): Uint8Array => tagged(0x0c, Buffer.from(value))
export const truth = (): Uint8Array => tagged(0x01, Buffer.from([0xff]))

/** A positive whole number from its bytes; a leading high bit would make it negative. */
export const whole = (bytes: Uint8Array): Uint8Array =>
  tagged(0x02, (bytes[0] ?? 0) >= 128 ? Buffer.from([0]) : Buffer.alloc(0), bytes)

/** `1.2.840.10045.4.3.2` as an object identifier. */
export const oid = (dotted: string): Uint8Array => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const groups = [arc % 128]
    for (let more = Math.floor(arc / 128); more > 0; more = Math.floor(more / 128)) groups.unshift(128 + (more % 128))
    bytes.push(...groups)
  }
  return tagged(0x06, Buffer.from(bytes))
}

/** Years 2000 to 2049 are written with two digits, later ones with four (RFC 5280, 4.1.2.5). */
export const time = (instant: Date): Uint8Array => {
  const digits = instant.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
  const short = instant.getUTCFullYear() < 2050
  return tagged(short ? 0x17 : 0x18, Buffer.from(`${short ? digits.slice(2) : digits}Z`))
}
