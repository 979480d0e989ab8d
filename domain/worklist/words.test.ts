import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import { lunarZh } from './daySpeech.ts'
import { dueLabel } from './dueLabel.ts'
import type { Occasion, Reason } from './occasion.ts'
import { rankWork, type WorkItem } from './rank.ts'
import { startingRank } from './rankRules.ts'
import * as stories from './stories.ts'
import type { Due } from './wall.ts'
import { whysOf, whySaid } from './why.ts'
import { joinEn, worklistEn } from './words.en.ts'
import { joinZh, worklistZh } from './words.zh.ts'

const now = stories.mondayMorning

const itemOf = ({ customer, occasions }: stories.Story): WorkItem => {
  const [item] = rankWork(occasions, new Map([[customer.customerId, customer]]), now, startingRank)
  if (!item) throw new Error('not on the list')
  return item
}

const zh = (story: stories.Story): string =>
  joinZh(whysOf(itemOf(story), now).map((said) => sentence(worklistZh, said)))
const en = (story: stories.Story): string =>
  joinEn(whysOf(itemOf(story), now).map((said) => sentence(worklistEn, said)))

describe('one sentence a row, with the raw fact', () => {
  test('in Chinese', () => {
    expect(zh(stories.aShopOwnerWhoWasPromisedACall())).toBe(
      '上周五答应今早回电讲清 148 元漫游费，还剩 28 分钟；上周六问过携号转网的条件。',
    )
    expect(zh(stories.aFactoryWaitingForATimetable())).toBe('上周四答应今天上午发出专线割接时间表，还剩 58 分钟。')
    expect(zh(stories.aHospitalWithAnOpenExpectation())).toBe(
      '“割接不停诊”这条期望还没有谈定，决策人已 47 天没有见面。',
    )
    expect(zh(stories.aClosedComplaintNobodyAskedAbout())).toBe('“流量提醒太晚”的投诉办结三天了，还没有单独问过感受。')
    expect(zh(stories.aComplaintAnsweredLate())).toBe('“宽带晚上掉线”的投诉上周三提出，答复已经晚了 1 天。')
    expect(zh(stories.aRetailerOnMarketDay())).toBe('货周三到，集在明天，先问够不够卖。')
    expect(zh(stories.aTeacherWithALunarBirthday())).toBe('明天农历十月十六过生日，喜欢听电话，不爱看短信。')
    expect(zh(stories.aCompanyNearTheTopTier())).toBe('离 A 级只差 ¥1,860，提过“下月要添 12 张车载卡”，正好一起谈。')
    expect(zh(stories.aSchoolPastItsCadence())).toBe('A 级每 30 天至少联系一次，今天是第 34 天，上次聊到新校区布线。')
  })

  test('in English', () => {
    expect(en(stories.aShopOwnerWhoWasPromisedACall())).toBe(
      'Promised last Friday, for this morning: 回电讲清 148 元漫游费, 28 minutes left; asked last Saturday what it takes to move the number elsewhere.',
    )
    expect(en(stories.aRetailerOnMarketDay())).toBe(
      'Market day is tomorrow but the goods come on Wednesday; ask whether the stock will last.',
    )
    expect(en(stories.aHospitalWithAnOpenExpectation())).toBe(
      '“割接不停诊” is still not agreed; the person who decides was last met 47 days ago.',
    )
  })

  test('the other reasons read as well', () => {
    const due: Due = { by: 'day', day: now.day }
    const say = (reason: Reason, stake = 0): string[] => {
      const occasion: Occasion = { ...reason, customerId: 'c', recordId: 'r', due }
      const said = whySaid(occasion, stake, now)
      return [sentence(worklistZh, said), sentence(worklistEn, said)]
    }
    expect(say({ kind: 'newCustomer', assigned: '2026-11-19', workdays: 3 })[0]).toBe(
      '上周四新分来的重要客户，三个工作日内要完成第一次联系',
    )
    const form = { titleZh: '礼品申请表', titleEn: 'Gift application' }
    expect(say({ kind: 'approval', asked: '2026-11-20', by: '林晓岚', ...form })).toEqual([
      '林晓岚上周五送批的礼品申请表还没有批，已等 3 天',
      'the gift application 林晓岚 sent last Friday waits for a yes or no, 3 days now',
    ])
    expect(say({ kind: 'contract', ends: '2026-12-05', askedElsewhere: 14 })).toEqual([
      '合约 12 天后到期，去年也是在到期前两周问过别家的价格',
      'the contract ends in 12 days; last year prices elsewhere were asked for 2 weeks before the end',
    ])
    expect(say({ kind: 'billJump', month: '2026-10', item: '漫游费', amount: 32_600, usual: 8000 })[0]).toBe(
      '上月漫游费 ¥326，是平时的四倍，本人可能还不知道',
    )
    expect(say({ kind: 'points', expires: '2026-12-31', points: 12_400, wanted: '行李箱' })[0]).toBe(
      '12,400 积分 12 月底清零，够换之前提过的行李箱',
    )
    expect(say({ kind: 'faultUntold', fixed: '2026-11-22', about: '宽带报修', places: 2 })[0]).toBe(
      '两处宽带报修，昨天都修好了，还没有人说过一声',
    )
    expect(say({ kind: 'risk', risk: 0.38, before: 0.21 }, 442_320)).toEqual([
      '离开的可能 38%，上月 21%，关系到每年 ¥4,420',
      '38% likely to leave, 21% last month, about ¥4,420 a year at stake',
    ])
    expect(say({ kind: 'risk', risk: 0.384, before: 0.379 }, 0)).toEqual([
      '离开的可能 38%，和上月一样',
      '38% likely to leave, as last month',
    ])
    expect(say({ kind: 'callback', asked: '2026-11-22', about: '换机积分' })[0]).toBe(
      '昨天留话请回电，说的是“换机积分”',
    )
    expect(say({ kind: 'tierDown', tier: 'A', above: 2000, per: 'month' })[0]).toBe(
      '每月只比 A 级线高 ¥20，问问最近怎么样',
    )
    expect(say({ kind: 'tierDown', tier: 'A', above: 194, per: 'month' })).toEqual([
      '每月只比 A 级线高 ¥2，问问最近怎么样',
      'only ¥2 a month above the line of tier A; ask how things are going',
    ])
    expect(say({ kind: 'tierUp', tier: 'A', missing: 56, per: 'month', need: null })[0]).toBe('离 A 级每月只差不到 ¥1')
    expect(say({ kind: 'festival', on: '2026-11-24', festival: 'midAutumn' })[0]).toBe('明天是中秋节')
    expect(say({ kind: 'cadence', tier: 'A', every: 30, days: null, lastTopic: null })[0]).toBe(
      'A 级每 30 天至少联系一次，还没有联系过',
    )
  })

  test('no sentence has a hole in it, whatever the day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stories.everyStory()), fc.integer({ min: -400, max: 400 }), (story, days) => {
        const then = { day: addDays(now.day, days), minute: 600 }
        for (const occasion of story.occasions)
          for (const words of [worklistZh, worklistEn]) {
            const text = sentence(words, whySaid(occasion, 0, then))
            expect(text).not.toMatch(/undefined|NaN|null|\$\{| {2}/)
          }
      }),
    )
  })

  test('lunar days as they are read', () => {
    expect([lunarZh(10, 16), lunarZh(1, 1), lunarZh(12, 23), lunarZh(8, 10), lunarZh(5, 20), lunarZh(2, 30)]).toEqual([
      '十月十六',
      '正月初一',
      '腊月廿三',
      '八月初十',
      '五月二十',
      '二月三十',
    ])
  })
})

describe('the due column', () => {
  const label = (due: Due): string => sentence(worklistZh, dueLabel(due, now))
  test('as narrow as it can be', () => {
    expect(label({ by: 'minute', day: '2026-11-23', minute: 630 })).toBe('10:30')
    expect(label({ by: 'day', day: '2026-11-23' })).toBe('今天')
    expect(label({ by: 'minute', day: '2026-11-24', minute: 630 })).toBe('明天')
    expect(label({ by: 'day', day: '2026-11-25' })).toBe('周三')
    expect(label({ by: 'week', day: '2026-11-29' })).toBe('本周')
    expect(label({ by: 'day', day: '2026-11-30' })).toBe('11-30')
    expect(label({ by: 'day', day: '2027-01-04' })).toBe('2027-01-04')
    expect(label({ by: 'day', day: '2026-11-21' })).toBe('晚 2 天')
  })
})

test('a full day counts one customer as one', () => {
  const full = (stay: number) =>
    sentence(worklistEn, { code: 'day.tooMuch', params: { minutes: 330, free: 300, move: 1, stay } })
  expect(full(1)).toContain('1 customer could move to the next days; the one that must be today stays.')
  expect(full(2)).toContain('the 2 that must be today stay.')
  expect(full(0)).toContain('nothing has to be today.')
})
