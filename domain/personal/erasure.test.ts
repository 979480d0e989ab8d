import { expect, test } from 'vitest'
import { erasureBlocks } from './erasure.ts'

test('nobody is erased with a complaint unanswered or while somebody talks with them', () => {
  expect(erasureBlocks({ complaints: 0, contacts: 0 })).toEqual([])
  expect(erasureBlocks({ complaints: 2, contacts: 1 }).map(({ code, params }) => [code, params.count])).toEqual([
    ['erasure.complaint', 2],
    ['erasure.contact', 1],
  ])
})
