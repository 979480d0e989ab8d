import type { Context } from 'hono'
import type { ZodType } from 'zod'
import type { Endpoint, Received } from '#api/endpoint.ts'
import { fail } from './failure.ts'

const MAX_JSON_BYTES = 1_000_000

/** Validates the three parts of a request; a failure names every place that is wrong. */
export const parsed = async (endpoint: Endpoint, c: Context): Promise<Received<Endpoint>> => {
  const params = check('params', endpoint.params, c.req.param())
  const query = check('query', endpoint.query, c.req.query())
  const body = endpoint.body ? check('body', endpoint.body, await jsonBody(c)) : undefined
  return { params, query, body }
}

const check = (part: string, schema: ZodType | undefined, input: unknown): unknown => {
  if (!schema) return undefined
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => ({
    path: [part, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }))
  return fail('request.invalid', { problems })
}

const jsonBody = async (c: Context): Promise<unknown> => {
  const text = await c.req.text()
  if (text.length > MAX_JSON_BYTES) return fail('request.too_large', { params: { bytes: MAX_JSON_BYTES } })
  try {
    return JSON.parse(text)
  } catch {
    return fail('request.invalid', { problems: [{ path: 'body', message: 'not JSON' }] })
  }
}
