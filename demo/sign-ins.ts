import type { Auth } from '#server/staff/auth.ts'
import { DEMO_PASSWORD } from './people.ts'

/** Accounts for these people; those who have one keep it. Everyone has the same published password, so it is hashed once. */
export const makeSignIns = async (
  auth: Auth,
  people: readonly { id: string; code: string; name: string }[],
): Promise<[code: string, authUserId: string][]> => {
  const { internalAdapter, password } = await auth.$context
  const hash = await password.hash(DEMO_PASSWORD)
  return Promise.all(
    people.map(async ({ id, code, name }) => {
      const email = `${id}@staff.invalid`
      const known = await internalAdapter.findUserByEmail(email)
      if (known) return [code, known.user.id]
      const user = await internalAdapter.createUser(
        { email, name, username: code, displayUsername: code, emailVerified: false },
        { method: 'email-password' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      })
      return [code, user.id]
    }),
  )
}
