import * as fs from 'node:fs'
import os from 'node:os'
import type { Machine } from './settings.ts'

/** This machine as PostgreSQL may use it; a container's memory limit counts rather than its host's memory. */
export const thisMachine = (): Machine => {
  const limit = process.constrainedMemory()
  const memory = limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem()
  return { memory, processors: os.availableParallelism(), sharedMemoryFree: sharedMemoryFree() }
}

const sharedMemoryFree = (): number => {
  if (process.platform !== 'linux') return Number.MAX_SAFE_INTEGER
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm')
    return bavail * bsize
  } catch {
    return 0
  }
}
