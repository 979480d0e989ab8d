import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { type BackupStep, makeBackup } from './make.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** Backups of one data folder beside each other, named after it and the moment in UTC: `branch-20261123-020000`. */
export type Series = { parent: string; name: string }

export type Kept = { folder: string; madeAt: Date }

const stampOf = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')

const STAMP = /^\d{8}-\d{6}$/

/** The finished backups of a series, oldest first; half a one, and anything else that lies there, is none. */
export const keptIn = async ({ parent, name }: Series): Promise<Kept[]> => {
  const inside = await readdir(parent).catch(() => [])
  const ours = inside.filter((one) => one.startsWith(`${name}-`) && STAMP.test(one.slice(name.length + 1)))
  const kept = await Promise.all(
    ours.map(async (one) => {
      const folder = path.join(parent, one)
      const manifest = await readManifest(folder).catch(() => null)
      return manifest ? [{ folder, madeAt: new Date(manifest.madeAt) }] : []
    }),
  )
  return kept.flat().toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime())
}

/** Makes the next backup of a series, and removes the oldest beyond `most` once it is whole. */
export const addToSeries = async (
  pool: pg.Pool,
  data: string,
  series: Series,
  at: Date,
  most: number | null,
  onStep?: (step: BackupStep) => void,
): Promise<{ folder: string; manifest: Manifest; removed: string[] }> => {
  const folder = path.join(series.parent, `${series.name}-${stampOf(at)}`)
  const manifest = await makeBackup(pool, data, folder, at, onStep)
  const kept = await keptIn(series)
  const removed = most === null ? [] : kept.slice(0, Math.max(0, kept.length - most)).map((one) => one.folder)
  for (const old of removed) await rm(old, { recursive: true, force: true })
  return { folder, manifest, removed }
}
