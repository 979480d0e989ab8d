import { contract, type ContractKey } from '#api/contract.ts'
import type { Endpoint } from '#api/endpoint.ts'
import { freshId } from '#server/db/id.ts'
import { MONDAY_AT_TEN } from '#test/api.ts'
import { leastOf } from '#test/schema-sample.ts'
import type { ZodType } from 'zod'
import { samples } from './samples.ts'

/** The least request an endpoint takes, with these values where its path, query and body have a place of that name. */
export const requestOf = (key: ContractKey, values: Readonly<Record<string, string>>): Request => {
  const endpoint: Endpoint = contract[key]
  const [method = 'GET', path = ''] = key.split(' ')
  const { id: _, ...named } = values
  const fill = (name: string): unknown => named[name] ?? words[name]
  const part = (
    name: 'params' | 'query' | 'body',
    schema: ZodType | undefined,
    known: Readonly<Record<string, string>>,
  ) => (schema ? withKnown(leastOf(schema, fill), schema, known, samples[key]?.[name]) : {})
  const params = part('params', endpoint.params, { id: freshId(MONDAY_AT_TEN), ...values }) as Record<string, string>
  const filled = path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(params[name] ?? 'x'))
  const query = new URLSearchParams(
    Object.entries(part('query', endpoint.query, named) as object).map(([name, value]) => [name, String(value)]),
  )
  const body = endpoint.upload
    ? new Uint8Array([0xff, 0xd8, 0xff])
    : endpoint.body && JSON.stringify(part('body', endpoint.body, named))
  return new Request(`http://localhost${filled}?${query}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
  })
}

/** Property names whose values no schema can guess. */
const words: Readonly<Record<string, unknown>> = { pin: '2468', tail: '4321', meeting: '08:30', meetingAt: '08:30' }

const withKnown = (
  value: unknown,
  schema: ZodType,
  known: Readonly<Record<string, string>>,
  sample: unknown,
): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return sample ?? value
  const shape = (schema as { shape?: object }).shape ?? value
  const fitting = Object.entries(known).filter(([name]) => name in shape)
  return { ...value, ...(sample as object | undefined), ...Object.fromEntries(fitting) }
}
