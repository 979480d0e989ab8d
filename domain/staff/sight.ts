import type { Id } from '#domain/kernel/id.ts'
import type { Action } from './role.ts'
import { type Actor, covers, type Owned, reachOf, scopeOf } from './scope.ts'

/** Records with a page of their own. */
export const sightKinds = ['customer', 'case', 'retention', 'event', 'form', 'run'] as const
export type SightKind = (typeof sightKinds)[number]

/** What sight of a record depends on. */
export type Seen = {
  kind: SightKind
  /** Who keeps its customer; null where it has none. */
  owned: Owned | null
  /** Whose record it is: the owner of a case, the author of a form. */
  holderId: Id | null
  /** A form alone: its author's for good, put away, or a day's sheet of this unit. */
  form?: { own: boolean; dropped: boolean; unitId: Id | null }
}

/** Why somebody sees it: they keep the customer, stand in, lead or serve the unit, the record is theirs, or everybody does who meets customers. */
export const sights = ['keeps', 'backs', 'holds', 'leads', 'serves', 'everybody'] as const
export type Sight = (typeof sights)[number]

/** The action each kind is read under; the server's own queries compile the very same scopes. */
const readUnder: Record<SightKind, Action> = {
  customer: 'customer.read',
  case: 'customer.read',
  retention: 'customer.read',
  event: 'contact.run',
  form: 'customer.read',
  run: 'contact.run',
}

/** Why this person sees that record; null when to them it is not there [P-29]. */
export const sightOf = (actor: Actor, seen: Seen): Sight | null => {
  if (!holdsRole(actor, seen.kind)) return null
  const held = seen.holderId === actor.staffId ? ('holds' as const) : null
  if (seen.kind === 'event') return held ?? 'everybody'
  if (seen.form && (seen.form.own || seen.form.dropped) && !held) return null
  if (seen.owned === null) return held ?? sightOfSheet(actor, seen)
  const kept = sightOfCustomer(actor, readUnder[seen.kind], seen.owned)
  return kept ?? (seen.kind === 'case' ? held : null)
}

/** A page of a kind is open to whoever holds the action of its endpoint. */
const holdsRole = (actor: Actor, kind: SightKind): boolean =>
  reachOf(actor.roles, kind === 'customer' || kind === 'case' ? 'customer.read' : 'contact.run') !== null

const sightOfCustomer = (actor: Actor, action: Action, owned: Owned): Sight | null => {
  if (!covers(scopeOf(actor, action), owned)) return null
  if (owned.managerId === actor.staffId) return 'keeps'
  if (owned.backupId === actor.staffId) return 'backs'
  return reachOf(actor.roles, 'team.read') !== null ? 'leads' : 'serves'
}

/** A day's sheet about no customer: the leads of its unit. */
const sightOfSheet = (actor: Actor, { form }: Seen): Sight | null =>
  form?.unitId && scopeOf(actor, 'team.read').kind === 'units' && actor.unitIds.includes(form.unitId) ? 'leads' : null
