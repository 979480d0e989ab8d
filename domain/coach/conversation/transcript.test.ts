import { describe, expect, test } from 'vitest'
import { parseTranscript } from './transcript.ts'

const read = (text: string, roles = {}): unknown => {
  const result = parseTranscript(text, roles)
  return result.ok ? result.value.map(({ by, text: said }) => [by, said]) : result.error.code
}

describe('a pasted conversation', () => {
  test.each([
    ['labels', '客户：网断了\n客服：我来查'],
    ['labels with clock times', '[00:01] 客户：网断了\n[00:05] 客服01：我来查'],
    ['dates before the name', '2026-11-22 10:03:22 客户：网断了\n2026-11-22 10:03:40 坐席：我来查'],
    ['half-width colons', '用户: 网断了\n客户经理: 我来查'],
    ['a name whose role follows from the other', '李素珍：网断了\n客服：我来查\n李素珍：好'],
    ['messenger style', '客户 10:03\n网断了\n\n客服 10:04\n我来查'],
  ])('with %s', (_, text) => {
    expect(read(text)).toEqual(
      expect.arrayContaining([
        ['customer', '网断了'],
        ['staff', '我来查'],
      ]),
    )
  })

  test('a line without a name goes on with the turn before', () => {
    expect(read('客户：两件事\n第一，发票\n第二，地址\nAgent: 好的')).toEqual([
      ['customer', '两件事\n第一，发票\n第二，地址'],
      ['staff', '好的'],
    ])
  })

  test('a colon inside what is said opens no turn', () => {
    expect(read('客服：我记下了\n时间：明天上午\n客户：好')).toEqual([
      ['staff', '我记下了\n时间：明天上午'],
      ['customer', '好'],
    ])
  })

  test('unknown names are asked for, and may be given', () => {
    const text = '老赵：在吗\n小方：在\n老赵：网断了'
    expect(read(text.replaceAll('小方', '阿明'))).toBe('transcript.roles')
    expect(read(text, { 老赵: 'customer', 小方: 'staff' })).toEqual([
      ['customer', '在吗'],
      ['staff', '在'],
      ['customer', '网断了'],
    ])
  })

  test('somebody who speaks once is heard too', () => {
    expect(read('老赵：网断了\n小方：我来查', { 老赵: 'customer' })).toEqual([
      ['customer', '网断了'],
      ['staff', '我来查'],
    ])
  })

  test.each([
    ['', 'transcript.empty'],
    [' \n\n', 'transcript.empty'],
    ['网断了\n我来查', 'transcript.unmarked'],
  ])('%j is refused', (text, code) => {
    expect(read(text)).toBe(code)
  })

  test('turns know the line they began on', () => {
    const result = parseTranscript('\n客户：网断了\n\n客服：我来查')
    expect(result.ok && result.value.map(({ line }) => line)).toEqual([2, 4])
  })
})
