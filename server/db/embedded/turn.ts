import * as fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './cluster.ts'
import { type EngineFolder, onDisk } from './folder.ts'

/**
 * Lets one process at a time through the start of a folder's engine. Without it, of two that start at once, the second
 * could take the first's postmaster, up but not yet locked, for an orphan with other settings, and stop it.
 * The file of a starter that was killed is no obstacle; the supervisor's session lock is what holds afterwards.
 */
export const inTurn = async <T>(folder: EngineFolder, start: () => Promise<T>): Promise<T> => {
  const file = `${folder.root}.starting`
  while (!onDisk(folder.root, () => claim(file))) await wait(50)
  try {
    return await start()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

const claim = (file: string): boolean => {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!isAlive(starterIn(file))) fs.rmSync(file, { force: true })
    return false
  }
}

/** A file just made may still be empty: its writer is then this very moment at work. */
const starterIn = (file: string): number => {
  try {
    return Number(fs.readFileSync(file, 'utf8') || process.pid)
  } catch {
    return process.pid
  }
}
