import type { Id } from '#domain/kernel/id.ts'
import { type Action, actions, grants, type Reach, type Role } from './role.ts'

/** Who is asking. `unitIds` are the actor's unit and every unit below it. */
export type Actor = {
  branchId: number
  staffId: Id
  roles: readonly Role[]
  unitIds: readonly Id[]
}

/** Which records an actor may reach for one action; `server/staff/scope.ts` compiles it to SQL. */
export type Scope =
  | { kind: 'none' }
  | { kind: 'own'; staffId: Id }
  | { kind: 'units'; staffId: Id; unitIds: readonly Id[] }
  | { kind: 'all' }

/** What a scope looks at on a record. */
export type Owned = { managerId: Id | null; backupId: Id | null; unitId: Id | null }

const width: Record<Reach, number> = { own: 1, units: 2, all: 3 }

/** The widest grant among the actor's roles. */
export const reachOf = (roles: readonly Role[], action: Action): Reach | null => {
  let widest: Reach | null = null
  for (const role of roles) {
    const reach = grants[role][action]
    if (reach && (!widest || width[reach] > width[widest])) widest = reach
  }
  return widest
}

export const scopeOf = (actor: Actor, action: Action): Scope => {
  const reach = reachOf(actor.roles, action)
  if (!reach) return { kind: 'none' }
  if (reach === 'all') return { kind: 'all' }
  if (reach === 'own') return { kind: 'own', staffId: actor.staffId }
  return { kind: 'units', staffId: actor.staffId, unitIds: actor.unitIds }
}

/** Whether one record lies in a scope. Backing someone up counts as one's own. */
export const covers = (scope: Scope, record: Owned): boolean => {
  switch (scope.kind) {
    case 'none':
      return false
    case 'all':
      return true
    case 'own':
      return isOwn(scope.staffId, record)
    case 'units':
      return isOwn(scope.staffId, record) || (record.unitId !== null && scope.unitIds.includes(record.unitId))
  }
}

const isOwn = (staffId: Id, record: Owned): boolean => record.managerId === staffId || record.backupId === staffId

/** The actions open to an actor at all: what the shell shows. */
export const allowedActions = (holds: readonly Role[]): Action[] =>
  actions.filter((action) => reachOf(holds, action) !== null)

/** The actions open on one record: sent with it, so that no screen works them out again. */
export const allowedOn = (actor: Actor, record: Owned): Action[] =>
  actions.filter((action) => covers(scopeOf(actor, action), record))
