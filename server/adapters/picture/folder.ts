import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

/** Where pictures lie: one file a picture, below the data folder, readable by us alone. */
export type PictureFolder = { root: string }

export const pictureFolder = (data: string): PictureFolder => ({ root: path.join(data, 'pictures') })

const fileOf = ({ root }: PictureFolder, branchId: number, id: string): string => path.join(root, String(branchId), id)

/** Keeps a picture whole or not at all: a half-written one never stands under its name. */
export const keepPicture = async (
  folder: PictureFolder,
  branchId: number,
  id: string,
  bytes: Uint8Array,
): Promise<void> => {
  const file = fileOf(folder, branchId, id)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.part`, bytes, { mode: 0o600 })
  await rename(`${file}.part`, file)
}

/** The bytes of a picture; null where the folder does not have it (restored without its pictures). */
export const openPicture = async (
  folder: PictureFolder,
  branchId: number,
  id: string,
): Promise<ReadableStream<Uint8Array> | null> => {
  const stream = createReadStream(fileOf(folder, branchId, id))
  const opened = new Promise<boolean>((resolve) => {
    stream.once('open', () => resolve(true))
    stream.once('error', () => resolve(false))
  })
  return (await opened) ? (Readable.toWeb(stream) as ReadableStream<Uint8Array>) : null
}

export const dropPicture = (folder: PictureFolder, branchId: number, id: string): Promise<void> =>
  rm(fileOf(folder, branchId, id), { force: true })
