import { type APIRequestContext, expect } from '@playwright/test'

type Listed = { rows: { id: string; name: string }[] }

const listed = async (request: APIRequestContext, query: Record<string, string>): Promise<Listed['rows']> => {
  const answer = await request.get(`/api/customers?${new URLSearchParams(query)}`)
  return ((await answer.json()) as Listed).rows
}

/** Finds one of the signed-in person's customers through the API, as a page would. */
export const customerNamed = async (request: APIRequestContext, name: string): Promise<string> => {
  const found = (await listed(request, { q: name })).find((row) => row.name === name)
  if (!found) throw new Error(`No customer ${name}`)
  return found.id
}

export const firstOutlet = async (request: APIRequestContext): Promise<string> => {
  const [outlet] = await listed(request, { kind: 'outlet' })
  if (!outlet) throw new Error('No outlet')
  return outlet.id
}

export const freshId = (): string => crypto.randomUUID().replace(/^(.{8}-.{4}-)./, '$17')

/** A contact begun as Today begins one. */
export const startedRun = async (
  request: APIRequestContext,
  name: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const id = freshId()
  const customerId = await customerNamed(request, name)
  const data = { customerId, direction: 'outbound', purpose: 'service', agreedTime: true, ...more }
  expect((await request.put(`/api/runs/${id}`, { data })).status()).toBe(200)
  return id
}

/** A case of the signed-in person by what it is about. */
export const caseAbout = async (request: APIRequestContext, what: string): Promise<string> => {
  const { rows } = (await (await request.get('/api/cases?show=all')).json()) as { rows: { id: string; what: string }[] }
  const found = rows.find((row) => row.what === what)
  if (!found) throw new Error(`No case about ${what}`)
  return found.id
}

/** An event to come, by its title. */
export const eventCalled = async (request: APIRequestContext, title: string): Promise<string> => {
  const { rows } = (await (await request.get('/api/events')).json()) as { rows: { id: string; title: string }[] }
  const found = rows.find((row) => row.title === title)
  if (!found) throw new Error(`No event ${title}`)
  return found.id
}

/** The first of a list the signed-in person may read. */
export const firstId = async (request: APIRequestContext, path: string): Promise<string> => {
  const { rows } = (await (await request.get(path)).json()) as { rows: { id: string }[] }
  const [first] = rows
  if (!first) throw new Error(`Nothing at ${path}`)
  return first.id
}

/** A campaign of the signed-in lead that can be read. */
export const campaignCalled = async (request: APIRequestContext, title: string): Promise<string> => {
  const answer = (await (await request.get('/api/campaigns?show=readable')).json()) as {
    rows: { id: string; title: string }[]
  }
  const found = answer.rows.find((row) => row.title === title)
  if (!found) throw new Error(`No campaign ${title}`)
  return found.id
}

/** A case opened as the customer's page opens it; answers with its address. */
export const caseOpened = async (request: APIRequestContext, customerId: string, words: string): Promise<string> => {
  const id = freshId()
  const data = { customerId, from: 'customer', words }
  expect((await request.put(`/api/retention/${id}`, { data })).status()).toBe(200)
  return id
}

/** Something happens in a retention case, by whoever is signed in. */
export const caseHappens = async (
  request: APIRequestContext,
  caseId: string,
  wish: Record<string, unknown>,
): Promise<void> => {
  const answer = await request.post(`/api/retention/${caseId}/events`, { data: { id: freshId(), wish } })
  expect(answer.status(), await answer.text()).toBe(200)
}
