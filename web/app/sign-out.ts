import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { setCustomerView } from '#web/client/customer-view.ts'
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
      client.clear()
      setCustomerView(false)
      await forgetAnswers()
    }
    void goAway()
  }
}
