import type { Role } from './role.ts'
import { type Actor, covers, type Owned, reachOf, scopeOf } from './scope.ts'

/** Whether somebody in these roles keeps promises at all: whoever has contact with customers, or does a part of it for those who have [P-07]. */
export const keepsPromises = (roles: readonly Role[]): boolean =>
  roles.includes('collaborator') || reachOf(roles, 'contact.run') !== null

/** Whether a promise to this customer can be given to a colleague: they may contact the customer, or do a part of it for others [P-07]. */
export const mayKeepPromise = (colleague: Actor, customer: Owned): boolean =>
  colleague.roles.includes('collaborator') || covers(scopeOf(colleague, 'contact.run'), customer)
