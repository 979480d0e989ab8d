import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { sit } from '#web/client/seat.ts'
import { forgetAnswers } from './offline/kept.ts'
import { leave } from './offline/leaving.ts'

/** Leaves the seat. Whoever sits down next must not see, even for a moment, what this browser had read or kept. */
export const useSignOut = (): (() => void) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  return () => {
    const goAway = async (): Promise<void> => {
      await leave()
      await navigate({ to: '/sign-in' })
      // What the sign-in page asks meanwhile is of nobody: cleared with the rest it would never be answered, and the page stay white.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GET /api/setup' })
      client.getMutationCache().clear()
      sit(null)
      await forgetAnswers()
    }
    void goAway()
  }
}
