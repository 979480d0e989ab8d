import { expect, test } from 'vitest'
import { greetable } from './address.ts'

const facts = { address: '某某', holiday: '中秋' }
const li = { kind: 'person' as const, name: '李素珍', calledBy: '李素珍', person: null }

test('a person is greeted by name or chosen form; a customer that only has a code is not greeted by it [K-35]', () => {
  expect(greetable(facts, li)).toEqual(facts)
  expect(greetable(facts, { ...li, name: 'P0012345', calledBy: 'P0012345' })).toEqual({ holiday: '中秋' })
  expect(greetable(facts, { ...li, name: 'P0012345', calledBy: '李姐' })).toEqual(facts)
})

test('a company is greeted by the person one deals with, never by its own name', () => {
  const company = { ...li, kind: 'group' as const, name: '海川物流', calledBy: '海川物流' }
  expect(greetable(facts, company)).toEqual({ holiday: '中秋' })
  expect(greetable(facts, { ...company, person: { name: '周海川' } })).toEqual(facts)
})
