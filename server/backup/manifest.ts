import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { BackupTrouble } from './trouble.ts'

const MANIFEST = 'manifest.json'

const Written = z.object({ file: z.string(), bytes: z.number(), sha256: z.string() })

/** What a backup holds, so that it can be read whole or not at all. */
const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The newest migration of the database it was made from. */
  migration: z.number().int(),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      /** Digest of the rows as COPY writes them, before packing. */
      contents: z.string(),
      packed: Written,
    }),
  ),
  /** Files of the data folder, below `files`. */
  files: z.array(Written),
  branches: z.array(z.object({ id: z.number(), name: z.string(), customers: z.number(), head: z.string().nullable() })),
})

export type Manifest = z.infer<typeof Manifest>
export type BackedTable = Manifest['tables'][number]
export type WrittenFile = z.infer<typeof Written>

export const manifestPath = (folder: string): string => path.join(folder, MANIFEST)

/** Throws `backup.none` where there is no manifest, `backup.damaged` where it cannot be read. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(manifestPath(folder), 'utf8').catch(() => null)
  if (text === null) throw new BackupTrouble('backup.none', { place: folder })
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    throw new BackupTrouble('backup.damaged', { file: MANIFEST })
  }
}
