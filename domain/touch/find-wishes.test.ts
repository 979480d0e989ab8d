import { describe, expect, test } from 'vitest'
import { findWishes } from './find-wishes.ts'
import { saidBefore } from './said-before.ts'

const wishes = (text: string, known: { what: string }[] = [], apart: { start: number; end: number }[] = []) =>
  findWishes(text, { apart, knownAs: (words) => saidBefore(words, known) }).map((wish) => [
    wish.text,
    wish.known?.what ?? null,
  ])

describe('wishes as lines to keep [R-05]', () => {
  test('one sentence is one wish, in the words it was said in', () => {
    expect(wishes('网速慢，希望尽快修好，店里等着用，别再拖了。')).toEqual([
      ['希望尽快修好，店里等着用，别再拖了', null],
    ])
    expect(wishes('希望尽快修好。以后别再发推销短信')).toEqual([
      ['希望尽快修好', null],
      ['别再发推销短信', null],
    ])
  })

  test('what the record holds goes to its own line', () => {
    const known = [{ what: '说清楚就行，别再把我转来转去' }, { what: '儿子的号月租降到 30 元以内' }]
    expect(wishes('希望月租能降到 30 元，别转来转去，最好这个月就办好', known)).toEqual([
      ['希望月租能降到 30 元', '儿子的号月租降到 30 元以内'],
      ['别转来转去', '说清楚就行，别再把我转来转去'],
      ['最好这个月就办好', null],
    ])
  })

  test('what it is about may stand before the wish', () => {
    const known = [{ what: '儿子的号月租降到 30 元以内' }]
    expect(wishes('月租最好 30 元', known)).toEqual([['最好 30 元', '儿子的号月租降到 30 元以内']])
  })

  test('a need or a promise between two wishes stays out of both', () => {
    const text = '希望早点通，想办张副卡，别再拖'
    const start = text.indexOf('办张副卡')
    expect(wishes(text, [], [{ start, end: start + 4 }])).toEqual([
      ['希望早点通', null],
      ['别再拖', null],
    ])
  })
})
