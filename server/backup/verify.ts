import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { envOfProcess } from '#server/env.ts'
import { restoreBackup } from './restore.ts'
import type { BackupStep } from './make.ts'

/**
 * Takes a backup up in a folder that is gone afterwards, on the embedded database: every row is put in and compared. Throws what restoring throws.
 */
export const verifyBackup = async (folder: string, onStep?: (step: BackupStep) => void): Promise<void> => {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'weixi-verify-'))
  try {
    // the database may run under another account than the one that made the folder
    await chmod(parent, 0o711)
    const env = { ...envOfProcess(), databaseUrl: null, data: path.join(parent, 'data') }
    await restoreBackup(folder, env, onStep)
  } finally {
    await rm(parent, { recursive: true, force: true, maxRetries: 5 })
  }
}
