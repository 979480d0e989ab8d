import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { projectRoot } from '#server/env.ts'

let kept: ReadonlySet<string> | null = null

/** The list that ships with the program: read when first somebody sets a password, nothing is asked of the network. */
const commonPasswords = (): ReadonlySet<string> =>
  (kept ??= new Set(
    gunzipSync(readFileSync(join(projectRoot(), 'content', 'passwords', 'common.txt.gz')))
      .toString('utf8')
      .split('\n')
      .filter(Boolean),
  ))

/** Whether a word, in lower case, is on the list. */
export const isCommonPassword = (word: string): boolean => commonPasswords().has(word)
