import { searchKeysOf } from '#domain/customer/name-keys.ts'
import { passwordRefusal } from '#domain/staff/password.ts'
import { isCommonPassword } from '#server/adapters/common-passwords.ts'
import { fail } from '#server/http/failure.ts'

/** Who the password is for, as everybody there knows them. */
type Owner = { code: string; name: string; branchName: string }

/** Refuses a password that is about to be set where it is too easy to guess. */
export const requireUncommon = (password: string, { code, name, branchName }: Owner): void => {
  const own = [code, name, branchName].flatMap((word) => [word, ...searchKeysOf(word).spellings])
  const refusal = passwordRefusal(password, own, isCommonPassword)
  if (refusal) fail('rule.refused', { reasons: [refusal] })
}
