import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Where uploaded files lie until they are imported: one a import, below the data folder, readable by us alone. */
export type ImportFolder = { root: string }

const KEPT_MS = 7 * 86_400_000

export const importFolder = (data: string): ImportFolder => ({ root: path.join(data, 'imports') })

export const fileOf = ({ root }: ImportFolder, branchId: number, id: string): string =>
  path.join(root, String(branchId), id)

const turns = new Map<string, Promise<unknown>>()

/** Work on one file comes one after the other, in the order it was asked for. */
const inTurn = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  const turn = (turns.get(file) ?? Promise.resolve()).then(work, work)
  turns.set(file, turn)
  try {
    return await turn
  } finally {
    if (turns.get(file) === turn) turns.delete(file)
  }
}

/** The bytes are not those that came for this file before. */
export class OtherContent extends Error {}

/**
 * Writes the bytes that come after the first `offset` ones, never beyond `most`. Bytes that are there already must be the same:
 * else they are another file's, and none of them is written. A gap is not filled, so that the sender goes on from where the file
 * ends. Returns how far the sender's own bytes are there; what somebody else sends meanwhile counts for them alone, since only
 * bytes that were compared are known to be the same. Throws `OtherContent`.
 */
export const receive = async (
  file: string,
  offset: number,
  most: number,
  body: ReadableStream<Uint8Array> | null,
): Promise<number> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    const { size } = await handle.stat()
    if (body === null || offset > size) return size
    let at = offset
    for await (const chunk of body) {
      const wanted = chunk.subarray(0, Math.max(0, most - at))
      if (wanted.length > 0) await inTurn(file, () => put(handle, at, wanted))
      at += wanted.length
    }
    return at
  } finally {
    await handle.close()
  }
}

/** Compares what is there and appends the rest. */
const put = async (handle: FileHandle, at: number, bytes: Uint8Array): Promise<void> => {
  const { size } = await handle.stat()
  const there = Buffer.alloc(Math.min(bytes.length, size - at))
  await handle.read(there, 0, there.length, at)
  if (!there.equals(bytes.subarray(0, there.length))) throw new OtherContent()
  await handle.write(bytes, there.length, bytes.length - there.length, size)
}

export const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

export const removeFile = (file: string): Promise<void> => rm(file, { force: true })

/** Clears files away that nobody has imported within a week: they hold personal data. */
export const sweep = async ({ root }: ImportFolder, branchId: number, at: Date): Promise<void> => {
  const folder = path.join(root, String(branchId))
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const file = path.join(folder, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < at.getTime() - KEPT_MS) await removeFile(file)
  }
}
