import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterwards } from './afterwards.ts'

/** A new empty folder, removed after the test, or the file, that asked for it. Short: a socket's path must fit in some 100 bytes. */
export const temporaryFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weixi-'))
  afterwards(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}
