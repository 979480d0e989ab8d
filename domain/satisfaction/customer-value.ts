import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

/** The four parts of what something is worth to a customer [M-03]; results and process as one judges them (1–5), price and what it takes to
 * get at it in the same money or points. Null is not known. */
export type ValueParts = { results: number | null; process: number | null; price: number | null; access: number | null }

export type ValueFacts = {
  'value.missing': { part: keyof ValueParts }
  'value.notPositive': { part: keyof ValueParts; value: number }
}

const parts = ['results', 'process', 'price', 'access'] as const

/**
 * Customer value as (results + process) ÷ (price + cost of access), the standard equation of the service-profit chain (Heskett, Sasser &
 * Schlesinger 1997) [M-03]. A quotient to compare offers by, without a unit. Says which part is missing; price and access must be above 0.
 */
export const customerValue = (given: ValueParts): Result<{ value: number; parts: ValueParts }, Said<ValueFacts>> => {
  const missing = parts.find((part) => given[part] === null)
  if (missing) return refuse({ code: 'value.missing', params: { part: missing } })
  const { results, process, price, access } = { ...filled(given) }
  for (const [part, value] of [
    ['price', price],
    ['access', access],
  ] as const)
    if (!(value > 0)) return refuse({ code: 'value.notPositive', params: { part, value } })
  return ok({ value: (results + process) / (price + access), parts: given })
}

const filled = ({ results, process, price, access }: ValueParts): Record<keyof ValueParts, number> => ({
  results: results ?? 0,
  process: process ?? 0,
  price: price ?? 0,
  access: access ?? 0,
})
