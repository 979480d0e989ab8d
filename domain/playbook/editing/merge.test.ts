import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parsePlaybook } from '../parse.ts'
import type { Draft } from './draft.ts'
import { mergeDrafts } from './merge.ts'
import { moved, partAt, pathOf, withPart } from './place.ts'

const careCall = (): Draft => {
  const read = parsePlaybook('care-call.yaml', readFileSync('content/core/playbooks/care-call.yaml', 'utf8'))
  if (!read.ok) throw new Error('care-call')
  return read.value
}

const base = careCall()

describe('two editors of one draft', () => {
  test('what each wrote apart is kept, by entry and not by place', () => {
    const mine = withPart(base, ['steps', 1, 'title', 'zh'], '我写的')
    const shifted = { ...base, steps: moved(base.steps, 1, 0) }
    const theirs = withPart(shifted, ['steps', 0, 'aim', 'en'], 'theirs')
    const { draft, clashes } = mergeDrafts(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(draft.steps.map(({ id }) => id)).toEqual(shifted.steps.map(({ id }) => id))
    expect([draft.steps[0]?.title.zh, draft.steps[0]?.aim.en]).toEqual(['我写的', 'theirs'])
  })

  test('the same field: mine stays, theirs is told beside it', () => {
    const mine = withPart(base, ['title', 'zh'], '我')
    const theirs = withPart(base, ['title', 'zh'], '对方')
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      draft: mine,
      clashes: [{ path: ['title', 'zh'], mine: '我', theirs: '对方' }],
    })
  })

  test('both add: both are there; taken out by one and changed by the other: it stays to be chosen', () => {
    const check = (id: string) => ({ id, label: { zh: id, en: id }, required: false })
    const checks = base.steps[1]?.checks ?? []
    const mine = withPart(base, ['steps', 1, 'checks'], [...checks, check('mine')])
    const theirs = withPart(base, ['steps', 1, 'checks'], [check('theirs'), ...checks])
    expect(mergeDrafts(base, mine, theirs).draft.steps[1]?.checks.map(({ id }) => id)).toEqual([
      'theirs',
      ...checks.map(({ id }) => id),
      'mine',
    ])
    const without = withPart(base, ['steps', 1], undefined)
    const changed = withPart(base, ['steps', 1, 'title', 'zh'], '改了')
    const torn = mergeDrafts(base, without, changed)
    expect(torn.draft.steps[1]?.title.zh).toBe('改了')
    expect(torn.clashes).toMatchObject([{ path: ['steps', 1], mine: undefined }])
  })

  test('whoever changed nothing changes nothing; both alike is no quarrel', () => {
    const words = fc.tuple(fc.nat(base.steps.length - 1), fc.string(), fc.constantFrom('zh', 'en'))
    fc.assert(
      fc.property(words, words, ([stepA, textA, langA], [stepB, textB, langB]) => {
        const mine = withPart(base, ['steps', stepA, 'title', langA], textA)
        const theirs = withPart(base, ['steps', stepB, 'title', langB], textB)
        expect(mergeDrafts(base, mine, base)).toEqual({ draft: mine, clashes: [] })
        expect(mergeDrafts(base, base, theirs)).toEqual({ draft: theirs, clashes: [] })
        const { draft, clashes } = mergeDrafts(base, mine, theirs)
        const kept = [draft, ...clashes.map(({ theirs }) => theirs)].map((part) => JSON.stringify(part)).join()
        expect(kept).toContain(JSON.stringify(textA))
        expect(kept).toContain(JSON.stringify(textB))
      }),
    )
  })
})

test('a field is found by the name a problem gives it', () => {
  expect(pathOf('steps[1].branches[0].say.first.en')).toEqual(['steps', 1, 'branches', 0, 'say', 'first', 'en'])
  expect(partAt(base, pathOf('steps[0].id'))).toBe(base.steps[0]?.id)
  expect(partAt(base, pathOf('steps[99].id'))).toBeUndefined()
  expect(withPart({ a: [1, 2, 3], b: 1 }, ['a', 1], undefined)).toEqual({ a: [1, 3], b: 1 })
  expect(withPart({ a: 1, b: 1 }, ['b'], undefined)).toEqual({ a: 1 })
  expect([moved([1, 2, 3], 0, 2), moved([1, 2, 3], 2, 3)]).toEqual([
    [2, 3, 1],
    [1, 2, 3],
  ])
})
