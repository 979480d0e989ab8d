import { beforeAll, describe, expect, test } from 'vitest'
import { contract, type ContractKey } from '#api/contract.ts'
import type { Endpoint } from '#api/endpoint.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { type SightKind, sightKinds } from '#domain/staff/sight.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Claim } from './claim.ts'
import { claims } from './claims.ts'
import { type Leaks, leaksIn } from './leaks.ts'
import { type ActorCode, actors, anOffice, type Office } from './office.ts'
import { requestOf } from './requests.ts'
import { type Relation, relations, rowsOf, type Target, targetsFor } from './targets.ts'

let office: Office
let leaksOf: Leaks
const met = new Set<Relation>()
const keys = Object.keys(contract) as ContractKey[]

beforeAll(async () => {
  office = await anOffice()
  leaksOf = await leaksIn(office.db, callerOf('lin'))
})

const callerOf = (code: ActorCode): Caller => {
  const caller = office.callers.get(code)
  if (!caller) throw new Error(`nobody is ${code}`)
  return caller
}

type Want = 'in' | 'signed out' | 'not granted' | 'not there'
type Came = { status: number; code: string; text: string; written: readonly string[] }

const holds = ({ access }: Endpoint, claim: Claim, { roles }: Caller): boolean => {
  const held = access === 'signed-in' || access === 'anyone' || reachOf(roles, access) !== null
  const more = claim.about === 'nothing' ? claim.holding : undefined
  return held && (!more || more.some((action) => reachOf(roles, action) !== null))
}

const asked = async (key: ContractKey, code: ActorCode | null, target: Target | null): Promise<Came> => {
  const claim = claims[key]
  const at = claim.about === 'nothing' || !target ? [] : Object.entries(claim.at)
  const values = Object.fromEntries(at.map(([name, column]) => [name, String(target?.row[column])]))
  const { result, written } = await office.undone(async () => {
    const response = await office.send(code, requestOf(key, values))
    return { status: response.status, text: await response.text() }
  })
  const [, error = ''] = /^\{"code":"([a-z_.]+)"/.exec(result.text) ?? []
  const told = leaksOf(code && callerOf(code), result.text, JSON.stringify(values))
  expect(told.slice(0, 5), `${key} tells ${code ?? 'a stranger'} what they may not see`).toEqual([])
  return { ...result, code: error, written }
}

/** Whether what came is what the rules say. A refusal writes nothing and says nothing of the record, not even that it is there. */
const isRight = (key: ContractKey, want: Want, { status, code, written }: Came): boolean => {
  const claim = claims[key]
  const about = claim.about === 'nothing' ? null : claim
  if (status >= 500) return false
  if (want === 'in') return about ? isIn(status, about.partly) : !['session.required', 'access.denied'].includes(code)
  if (written.length > 0) return false
  if (want === 'signed out') return code === 'session.required'
  if (want === 'not granted') return code === 'access.denied'
  if (about?.openly && code === 'access.denied') return true
  if (about?.silent && status === 200) return true
  return code === 'record.not_found' || (status === 204 && key.startsWith('DELETE'))
}

const isIn = (status: number, partly = false): boolean =>
  ![400, 401, 403, 404].includes(status) || (partly && (status === 403 || status === 404))

describe('every endpoint lets in whom the rules let in, and to everybody else nothing is there', () => {
  test.each(keys)('%s', async (key) => {
    const endpoint: Endpoint = contract[key]
    const claim = claims[key]
    const rows = await rowsOf(office.db, claim)
    if (claim.about !== 'nothing') expect(rows.length, 'rows to reach for').toBeGreaterThan(0)
    const wrong: string[] = []
    const look = async (code: ActorCode | null, want: Want, target: Target | null): Promise<void> => {
      const came = await asked(key, code, target)
      if (!isRight(key, want, came))
        wrong.push(
          `${code ?? 'a stranger'}, ${target?.relation ?? 'no record'}: ${want}, but ${came.status} ${came.text.slice(0, 200)} ${came.written.join(' ')}`,
        )
    }
    const any = rows[0] && { relation: 'elsewhere' as const, row: rows[0], admitted: false }
    await look(null, endpoint.access === 'anyone' ? 'in' : 'signed out', any ?? null)
    for (const code of actors) {
      const caller = callerOf(code)
      if (!holds(endpoint, claim, caller)) await look(code, 'not granted', any ?? null)
      else if (claim.about === 'nothing') await look(code, 'in', null)
      else
        for (const target of targetsFor(claim, endpoint.access, caller, rows)) {
          met.add(target.relation)
          await look(code, target.admitted ? 'in' : 'not there', target)
        }
    }
    expect(wrong).toEqual([])
  })

  test('and every way to stand to a record was met', () => {
    expect(relations.filter((relation) => !met.has(relation))).toEqual([])
  })
})

const pages: Record<SightKind, ContractKey> = {
  customer: 'GET /api/customers/:id',
  case: 'GET /api/cases/:id',
  retention: 'GET /api/retention/:id',
  event: 'GET /api/events/:id',
  form: 'GET /api/forms/:id',
  run: 'GET /api/runs/:id',
}
const MOST = 12

describe('who is said to see a record are the very people its page opens for [P-29]', () => {
  test.each(sightKinds)('%s', async (kind) => {
    const claim = claims[pages[kind]]
    const rows = await rowsOf(office.db, claim.about === 'row' ? { ...claim, where: undefined } : claim)
    const step = Math.max(1, Math.floor(rows.length / MOST))
    let named = 0
    for (const { id } of rows.filter((_, i) => i % step === 0)) {
      const opened = new Set<string>()
      let said: string[] | null = null
      for (const code of actors) {
        const staff = callerOf(code).staffId
        if ((await read(code, pages[kind], { id: String(id) })).status === 200) opened.add(staff)
        const sight = await read(code, 'GET /api/sight/:kind/:id', { kind, id: String(id) })
        expect(sight.status === 200, `${kind} ${String(id)} ${code}`).toBe(opened.has(staff))
        if (sight.status === 200)
          said = (JSON.parse(sight.text) as { people: { id: string }[] }).people.map((one) => one.id)
      }
      const asked = new Set(actors.map((code) => callerOf(code).staffId))
      if (said) expect(new Set(said.filter((one) => asked.has(one))), `${kind} ${String(id)}`).toEqual(opened)
      named += opened.size
    }
    expect(named).toBeGreaterThan(0)
  })
})

const read = async (code: ActorCode, key: ContractKey, values: Record<string, string>) => {
  const { result } = await office.undone(async () => {
    const response = await office.send(code, requestOf(key, values))
    return { status: response.status, text: await response.text() }
  })
  return result
}
