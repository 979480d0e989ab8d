import type { Context } from 'hono'
import type { ZodType } from 'zod'
import type { Endpoint, Received } from '#api/endpoint.ts'
import { fail } from './failure.ts'
import { isStorable } from './storable.ts'

const MAX_JSON_BYTES = 1_000_000

/** Far more than any body of the contract nests; a schema walks down one call a level. */
const MAX_DEPTH = 64

/** Validates the three parts of a request; a failure names every place that is wrong. */
export const parsed = async (endpoint: Endpoint, c: Context): Promise<Received<Endpoint>> => {
  const params = check('params', endpoint.params, c.req.param())
  const query = check('query', endpoint.query, c.req.query())
  const body = endpoint.body ? check('body', endpoint.body, await jsonBody(c)) : undefined
  return { params, query, body }
}

const check = (part: string, schema: ZodType | undefined, input: unknown): unknown => {
  if (!schema) return undefined
  refuseUnkeepable(part, input)
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => ({
    path: [part, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }))
  return fail('request.invalid', { problems })
}

/** Refuses what no schema looks for and the store or the schemas themselves would break on. Not recursive, for the same reason. */
const refuseUnkeepable = (part: string, input: unknown): void => {
  const left: { path: string; value: unknown; depth: number }[] = [{ path: part, value: input, depth: 0 }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { path, value, depth } = next
    if (typeof value === 'string' && !isStorable(value)) refuse(path, 'has a NUL or half a character')
    if (typeof value !== 'object' || value === null) continue
    if (depth === MAX_DEPTH) refuse(part, `nested deeper than ${MAX_DEPTH}`)
    for (const [key, each] of Object.entries(value)) {
      if (!isStorable(key)) refuse(path, 'has a name with a NUL or half a character')
      left.push({ path: `${path}.${key}`, value: each, depth: depth + 1 })
    }
  }
}

const refuse = (path: string, message: string): never => fail('request.invalid', { problems: [{ path, message }] })

const jsonBody = async (c: Context): Promise<unknown> => {
  const text = await textBody(c)
  try {
    return JSON.parse(text)
  } catch {
    return refuse('body', 'not JSON')
  }
}

/** Stops at the limit, whatever length was announced: nobody makes the server hold more than that. */
const textBody = async (c: Context): Promise<string> => {
  if (Number(c.req.header('content-length')) > MAX_JSON_BYTES) return tooLarge()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_JSON_BYTES) return tooLarge()
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

const tooLarge = (): never => fail('request.too_large', { params: { bytes: MAX_JSON_BYTES } })
