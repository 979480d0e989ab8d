import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '#domain/kernel/id.ts'
import { type Random, seededRandom } from '#domain/kernel/random.ts'
import { served } from '../kill/served.ts'
import { setUp, signIn } from '../kill/sign-in.ts'
import { storyOf } from '../kill/work.ts'

export type Loaded = {
  users: number
  requests: number
  /** Every answer that was not yes, as `500 GET /api/today …`. */
  wrong: string[]
  /** What each kind of call took, in milliseconds, sorted. */
  took: Map<string, number[]>
}

type Call = { method: 'GET' | 'PUT' | 'POST'; path: string; body?: unknown }

/** Between two calls of one person: reading, talking, writing. */
const THINKING_MS = 5_000

const reads = [
  '/api/today',
  '/api/counts',
  '/api/customers?limit=50',
  '/api/promises',
  '/api/me/figures',
  '/api/session',
]

/**
 * So many people, each with a sign-in of their own, at work for some seconds on a fresh Weixi: they look at Today, lists and customers, and take
 * calls that they file. No call may fail.
 */
export const loadFor = async (data: string, users: number, seconds: number, seed: number): Promise<Loaded> => {
  const loaded: Loaded = { users, requests: 0, wrong: [], took: new Map() }
  const here = await served(data)
  const ask = async (cookie: string, { method, path, body }: Call): Promise<unknown> => {
    const began = performance.now()
    const answer = await fetch(`${here.address}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', origin: here.address },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const kind = `${method} ${path.replace(/\?.*/, '').replaceAll(/[0-9a-f-]{36}/g, ':id')}`
    loaded.requests += 1
    loaded.took.set(kind, [...(loaded.took.get(kind) ?? []), performance.now() - began])
    if (!answer.ok) loaded.wrong.push(`${answer.status} ${kind} ${text.slice(0, 200)}`)
    return text === '' ? null : JSON.parse(text)
  }
  try {
    const cookies = await everybodyIn(here.address, users, ask)
    loaded.requests = 0
    loaded.took.clear()
    const until = performance.now() + seconds * 1000
    await Promise.all(cookies.map((cookie, i) => aPerson(i, cookie, seededRandom(seed + i), until, ask)))
  } finally {
    await here.stop()
  }
  for (const each of loaded.took.values()) each.sort((a, b) => a - b)
  return loaded
}

type Ask = (cookie: string, call: Call) => Promise<unknown>

/** Adds the people through the administrator and signs each in. */
const everybodyIn = async (address: string, users: number, ask: Ask): Promise<string[]> => {
  const administrator = await signIn(address, await setUp(address))
  const { units } = (await ask(administrator, { method: 'GET', path: '/api/units' })) as { units: { id: string }[] }
  const random = seededRandom(31)
  const cookies: string[] = []
  for (let i = 0; i < users; i += 1) {
    const person = { code: `p${i}`, password: `long-enough-${i}` }
    const body = { ...person, name: `员工${i}`, roles: ['manager'], unitId: units[0]?.id }
    await ask(administrator, {
      method: 'PUT',
      path: `/api/staff/${newId(Date.parse('2026-11-24T02:00:00Z') + i, random)}`,
      body,
    })
    cookies.push(await signIn(address, person))
  }
  return cookies
}

/** One person at work: mostly looking, now and then the next step of a contact. */
const aPerson = async (i: number, cookie: string, random: Random, until: number, ask: Ask): Promise<void> => {
  let told = 0
  let story = storyOf(`员工${i}的客户${told}`)
  let customer: string | null = null
  const next = (): Call => {
    const draw = random()
    if (draw < 0.1 && customer !== null) return { method: 'GET', path: customer }
    if (draw < 0.6) return { method: 'GET', path: reads[Math.floor(random() * reads.length)] ?? '/api/session' }
    if (story.length === 0) story = storyOf(`员工${i}的客户${(told += 1)}`)
    const [{ method, path, body } = { method: 'GET' as const, path: '/api/session', body: undefined }] = story.splice(
      0,
      1,
    )
    if (path.startsWith('/api/customers/')) customer = path
    return { method, path, body }
  }
  await wait(random() * THINKING_MS)
  while (performance.now() < until) {
    await ask(cookie, next())
    await wait((0.5 + random()) * THINKING_MS)
  }
}
