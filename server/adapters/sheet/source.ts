import { open } from 'node:fs/promises'

/** Bytes that can be read at any place, more than once: a file on disk or a buffer. */
export type Source = {
  size: number
  /** Fewer bytes than asked only at the end. */
  read: (offset: number, length: number) => Promise<Uint8Array>
  close: () => Promise<void>
}

export const sourceOfBytes = (bytes: Uint8Array): Source => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  close: () => Promise.resolve(),
})

/** Opens a file; the caller closes it when done. */
export const sourceOfFile = async (path: string): Promise<Source> => {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  return {
    size,
    read: async (offset, length) => {
      const wanted = Math.max(0, Math.min(length, size - offset))
      const { bytesRead, buffer } = await file.read(new Uint8Array(wanted), 0, wanted, offset)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

const CHUNK = 256 * 1024

export async function* chunksOf(source: Source, from = 0, length = source.size - from): AsyncGenerator<Uint8Array> {
  const end = from + length
  for (let at = from; at < end;) {
    const bytes = await source.read(at, Math.min(CHUNK, end - at))
    if (bytes.length === 0) return
    at += bytes.length
    yield bytes
  }
}
