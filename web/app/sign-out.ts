import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { setCustomerView } from '#web/client/customer-view.ts'
import { send } from '#web/client/send.ts'

/** Leaves the seat. Whoever sits down next must not see, even for a moment, what this browser had read. */
export const useSignOut = (): (() => void) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  return () => {
    const leave = async (): Promise<void> => {
      await send('DELETE /api/session', {})
      await navigate({ to: '/sign-in' })
      client.clear()
      setCustomerView(false)
    }
    void leave()
  }
}
