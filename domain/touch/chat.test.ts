import { describe, expect, test } from 'vitest'
import { ourselvesIn, parseChat, speakersOf } from './chat.ts'

const read = (text: string): unknown[] =>
  parseChat(text).map(({ speaker, day, time, text: said }) => [speaker, day, time, said])

describe('a chat pasted from a messenger', () => {
  test.each<[string, string, unknown[]]>([
    [
      'computer, name with day and time above the words',
      '李素珍 2026/11/22 10:03:22\n宽带又断了\n\n林晓岚 2026/11/22 10:04:05\n我下午两点前给您回话',
      [
        ['李素珍', '2026-11-22', '10:03', '宽带又断了'],
        ['林晓岚', '2026-11-22', '10:04', '我下午两点前给您回话'],
      ],
    ],
    [
      'company messenger, outside contacts marked, month and day only',
      '李素珍@微信 11-22 10:03:22\n宽带又断了\n林晓岚 11-22 10:04:05\n我来查',
      [
        ['李素珍', null, '10:03', '宽带又断了'],
        ['林晓岚', null, '10:04', '我来查'],
      ],
    ],
    [
      'telephone, several messages copied',
      '李素珍：宽带又断了\n林晓岚：我来查\n李素珍：好',
      [
        ['李素珍', null, null, '宽带又断了'],
        ['林晓岚', null, null, '我来查'],
        ['李素珍', null, null, '好'],
      ],
    ],
    [
      'sent on by mail, the day ruled off, times of the morning and afternoon',
      '林晓岚和李素珍的聊天记录\n————— 2026-11-22 —————\n李素珍  上午9:05\n在吗\n林晓岚  下午2:10\n在的',
      [
        ['李素珍', '2026-11-22', '09:05', '在吗'],
        ['林晓岚', '2026-11-22', '14:10', '在的'],
      ],
    ],
    [
      'time before the name',
      '[2026-11-22 10:03] 李素珍：宽带又断了\n[2026-11-22 10:04] 林晓岚：我来查',
      [
        ['李素珍', '2026-11-22', '10:03', '宽带又断了'],
        ['林晓岚', '2026-11-22', '10:04', '我来查'],
      ],
    ],
    [
      'time and name above the words, with the account behind it',
      '2026-11-22 10:03:22 李素珍(10086)\n宽带又断了',
      [['李素珍', '2026-11-22', '10:03', '宽带又断了']],
    ],
    [
      'English',
      'Li Suzhen 11/22/2026 10:03 AM\n'.replace('11/22/2026', '2026/11/22') +
        'It is down again\nLin 2026/11/22 2:10 PM\nLooking into it',
      [
        ['Li Suzhen', '2026-11-22', '10:03', 'It is down again'],
        ['Lin', '2026-11-22', '14:10', 'Looking into it'],
      ],
    ],
  ])('%s', (_, pasted, lines) => {
    expect(read(pasted)).toEqual(lines)
  })

  test('several lines of one message stay together, and a colon inside them opens none', () => {
    expect(read('李素珍 10:03\n两件事：\n时间：明天\n地点：店里')).toEqual([
      ['李素珍', null, '10:03', '两件事：\n时间：明天\n地点：店里'],
    ])
    expect(
      read('李素珍：两件事\n时间：明天\n林晓岚：好\n李素珍：谢谢\n林晓岚：不客气').map(
        (line) => (line as unknown[])[3],
      ),
    ).toEqual(['两件事\n时间：明天', '好', '谢谢', '不客气'])
  })

  test('what the messenger itself says is left out', () => {
    expect(read('李素珍：在吗\n李素珍撤回了一条消息\n李素珍：没事了')).toHaveLength(2)
  })

  test('a day that does not exist is no day', () => {
    expect(read('李素珍 2026/13/40 10:03\n在吗')).toEqual([['李素珍', null, '10:03', '在吗']])
  })

  test('plain words are no chat', () => {
    expect(read('今天和她聊了几句')).toEqual([])
  })

  test('we are known by name, long or short, whatever stands around it', () => {
    const lines = parseChat('李素珍：在吗\n云川林晓岚：在的')
    expect(speakersOf(lines)).toEqual(['李素珍', '云川林晓岚'])
    expect(ourselvesIn(speakersOf(lines), ['林晓岚', '小林'])).toBe('云川林晓岚')
    expect(ourselvesIn(['李素珍', '王'], ['林晓岚', '小林'])).toBeNull()
  })
})
