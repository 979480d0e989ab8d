import type { Received, Reply } from '#api/endpoint.ts'
import type { importEndpoints } from '#api/import.ts'
import { freshId } from '#server/db/id.ts'
import { type Answer, MONDAY_AT_TEN, type TestApi } from './api.ts'

type Endpoints = typeof importEndpoints
type Query = Partial<Received<Endpoints['GET /api/imports/:id/preview']>['query']>
type Order = Received<Endpoints['PUT /api/imports/:id/run']>['body']
export type Preview = Reply<Endpoints['GET /api/imports/:id/preview']>
export type ImportView = Reply<Endpoints['GET /api/imports/:id']>

export type Upload = { name?: string; by?: string; announced?: number; offset?: number; id?: string }

/** A table as CSV text. */
export const csv = (...rows: string[][]): string => rows.map((row) => row.join(',')).join('\r\n') + '\r\n'

/** Uploads a file's bytes; answers with the import's id and what the server said. */
export const upload = async (
  api: TestApi,
  content: string | Uint8Array,
  { name = '客户.csv', by = 'gu', announced, offset = 0, id = freshId(MONDAY_AT_TEN) }: Upload = {},
) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  const query = new URLSearchParams({ name, bytes: String(announced ?? bytes.length), offset: String(offset) })
  const response = await api.fetch(
    new Request(`http://localhost/api/imports/${id}/file?${query}`, {
      method: 'PUT',
      headers: { 'x-test-staff': by },
      body: bytes,
    }),
  )
  return { id, status: response.status, body: (await response.json()) as { received: number; whole: boolean } }
}

export const preview = (api: TestApi, id: string, query: Query = {}, by = 'gu'): Promise<Answer<Preview>> =>
  api.as(by)('GET /api/imports/:id/preview', { params: { id }, query })

export const importOf = async (api: TestApi, id: string, by = 'gu'): Promise<ImportView> =>
  (await api.as(by)('GET /api/imports/:id', { params: { id } })).body

type Story = Query &
  Upload &
  Partial<Pick<Order, 'mode' | 'asOf' | 'keeperId'>> & { map?: (mapping: Order['mapping']) => Order['mapping'] }

/** Uploads, takes the columns as suggested, imports, and answers with how it went. */
export const importFile = async (
  api: TestApi,
  content: string | Uint8Array,
  story: Story = {},
): Promise<ImportView> => {
  const { map = (mapping) => mapping, mode = 'both', asOf, keeperId = null, name, by = 'gu', ...query } = story
  const { id } = await upload(api, content, { ...(name ? { name } : {}), by })
  const seen = await preview(api, id, query, by)
  if (seen.status !== 200) throw new Error(JSON.stringify(seen.error))
  const body = { mapping: map(seen.body.mapping), mode, keeperId, ...(asOf ? { asOf } : {}) }
  const asked = await api.as(by)('PUT /api/imports/:id/run', { params: { id }, body })
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.error))
  await api.finishJobs()
  return importOf(api, id, by)
}

/** What is wrong with the rejected rows: `3 手机号码 phone.scientific`. */
export const problemsOf = async (api: TestApi, id: string, by = 'gu'): Promise<string[]> => {
  const { body } = await api.as(by)('GET /api/imports/:id/problems', { params: { id } })
  return body.rows.flatMap(({ problems }) =>
    problems.map(({ row, field, said }) => `${row} ${field ?? '*'} ${said.code}`),
  )
}
