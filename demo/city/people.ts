import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Role } from '#domain/staff/role.ts'
import { idBytes, idText } from './ids.ts'
import type { Named } from './names.ts'
import type { CitySize } from './size.ts'

/** Managers of one unit. */
const IN_A_UNIT = 20
const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Numbers of the tables whose rows have ids, told apart by them. */
export const table = { unit: 1, staff: 2, customer: 3, member: 4, touch: 5, promise: 6, issue: 7 } as const

export type CityUnit = { id: string; code: string; name: string; parentId: string | null }
export type CityPerson = { id: string; bytes: Buffer; code: string; named: Named; roles: Role[]; unitId: string }
export type CityPeople = { units: CityUnit[]; managers: CityPerson[]; others: CityPerson[] }

/** An office, its units of twenty managers and those who lead them; staff codes of later branches begin with the branch. */
export const cityPeople = (
  branchId: number,
  first: boolean,
  { managers }: CitySize,
  names: Record<CustomerKind, readonly Named[]>,
): CityPeople => {
  const prefix = first ? '' : `b${branchId}-`
  const unitId = (n: number): string => idText(idBytes(branchId, table.unit, n))
  const root: CityUnit = { id: unitId(0), code: '1', name: '云川市分公司', parentId: null }
  const units = Array.from({ length: Math.ceil(managers / IN_A_UNIT) }, (_, n): CityUnit => {
    const ten = Math.floor(n / 10)
    const number = `${ten > 0 ? `十` : ''}${NUMBERS[n % 10]}`
    return { id: unitId(n + 1), code: String(101 + n), name: `客户${number}部`, parentId: root.id }
  })
  let told = 0
  const person = (code: string, roles: Role[], unit: string): CityPerson => {
    const bytes = idBytes(branchId, table.staff, told)
    const named = names.person[(told * 97 + branchId) % names.person.length]
    told += 1
    if (!named) throw new Error('no name was drawn')
    return { id: idText(bytes), bytes, code: prefix + code, named, roles, unitId: unit }
  }
  return {
    units: [root, ...units],
    managers: Array.from({ length: managers }, (_, n) =>
      person(`m${String(n + 1).padStart(3, '0')}`, ['manager'], unitId(1 + Math.floor(n / IN_A_UNIT))),
    ),
    others: [
      person('admin', ['admin'], root.id),
      person('trainer', ['trainer'], root.id),
      ...units.map((unit, n) => person(`lead${n + 1}`, ['lead'], unit.id)),
    ],
  }
}
