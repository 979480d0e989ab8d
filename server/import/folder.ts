import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Where uploaded files lie until they are imported: one a import, below the data folder, readable by us alone. */
export type ImportFolder = { root: string }

const KEPT_MS = 7 * 86_400_000

export const importFolder = (data: string): ImportFolder => ({ root: path.join(data, 'imports') })

export const fileOf = ({ root }: ImportFolder, branchId: number, id: string): string =>
  path.join(root, String(branchId), id)

/**
 * Writes the bytes that come after the first `offset` ones, never beyond `most`. Bytes that are there already are passed over;
 * a gap is not filled, so that the caller goes on from where the file ends. Every byte goes to its own place, so that the same
 * part sent several times at once is written once. Returns how many bytes are there now.
 */
export const receive = async (
  file: string,
  offset: number,
  most: number,
  body: ReadableStream<Uint8Array> | null,
): Promise<number> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT, 0o600)
  try {
    let size = (await handle.stat()).size
    let at = offset
    if (body === null || at > size) return size
    for await (const chunk of body) {
      const fresh = chunk.subarray(Math.max(0, Math.min(chunk.length, size - at)), Math.max(0, most - at))
      at += chunk.length
      if (fresh.length === 0) continue
      await handle.write(fresh, 0, fresh.length, size)
      size += fresh.length
    }
    return size
  } finally {
    await handle.close()
  }
}

export const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

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
