import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { PasswordFacts } from './password.ts'
import type { Role } from './role.ts'
import type { TokenFacts } from './token.ts'

/** Why a change of people, units or sign-ins is refused. */
export type StaffFacts = PasswordFacts &
  TokenFacts & {
    'staff.last_admin': { name: string }
    'staff.yourself': { name: string }
    'secondStep.on': Record<string, never>
    'secondStep.notBegun': Record<string, never>
    'secondStep.yourself': Record<string, never>
    'unit.circle': { name: string; under: string }
    'departure.keeps': { name: string; customers: number }
    'departure.gone': { name: string }
    'departure.noOwner': { customers: number }
  }

type Member = { id: Id; name: string; active: boolean; roles: readonly Role[] }

const administers = ({ active, roles }: Pick<Member, 'active' | 'roles'>): boolean => active && roles.includes('admin')

/**
 * Whether a person may be changed to this: the branch keeps at least one administrator who can sign in, and nobody shuts the door behind
 * themselves [P-01]. `everyone` are the people as they stand before the change.
 */
export const personRefusal = (actorId: Id, after: Member, everyone: readonly Member[]): Said<StaffFacts> | null => {
  const { id, name } = after
  if (id === actorId && !after.active) return { code: 'staff.yourself', params: { name } }
  const before = everyone.find((member) => member.id === id)
  const others = everyone.filter((member) => member.id !== id && administers(member))
  const losesAdmin = before !== undefined && administers(before) && !administers(after)
  return losesAdmin && others.length === 0 ? { code: 'staff.last_admin', params: { name } } : null
}

type Unit = { id: Id; name: string; parentId: Id | null }

/** Whether a unit may stand under another: never under itself or one of its own, which would cut the whole branch of the tree off. */
export const unitRefusal = (after: Unit, units: readonly Unit[]): Said<StaffFacts> | null => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const seen = new Set<Id>()
  for (let above = after.parentId; above !== null && !seen.has(above); above = byId.get(above)?.parentId ?? null) {
    if (above === after.id) {
      const under = byId.get(after.parentId ?? '')?.name ?? after.name
      return { code: 'unit.circle', params: { name: after.name, under } }
    }
    seen.add(above)
  }
  return null
}

/** Units in the order of the tree, each under its parent, with how deep it lies; what hangs on nothing stands at the root. */
export const unitTree = <U extends Unit>(units: readonly U[]): { unit: U; depth: number }[] => {
  const known = new Set(units.map(({ id }) => id))
  const under = (parent: Id | null, depth: number): { unit: U; depth: number }[] =>
    units
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .flatMap((unit) => [{ unit, depth }, ...(depth < 20 ? under(unit.id, depth + 1) : [])])
  return under(null, 0)
}
