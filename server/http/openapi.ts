import { toJSONSchema, type ZodType } from 'zod'
import { contract } from '#api/contract.ts'
import type { Endpoint } from '#api/endpoint.ts'
import { errorStatus } from '#api/errors.ts'

type Schema = Record<string, unknown>

/** The contract as an OpenAPI 3.1 document: made from the very schemas that requests are checked with. */
export const openApi = (): Schema => {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const [key, endpoint] of Object.entries(contract) as [string, Endpoint][]) {
    const [method = '', path = ''] = key.split(' ')
    const braced = path.replace(/:(\w+)/g, '{$1}')
    paths[braced] = { ...paths[braced], [method.toLowerCase()]: operation(key, endpoint) }
  }
  return { openapi: '3.1.0', info: { title: 'Weixi 维系', version: '0.1.0' }, paths, components: { securitySchemes } }
}

const operation = (key: string, endpoint: Endpoint): Schema => ({
  operationId: key,
  summary: endpoint.summary,
  'x-access': endpoint.access,
  ...security(endpoint),
  parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
  ...(endpoint.body ? { requestBody: { required: true, content: json(endpoint.body, 'input') } } : {}),
  ...(endpoint.upload ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
  responses: { ...success(endpoint), ...failures(endpoint) },
})

/** Who calls: a signed-in browser, or where it is not the person's own at the seat, an access token. */
const security = ({ access, atSeat }: Endpoint): Schema => {
  if (access === 'anyone') return {}
  return { security: atSeat ? [{ browser: [] }] : [{ browser: [] }, { token: [] }] }
}

const securitySchemes = {
  browser: { type: 'apiKey', in: 'cookie', name: 'weixi.session_token' },
  token: { type: 'http', scheme: 'bearer', description: 'A personal access token; one for reading calls GET only.' },
}

const parameters = (place: 'path' | 'query', schema: ZodType | undefined): Schema[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: each,
  }))
}

const success = (endpoint: Endpoint): Schema => {
  if (endpoint.reply === 'nothing') return { '204': { description: 'Done' } }
  if (endpoint.reply === 'file')
    return { '200': { description: 'A file', content: { 'application/octet-stream': {} } } }
  return { '200': { description: 'Done', content: json(endpoint.reply, 'output') } }
}

/** One entry a status, naming the codes that come with it. */
const failures = (endpoint: Endpoint): Schema => {
  const codes = [
    ...(endpoint.errors ?? []),
    ...(endpoint.access === 'anyone' ? [] : (['session.required', 'session.another', 'access.denied'] as const)),
  ]
  const byStatus = Map.groupBy(new Set(codes), (code) => String(errorStatus[code]))
  return Object.fromEntries([...byStatus].map(([status, group]) => [status, { description: group.join(', ') }]))
}

const json = (schema: ZodType, io: 'input' | 'output'): Schema => ({
  'application/json': { schema: jsonSchema(schema, io) },
})

const jsonSchema = (schema: ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...rest } = toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
  return rest
}
