import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { choices } from '#domain/customer/dossier.ts'
import { customerKinds } from '#domain/customer/kind.ts'

const bands = ['high', 'raised', 'low'] as const
const moves = ['up', 'down'] as const
const sorts = ['name', 'value', 'risk', 'last_touch', 'since'] as const

/** What the address of the list says: filters, order, hidden columns. Whatever else stands there is ignored. */
export type ListSearch = {
  q?: string
  kind?: (typeof customerKinds)[number]
  tier?: string
  band?: (typeof bands)[number]
  moved?: (typeof moves)[number]
  format?: (typeof choices.format)[number]
  managerId?: string
  mine?: boolean
  quietDays?: number
  tag?: string
  sort?: (typeof sorts)[number]
  dir?: 'asc' | 'desc'
  hide?: string
}

type Query = NonNullable<Request<Contract['GET /api/customers']>['query']>

const text = (value: unknown): string | undefined => {
  const said = typeof value === 'number' ? String(value) : value
  return typeof said === 'string' && said !== '' ? said.slice(0, 80) : undefined
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)

const kept = <T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

export const listSearchFrom = (search: Record<string, unknown>): ListSearch => {
  const days = Number(search['quietDays'])
  return kept({
    q: text(search['q']),
    kind: oneOf(customerKinds, search['kind']),
    tier: text(search['tier']),
    band: oneOf(bands, search['band']),
    moved: oneOf(moves, search['moved']),
    format: oneOf(choices.format, search['format']),
    managerId: text(search['managerId']),
    mine: search['mine'] === true || search['mine'] === 'true' ? true : undefined,
    quietDays: Number.isInteger(days) && days > 0 ? days : undefined,
    tag: text(search['tag']),
    sort: oneOf(sorts, search['sort']),
    dir: oneOf(['asc', 'desc'] as const, search['dir']),
    hide: text(search['hide']),
  })
}

/** The filters alone, as the server asks for them. */
export const filterOf = ({ mine, sort: _sort, dir: _dir, hide: _hide, ...filter }: ListSearch) => ({
  ...filter,
  ...(mine ? { mine: 'true' } : {}),
})

export const queryOf = (search: ListSearch): Query => ({
  ...filterOf(search),
  sort: search.sort ?? 'name',
  dir: search.dir ?? 'asc',
})

export const isFiltered = (search: ListSearch): boolean => Object.keys(filterOf(search)).length > 0

/** A list in one piece of an address, so that a customer's page knows where its reader came from. */
export const listText = (search: ListSearch): string =>
  new URLSearchParams(Object.entries(search).map(([key, value]) => [key, String(value)])).toString()

export const listFromText = (text: string): ListSearch => listSearchFrom(Object.fromEntries(new URLSearchParams(text)))
