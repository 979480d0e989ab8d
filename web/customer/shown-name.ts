import { useCallback } from 'react'
import { isUnnamed } from '#domain/customer/address-form.ts'
import { useMessages } from '#web/ui/messages.ts'
import { craftMessages } from './craft-messages.ts'

/** The name a customer stands under; whoever has left none is called so, with the code. */
export const useShownName = (): ((customer: { name: string; code: string }) => string) => {
  const { unnamed } = useMessages(craftMessages)
  return useCallback((customer) => (isUnnamed(customer) ? unnamed.shown(customer.code) : customer.name), [unnamed])
}
