import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { filledIn, openingOf } from './opening.ts'
import { openingEn } from './opening-words.en.ts'
import { openingZh } from './opening-words.zh.ts'
import { rankWork } from './rank.ts'
import { startingRank } from './rankRules.ts'
import { aShopOwnerWhoWasPromisedACall, everyStory, mondayMorning, type Story } from './stories.ts'
import { whysOf } from './why.ts'

const names = { calledBy: '李姐', me: '小林' }
const longAgo = { spoke: '2026-09-01', today: '2026-11-23' }

const openingFor = ({ customer, occasions }: Story) => {
  const [item] = rankWork(occasions, new Map([[customer.customerId, customer]]), mondayMorning, startingRank)
  return item && openingOf(whysOf(item, mondayMorning), names, longAgo)
}

describe('the opening', () => {
  test('begins with what was promised, in the words it was promised in', () => {
    const opening = openingFor(aShopOwnerWhoWasPromisedACall())
    expect(opening && sentence(openingZh, opening)).toBe(
      '李姐您好，我是小林。上周五答应您的“回电讲清 148 元漫游费”，现在来给您一个交代。方便听两分钟吗？',
    )
    expect(opening && filledIn(opening)).toBe('回电讲清 148 元漫游费')
  })

  test('greets by no name a customer who has none', () => {
    const opening = openingOf([], { calledBy: '', me: '小林' }, longAgo)
    expect(sentence(openingZh, opening)).toMatch(/^您好，我是小林。/)
    expect(sentence(openingEn, opening)).toMatch(/^Hello, this is 小林\. /)
  })

  test('is never about risk, tier, leaving or our own rhythm', () => {
    const ours = openingOf(
      [
        { code: 'why.risk', params: { risk: 0.4, before: 0.2, stake: 500_000 } },
        { code: 'why.porting', params: { asked: '2026-11-21', today: '2026-11-23' } },
      ],
      names,
      longAgo,
    )
    expect(ours.code).toBe('opening.usual')
    for (const words of [openingZh, openingEn])
      expect(sentence(words, ours)).not.toMatch(/流失|风险|等级|携号|risk|tier|leav/)
  })

  test.each([
    [null, '想听听您最近用得怎么样'],
    ['2026-11-23', '今天跟您联系过'],
    ['2026-11-20', '上周五跟您聊过'],
    ['2026-10-20', '有些日子没联系了'],
  ])('last spoken with on %s, with nothing else to say, it says “%s”', (spoke, words) => {
    const opening = openingOf([], names, { spoke, today: '2026-11-23' })
    expect(sentence(openingZh, opening)).toContain(words)
    expect(sentence(openingEn, opening)).toMatch(/^Hello 李姐, this is 小林\. .+\?$/)
  })

  test('tells a promise to their face', () => {
    const what = '回电告诉她退费结果'
    const when = { promised: '2026-11-20', dueDay: '2026-11-23', dueMinute: null, left: 60, today: '2026-11-23' }
    expect(JSON.stringify(openingOf([{ code: 'why.promise', params: { what, ...when } }], names, longAgo))).toContain(
      '告诉您退费结果',
    )
  })

  test('exists for every story in both languages, without a code showing', () => {
    for (const story of everyStory()) {
      const opening = openingFor(story)
      if (!opening) continue
      expect(sentence(openingZh, opening)).toMatch(/^李姐您好，我是小林。/)
      expect(sentence(openingEn, opening)).toMatch(/^Hello 李姐, this is 小林\. /)
    }
  })
})
