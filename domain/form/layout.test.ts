import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fieldsOf, type Layout } from './layout.ts'
import { parseLayout } from './parse.ts'

const packs = ['core', 'telecom', 'tobacco']
const files = packs.flatMap((pack) =>
  readdirSync(`content/${pack}/forms`).map((name) => ({ pack, file: `content/${pack}/forms/${name}` })),
)

const read = (file: string): Layout => {
  const parsed = parseLayout(file, readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

describe('the forms that ship', () => {
  test('are as many as an office needs', () => {
    const count = (pack: string) => files.filter((one) => one.pack === pack).length
    expect(count('core')).toBeGreaterThanOrEqual(10)
    expect(count('telecom')).toBeGreaterThanOrEqual(6)
    expect(count('tobacco')).toBeGreaterThanOrEqual(6)
  })

  test.each(files)('$file loads', ({ file }) => {
    expect(read(file).sections.length).toBeGreaterThan(0)
  })

  test('each form of P-19 to P-26 has one', () => {
    const sources = new Set(files.flatMap(({ file }) => read(file).sources))
    for (const id of ['P-19', 'P-20', 'P-21', 'P-22', 'P-23', 'P-24', 'P-25', 'P-26']) expect(sources).toContain(id)
  })

  test('one that the customer keeps is signed by the customer and named copy by copy', () => {
    for (const layout of files.map(({ file }) => read(file)).filter((one) => one.for === 'customer')) {
      expect(
        fieldsOf(layout).some(({ by }) => by === 'customer'),
        layout.id,
      ).toBe(true)
      expect(layout.copies?.length, layout.id).toBe(2)
    }
  })

  test('a form names one that is there as the next', () => {
    const layouts = files.map(({ file }) => read(file))
    const next = layouts.flatMap((one) => (one.next ? [one.next] : []))
    for (const id of next)
      expect(
        layouts.some((one) => one.id === id),
        id,
      ).toBe(true)
  })
})

const sound = `id: note
version: 1
title: { zh: "便条", en: "Note" }
aim: { zh: "记一笔", en: "Noted" }
sources: [P-19]
reviewer: { zh: "主管", en: "Supervisor" }
reviewed: 2026-11-22
for: customer
sections:
  - id: all
    fields:
      - { id: who, kind: text, label: { zh: "谁", en: "Who" }, fill: customer.name }
      - { id: signed, kind: sign, label: { zh: "签字", en: "Signed" }, by: customer }
`

const faults = (text: string, file = 'content/core/forms/note.yaml') => {
  const parsed = parseLayout(file, text)
  return parsed.ok ? [] : parsed.error.map(({ line, field, said }) => `${line} ${field} ${said.code}`)
}

describe('a form with a mistake in it', () => {
  test('is sound without one', () => expect(faults(sound)).toEqual([]))

  test.each([
    ['a language missing', sound.replace(', en: "Note"', ''), '3 title.en language.missing'],
    [
      'a fact that is none',
      sound.replace('customer.name', 'customer.nick'),
      '12 sections[0].fields[0].fill value.unknown',
    ],
    ['a fact for our eyes', sound.replace('customer.name', 'customer.tier'), '12 sections[0].fields[0].fill fact.ours'],
    ['an id twice', sound.replace('id: signed', 'id: who'), '13 sections[0].fields[1].id id.twice'],
    ['nobody to sign', sound.replace(', by: customer', ''), '13 sections[0].fields[1] field.missing'],
    [
      'a choice of nothing',
      sound.replace('kind: text', 'kind: choice').replace(', fill: customer.name', ''),
      '12 sections[0].fields[0] field.missing',
    ],
    ['a due day that is no day', `due: who\n${sound}`, '1 due value.unknown'],
    ['a kind that is none', sound.replace('kind: text', 'kind: words'), '12 sections[0].fields[0].kind value.unknown'],
  ])('%s', (_, text, fault) => {
    expect(faults(text).map((one) => one.replace('.by ', ' ').replace('.choices ', ' '))).toEqual([fault])
  })

  test('a table that makes something has the columns it is made from', () => {
    const table = sound.replace(
      'kind: text, label: { zh: "谁", en: "Who" }, fill: customer.name',
      'kind: rows, label: { zh: "谁", en: "Who" }, makes: gifts, columns: [{ id: gift, kind: gift, label: { zh: "礼品", en: "Gift" } }]',
    )
    expect(faults(table)).toEqual(['12 sections[0].fields[0].columns column.missing'])
  })

  test('a file named otherwise', () => {
    expect(faults(sound, 'content/core/forms/other.yaml')).toEqual(['1 id id.notFileName'])
  })
})
