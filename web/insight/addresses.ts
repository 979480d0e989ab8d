import type { RecordQuery } from '#domain/insight/figure.ts'
import type { Params } from '#domain/kernel/said.ts'

/** Where figures are opened: a team's or one's own. */
export type Side = 'team' | 'me'

/** The address of the list behind one side of a figure. */
export const recordsHref = (side: Side, { query, where }: RecordQuery, narrowed: Params = {}): string => {
  const all: Params = { ...where, ...narrowed, query }
  const asked = Object.entries(all)
    .filter(([name, value]) => value !== null && !(side === 'me' && name === 'unit') && name !== 'hours')
    .map(([name, value]): [string, string] => [name, String(value)])
  return `/${side}/records?${new URLSearchParams(asked)}`
}
