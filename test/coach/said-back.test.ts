import { beforeAll, describe, expect, test } from 'vitest'
import { contentOf } from '#domain/coach/conversation/said-back.ts'
import { parseTranscript } from '#domain/coach/conversation/transcript.ts'
import { type ConversationView, conversationView } from '#domain/coach/conversation/view.ts'
import { heardWishes } from '#domain/coach/conversation/wishes.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { readCoachPack } from '#server/coach/pack.ts'

let coach: Coach
beforeAll(async () => {
  coach = coachOf((await readCoachPack('content/core')).compiled)
})

const looked = (text: string): ConversationView => {
  const read = parseTranscript(text)
  if (!read.ok) throw new Error(read.error.code)
  const when = { now: new Date('2026-11-23T10:00:00+08:00'), timeZone: 'Asia/Shanghai' }
  return conversationView(coach, read.value, when)
}

describe('what was said back [H-31][H-21]', () => {
  test('facts with the customer’s yes, a feeling by itself', () => {
    const { saidBack } = looked(`客户：换了套餐老号码会不会停？我跑了三趟了。
客服：让您来回跑了三趟，实在折腾。如果我没理解错，您是想留住老号码再换套餐，对吗？
客户：对，就是这样。`)
    expect(saidBack.map(({ about, confirmed }) => [about, confirmed])).toEqual([
      ['feeling', null],
      ['facts', true],
    ])
    expect(saidBack.at(-1)?.what).toContain('留住老号码再换套餐')
  })

  test('a no is not a yes', () => {
    const { saidBack } = looked('客户：网慢。\n客服：您是说晚上才慢，对吗？\n客户：不是，白天也慢。')
    expect(saidBack.map(({ confirmed }) => confirmed)).toEqual([false])
  })

  test.each([
    ['您的意思是先留号码再换套餐，对吗？', '先留号码再换套餐'],
    ['如果我没理解错，您是说发票没收到，是吗？', '发票没收到'],
    ['If I understand rightly, you want both lines kept', 'you want both lines kept'],
  ])('the content of %s', (words, content) => {
    expect(contentOf(words)).toBe(content)
  })
})

describe('questions on the way to a need [H-29]', () => {
  test('stand under their kinds with their lines; a difficulty nobody weighed asks to be weighed', () => {
    const { needs } = looked(`客服：店里现在用的是哪家的网？
客户：你们家的。
客服：对账有没有什么不方便的地方？
客户：月底要对一整天。
客服：好的，我们有自动对账。`)
    expect(needs.asked).toEqual({ situation: [0], problem: [2], implication: [], payoff: [] })
    expect(needs.next.map(({ code }) => code)).toEqual(['ask.consequence'])
  })

  test('in English too', () => {
    const { needs } = looked(`Agent: Which plan are you on at the moment?
Customer: The small one.
Agent: Do you have trouble reaching us in the evening?
Customer: Yes.
Agent: What does that cost you in a month?`)
    expect(needs.asked).toMatchObject({ situation: [0], problem: [2], implication: [4] })
    expect(needs.next.map(({ code }) => code)).toEqual(['ask.benefit'])
  })
})

describe('wishes for the ledger', () => {
  const talk = (text: string) => {
    const read = parseTranscript(text)
    if (!read.ok) throw new Error(read.error.code)
    const view = conversationView(coach, read.value, {
      now: new Date('2026-11-23T02:00:00Z'),
      timeZone: 'Asia/Shanghai',
    })
    return heardWishes(view.expectations, view.saidBack).map(({ what, said, confirmed }) => [what, said, confirmed])
  }

  test('stand once, in the customer’s words, when they were said back and confirmed [H-31]', () => {
    const wished = '客户：希望账单能按店分开。\n客服：您是想账单按店分开，对吗？\n客户：对。\n客服：好。'
    expect(talk(wished)).toEqual([['希望账单能按店分开', 'customer', true]])
    expect(talk('客户：老号码会停吗？\n客服：您是想留住老号码再换套餐，对吗？\n客户：对。\n客服：好。')).toEqual([
      ['想留住老号码再换套餐', 'us', true],
    ])
    expect(talk('客户：希望账单能按店分开。\n客服：您是想账单按店分开，对吗？\n客户：不对。\n客服：好。')).toEqual([
      ['希望账单能按店分开', 'customer', false],
    ])
  })
})
