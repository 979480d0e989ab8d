import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf, conflictsWith, same } from './edit.ts'

const han = (field: string, after: unknown, version: number) => ({
  field,
  before: null,
  after,
  version,
  by: 'Han',
  at: '2026-11-23T02:00:00Z',
})

describe('two people on one dossier', () => {
  test('different fields merge without a word', () => {
    expect(conflictsWith({ occupation: '建材店主' }, [han('employer', '自营', 4)])).toEqual([])
  })

  test('the same field shows both texts, and only the last of theirs', () => {
    const conflicts = conflictsWith({ note: '上午忙' }, [han('note', '下午忙', 4), han('note', '周三休息', 5)])
    expect(conflicts).toEqual([
      { field: 'note', theirs: '周三休息', yours: '上午忙', by: 'Han', at: '2026-11-23T02:00:00Z', version: 5 },
    ])
  })

  test('writing the same text twice is no conflict', () => {
    expect(conflictsWith({ note: '上午忙' }, [han('note', '上午忙', 4)])).toEqual([])
  })

  test('only what differs counts as a change, and absent equals unknown', () => {
    expect(changesOf({ style: 'driver' }, { style: 'driver', persona: null, note: '爱喝茶' })).toEqual([
      { field: 'note', before: null, after: '爱喝茶' },
    ])
  })

  test('the order of keys makes no difference', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) =>
        same(record, Object.fromEntries(Object.entries(record).toReversed())),
      ),
    )
  })
})
