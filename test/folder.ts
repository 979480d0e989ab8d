import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** A new empty folder, removed after the file's last test. Short: a socket's path must fit in some 100 bytes. */
export const temporaryFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weixi-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}
