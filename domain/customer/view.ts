import { type Action, type Role } from '#domain/staff/role.ts'
import { reachOf } from '#domain/staff/scope.ts'

/** Screens whose filters can be kept under a name, and what must be allowed to whoever keeps or reads one. */
const rights = { customers: 'customer.read' } as const satisfies Record<string, Action>

export type ViewScreen = keyof typeof rights
export const viewScreens = Object.keys(rights) as [ViewScreen, ...ViewScreen[]]

/** How many views one person keeps, and how long the filter of one may be as text. */
export const mostViews = 50
export const longestView = 8000

/** A filter tells what was searched for, so it is for those who may see what it finds. */
export const mayKeepViews = (roles: readonly Role[], screen: ViewScreen): boolean =>
  reachOf(roles, rights[screen]) !== null
