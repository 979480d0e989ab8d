import { expect, test } from 'vitest'
import { questionsAsked } from './questions.ts'
import { transcriptOfTable } from './table.ts'

test('a table of who said what becomes lines of a transcript', () => {
  expect(transcriptOfTable('说话人,内容\n客户,网断了\n客服,"好的,我来查"\n')).toBe('客户：网断了\n客服：好的,我来查')
  expect(transcriptOfTable('10:01\t客户\t网断了，两天了\n10:02\t客服\t我来查一下')).toBe(
    '客户：网断了，两天了\n客服：我来查一下',
  )
  expect(transcriptOfTable('text;role\n"He said ""no""";agent\nhello;customer')).toBe(
    'agent：He said "no"\ncustomer：hello',
  )
})

test('what is no table stays as it is', () => {
  expect(transcriptOfTable('客户：网断了，两天了\n客服：我来查')).toBeNull()
  expect(transcriptOfTable('只有一行')).toBeNull()
})

test('only our turns that end on a question are counted, by its kind [H-25]', () => {
  const hit = (act: string, end: number) => ({ act, end }) as never
  const turns = [
    { by: 'staff' as const, text: '' },
    { by: 'customer' as const, text: '' },
    { by: 'staff' as const, text: '' },
    { by: 'staff' as const, text: '' },
  ]
  const hits = [
    [hit('openQuestion', 5)],
    [hit('openQuestion', 5)],
    [hit('openQuestion', 3), hit('closedQuestion', 9)],
    [],
  ]
  expect(questionsAsked(turns, hits)).toEqual({ open: [0], closed: [2] })
})
