import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { searchKeysOf } from '#domain/customer/name-keys.ts'
import { passwordRefusal } from '#domain/staff/password.ts'
import { projectRoot } from '#server/env.ts'
import { fail } from '#server/http/failure.ts'

/** Who the password is for, as everybody there knows them. */
type Owner = { code: string; name: string; branchName: string }

let kept: ReadonlySet<string> | null = null

/** The list that ships with the program: read when first somebody sets a password, nothing is asked of the network. */
const commonPasswords = (): ReadonlySet<string> =>
  (kept ??= new Set(
    gunzipSync(readFileSync(join(projectRoot(), 'content', 'passwords', 'common.txt.gz')))
      .toString('utf8')
      .split('\n'),
  ))

/** Refuses a password that is about to be set where it is too easy to guess. */
export const requireUncommon = (password: string, { code, name, branchName }: Owner): void => {
  const own = [code, name, branchName].flatMap((word) => [word, ...searchKeysOf(word).spellings])
  const refusal = passwordRefusal(password, own, (word) => word !== '' && commonPasswords().has(word))
  if (refusal) fail('rule.refused', { reasons: [refusal] })
}
