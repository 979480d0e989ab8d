import fc, { type Arbitrary } from 'fast-check'
import { contract, type ContractKey } from '#api/contract.ts'
import type { Endpoint } from '#api/endpoint.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { openApi } from '#server/http/openapi.ts'
import { claims } from '#test/access/claims.ts'
import { type ActorCode, actors, type Office } from '#test/access/office.ts'
import { rowsOf } from '#test/access/targets.ts'
import { arbitraryOf, type Schema } from './arbitrary.ts'

type Operation = {
  parameters: readonly { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { content: Readonly<Record<string, { schema?: Schema }>> }
}

export type Sent = { who: ActorCode; method: string; path: string; query: string; body: string | Uint8Array | null }

/** Bodies that are no JSON, or JSON that hardly anybody means. */
const brokenBodies = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"a":1,"a":2}',
  '1e999',
  '['.repeat(20_000),
  '\u0000',
  '{"__proto__":{"x":1}}',
]

/** Requests to one endpoint, made from its place in the OpenAPI document, by somebody who may call it. */
export const requestsTo = async (key: ContractKey, office: Office): Promise<Arbitrary<Sent>> => {
  const [method = 'GET', path = ''] = key.split(' ')
  const braced = path.replace(/:(\w+)/g, '{$1}')
  const paths = openApi()['paths'] as Record<string, Record<string, Operation>>
  const operation = paths[braced]?.[method.toLowerCase()]
  if (!operation) throw new Error(`${key} is not in the document`)
  const claim = claims[key]
  const rows = (await rowsOf(office.db, claim)).slice(0, 200)
  const ids = await idsOf(office)
  const place = (name: string): Arbitrary<unknown> | null => {
    const column = claim.about === 'nothing' ? undefined : claim.at[name]
    return column === undefined || rows.length === 0 ? null : fc.constantFrom(...rows.map((row) => row[column]))
  }
  const named = (where: 'path' | 'query'): Arbitrary<Record<string, unknown>> => {
    const all = operation.parameters.filter((one) => one.in === where)
    return fc.record(
      Object.fromEntries(
        all.map(({ name, schema }) => {
          const known = place(name)
          const any = arbitraryOf(schema, ids)
          return [name, known ? fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: any }) : any]
        }),
      ),
      { requiredKeys: all.filter(({ required }) => required).map(({ name }) => name) },
    )
  }
  return fc
    .record({
      who: fc.constantFrom(...whoMay(key, office)),
      at: named('path'),
      query: named('query'),
      body: bodyOf(operation, ids),
    })
    .map(({ who, at, query, body }) => ({
      who,
      method,
      path: path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(said(at[name])) || 'x'),
      query: new URLSearchParams(Object.entries(query).map(([name, value]) => [name, said(value)])).toString(),
      body,
    }))
}

/** As it can stand in an address: half a character cannot. */
const said = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value ?? null)).toWellFormed()

const bodyOf = ({ requestBody }: Operation, ids: readonly string[]): Arbitrary<Sent['body']> => {
  if (!requestBody) return fc.constant(null)
  const schema = requestBody.content['application/json']?.schema
  if (!schema) return fc.uint8Array({ maxLength: 2_000 })
  return fc.oneof(
    { weight: 14, arbitrary: arbitraryOf(schema, ids).map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: fc.constantFrom(...brokenBodies) },
  )
}

const whoMay = (key: ContractKey, office: Office): ActorCode[] => {
  const { access }: Endpoint = contract[key]
  if (access === 'anyone' || access === 'signed-in') return [...actors]
  return actors.filter((code) => reachOf(office.callers.get(code)?.roles ?? [], access) !== null)
}

const known = new WeakMap<Office, Promise<string[]>>()

/** Ids of rows of several kinds, each of which stands in many requests. */
const idsOf = (office: Office): Promise<string[]> => {
  const before = known.get(office)
  if (before) return before
  const found = Promise.all(
    (['customer', 'staff', 'unit', 'promise', 'run', 'service_case', 'expectation', 'contact_person'] as const).map(
      (table) => office.db.selectFrom(table).select('id').where('branch_id', '=', 1).orderBy('id').limit(5).execute(),
    ),
  ).then((tables) => tables.flat().map(({ id }) => id))
  known.set(office, found)
  return found
}

/** Sends it and takes everything back; answers with the status and, where it is our fault, with what went wrong. */
export const sent = async (office: Office, { who, method, path, query, body }: Sent): Promise<string> => {
  const before = office.faults.length
  const { result } = await office.undone(async () => {
    const request = new Request(`http://localhost${path}?${query}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === null ? {} : { body: body as BodyInit }),
    })
    const response = await office.send(who, request)
    return { status: response.status, text: await response.text() }
  })
  const fault = office.faults[before]
  return result.status < 500
    ? 'fine'
    : `${result.status} ${String(fault)} ${(fault as Error | undefined)?.stack?.split('\n')[1] ?? ''}`
}
