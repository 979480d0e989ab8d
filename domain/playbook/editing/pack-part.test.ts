import { expect, test } from 'vitest'
import { type Entry, partChange } from './pack-part.ts'

const entry = (id: string, words = id): Entry => ({ id, title: { zh: id, en: id }, content: { words } })
const file = (version: number, ...entries: Entry[]) => ({ head: { id: 'file', version, title: '甲' }, entries })

test('names what came, what went and what reads otherwise', () => {
  expect(
    partChange(file(1, entry('a'), entry('b'), entry('c')), file(1, entry('a'), entry('b', '改'), entry('d'))),
  ).toEqual({
    added: [{ zh: 'd', en: 'd' }],
    changed: [{ zh: 'b', en: 'b' }],
    removed: [{ zh: 'c', en: 'c' }],
    head: false,
  })
})

test('a version, or who looked through it, is no change; a title and an order are', () => {
  expect(partChange(file(1, entry('a')), file(7, entry('a')))).toBeNull()
  const retitled = { head: { id: 'file', version: 1, title: '乙' }, entries: [entry('a')] }
  expect(partChange(file(1, entry('a')), retitled)).toMatchObject({ head: true, changed: [] })
  expect(partChange(file(1, entry('a'), entry('b')), file(1, entry('b'), entry('a')))).not.toBeNull()
})
