import { unzipSync, zipSync } from 'fflate'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type ArchiveFacts, staysInside } from '#domain/playbook/editing/archive.ts'

/** A folder as one file: its texts by their path inside it. */
export type Folder = ReadonlyMap<string, string>

const MB = 2 ** 20
/** A pack of two hundred playbooks is under two megabytes. */
export const MOST_PACKED = 4 * MB
const MOST_UNPACKED = 24 * MB
const MOST_FILES = 600
/** Zip keeps no time zone, so the same folder is the same file everywhere. */
const FIXED_TIME = '2000-01-01'

/**
 * Reads a packed folder of texts. Sizes and names are looked at before anything is unpacked: one that unpacks to more than a folder
 * of texts could be, or whose names lead out of it, is refused as a whole.
 */
export const readZip = (bytes: Uint8Array): Result<Folder, Said<ArchiveFacts>> => {
  const refusal: { said: Said<ArchiveFacts> | null } = { said: null }
  let [sum, count] = [0, 0]
  const stop = (said: Said<ArchiveFacts>): never => {
    refusal.said = said
    throw new Error(said.code)
  }
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sum += originalSize
        count += 1
        if (sum > MOST_UNPACKED) stop({ code: 'archive.too-big', params: { limitMb: MOST_UNPACKED / MB } })
        if (count > MOST_FILES) stop({ code: 'archive.too-many', params: { limit: MOST_FILES } })
        const path = name.endsWith('/') ? name.slice(0, -1) : name
        if (!staysInside(path)) stop({ code: 'archive.path', params: { path: name.slice(0, 200) } })
        return !name.endsWith('/')
      },
    })
    return ok(new Map(Object.entries(files).map(([path, content]) => [path, textOf(path, content, stop)])))
  } catch {
    return refuse(refusal.said ?? { code: 'archive.broken', params: {} })
  }
}

const textOf = (path: string, content: Uint8Array, stop: (said: Said<ArchiveFacts>) => never): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return stop({ code: 'archive.not-text', params: { path } })
  }
}

export const writeZip = (folder: ReadonlyMap<string, string | Uint8Array>): Uint8Array => {
  const encoder = new TextEncoder()
  return zipSync(
    Object.fromEntries(
      [...folder].map(([path, content]) => {
        const bytes = typeof content === 'string' ? encoder.encode(content) : content
        return [path, [bytes, { mtime: FIXED_TIME }]]
      }),
    ),
  )
}

/** The bytes of an upload; null when there are more than a packed folder may have. */
export const readUpload = async (body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength
    if (bytes > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
