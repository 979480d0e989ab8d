import { describe, expect, it } from 'vitest'
import { allTopics, marketKindOf, streetOf } from './market-note.ts'

describe('market information [K-33]', () => {
  it('every topic belongs to one of three kinds', () => {
    expect(new Set(allTopics.map(marketKindOf))).toEqual(new Set(['place', 'operating', 'feedback']))
    expect(marketKindOf('gossip')).toBeNull()
  })

  it('reads the street of an address', () => {
    expect(['柳溪镇老街 18 号', '青石村 4 号', '人民路 9 号二楼', '', null, '18 号'].map(streetOf)).toEqual([
      '柳溪镇老街',
      '青石村',
      '人民路',
      null,
      null,
      null,
    ])
  })
})
