import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { digestOf, faultsOfSeal, GENESIS, type Seal, type SealedFacts, sealHash, type SealedRow } from './chain.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

const facts = (id: string, more: Partial<SealedFacts> = {}): SealedFacts => ({
  id,
  at: '2026-11-23T02:00:00.000Z',
  actorId: 'lin',
  action: 'promise.made',
  entity: 'promise',
  entityId: 'p1',
  version: null,
  changes: null,
  params: { what: '回电', due: '2026-11-24' },
  ...more,
})

const row = (id: string, more: Partial<SealedFacts> = {}): SealedRow & { facts: SealedFacts } => {
  const own = facts(id, more)
  return { id, facts: own, salt: `salt-${id}`, digest: digestOf(own, `salt-${id}`, hash) }
}

const sealed = (number: number, before: Seal | null, rows: readonly SealedRow[]): Seal => {
  const previous = before?.hash ?? GENESIS
  const digests = rows.map(({ digest }) => digest)
  return { number, previous, rows: rows.length, hash: sealHash(number, previous, digests, hash) }
}

const codes = (before: Seal | null, seal: Seal, rows: readonly SealedRow[]) =>
  faultsOfSeal(before, seal, rows, hash).map(({ code }) => code)

describe('the chain of what was done', () => {
  const first = [row('a'), row('b')]
  const one = sealed(1, null, first)
  const second = [row('c'), row('d')]
  const two = sealed(2, one, second)

  test('holds as it was written, whatever the order of keys', () => {
    expect(codes(null, one, first)).toEqual([])
    expect(codes(one, two, second)).toEqual([])
    const turned = { ...row('a'), facts: facts('a', { params: { due: '2026-11-24', what: '回电' } }) }
    expect(codes(null, one, [turned, row('b')])).toEqual([])
  })

  test.each([
    ['a parameter', { params: { what: '回电', due: '2026-11-25' } }],
    ['who did it', { actorId: 'han' }],
    ['when', { at: '2026-11-23T02:00:00.001Z' }],
    ['what was done', { action: 'promise.kept' }],
    ['what stood before', { changes: [{ field: 'name', before: null, after: 'x' }] }],
  ] satisfies [string, Partial<SealedFacts>][])('shows that %s was changed, and in which row', (_what, change) => {
    const touched = { ...row('a'), facts: facts('a', change) }
    expect(faultsOfSeal(null, one, [touched, row('b')], hash)).toEqual([{ code: 'row.changed', seal: 1, rowId: 'a' }])
  })

  test('shows a row made to fit again, by the seal over it', () => {
    expect(codes(null, one, [row('a', { actorId: 'han' }), row('b')])).toEqual(['seal.changed'])
  })

  test('shows a removed row, an added one and a seal made anew', () => {
    expect(codes(null, one, [row('a')])).toEqual(['rows.removed'])
    expect(codes(null, one, [...first, row('x')])).toEqual(['rows.added'])
    const forged = sealed(1, null, [row('a', { actorId: 'han' }), row('b')])
    expect(codes(null, forged, [row('a', { actorId: 'han' }), row('b')])).toEqual([])
    expect(codes(forged, two, second)).toEqual(['chain.broken'])
  })

  test('shows a seal taken out with all its rows', () => {
    const three = sealed(3, two, [row('e')])
    expect(codes(one, three, [row('e')])).toEqual(['seal.missing', 'chain.broken'])
    expect(codes(null, two, second)).toEqual(['seal.missing', 'chain.broken'])
  })

  test('still holds when the contents of a row were erased', () => {
    const { id, digest } = row('a')
    expect(codes(null, one, [{ id, digest, erased: true }, row('b')])).toEqual([])
    expect(codes(null, one, [{ id, digest: row('a', { actorId: 'han' }).digest, erased: true }, row('b')])).toEqual([
      'seal.changed',
    ])
  })
})
