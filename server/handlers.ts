import type { Contract } from '#api/contract.ts'
import { customerHandlers } from './customer/routes.ts'
import type { Handlers } from './http/handler.ts'
import { jobHandlers } from './jobs/routes.ts'
import type { Auth } from './staff/auth.ts'
import { staffHandlers } from './staff/routes.ts'

/** Every endpoint of the contract with its handler; one that is missing does not compile. */
export const handlersFor = (auth: Auth): Handlers<Contract> => ({
  ...staffHandlers(auth),
  ...customerHandlers,
  ...jobHandlers,
})
