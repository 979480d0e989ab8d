import type { CustomerKind } from '#domain/customer/kind.ts'
import { type SearchKeys, searchKeysOf } from '#domain/customer/name-keys.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { pick } from '../chance.ts'
import { companyName, personName, shopName, TRADES, VILLAGES } from '../crowd/names.ts'

export type Named = { name: string; keys: SearchKeys }

/** So many different draws of each kind; in a city many people share a name. */
const DRAWS: Record<CustomerKind, number> = { person: 24_000, group: 6000, outlet: 4000 }

/** Names with the keys they are found by, made once and given out again; never more than there are customers. */
export const drawNames = (seed: number, customers: number): Record<CustomerKind, readonly Named[]> => {
  const random = seededRandom(seed)
  const draws: Record<CustomerKind, () => string> = {
    person: () => personName(random).name,
    group: () => `${companyName(random, pick(random, TRADES))}有限公司`,
    outlet: () => pick(random, VILLAGES) + shopName(random).name,
  }
  const listed = (kind: CustomerKind): Named[] => {
    const known = new Map<string, SearchKeys>()
    return Array.from({ length: Math.min(DRAWS[kind], customers) }, () => {
      const name = draws[kind]()
      const keys = known.get(name) ?? searchKeysOf(name, kind === 'person' ? 'person' : 'organisation')
      known.set(name, keys)
      return { name, keys }
    })
  }
  return { person: listed('person'), group: listed('group'), outlet: listed('outlet') }
}
