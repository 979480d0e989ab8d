/** Bytes put one behind the other. */
export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Four or more letters at a place, as container formats name their parts. */
export const lettersAt = (bytes: Uint8Array, at: number, length = 4): string =>
  String.fromCodePoint(...bytes.subarray(at, at + length))
