import { describe, expect, test } from 'vitest'
import type { Words } from '#domain/kernel/said.ts'
import { expectNamesInBoth } from '#test/names.ts'
import type { AuthorityFacts } from './authority.ts'
import type { CaseFacts } from './case-refusal.ts'
import * as caseEn from './case-words.en.ts'
import * as caseZh from './case-words.zh.ts'
import type { DispatchFacts } from './dispatch.ts'
import type { EffectFacts } from './effect.ts'
import { effectEn } from './effect-words.en.ts'
import { effectZh } from './effect-words.zh.ts'
import { groundsEn } from './guard-words.en.ts'
import { groundsZh } from './guard-words.zh.ts'
import type { HoldoutFacts } from './holdout.ts'
import { numberPortingCn } from './law-cn.ts'
import { retentionLaws } from './laws.ts'
import type { OfferFacts } from './offer.ts'
import * as offerEn from './offer-words.en.ts'
import * as offerZh from './offer-words.zh.ts'
import type { UndisturbedFacts } from './undisturbed.ts'

const { titleZh, titleEn, number, article, from } = numberPortingCn
const cited = {
  titleZh,
  titleEn,
  number,
  article,
  item: 1,
  from,
  actZh: '不能拖延转网',
  actEn: 'no delaying',
  found: '',
}
const rest = { days: 7, left: 1 }
const span = { low: -0.004, high: 0.031 }

/** One set of facts for every sentence. */
const samples: CaseFacts & OfferFacts & AuthorityFacts & EffectFacts & HoldoutFacts & UndisturbedFacts & DispatchFacts =
  {
    'case.notOpened': {},
    'case.alreadyOpened': {},
    'case.another': {},
    'case.closed': {},
    'case.notClosed': {},
    'case.noOwner': {},
    'case.sameOwner': {},
    'case.wordsMissing': { what: 'why' },
    'case.reachFirst': {},
    'case.reasonsFirst': {},
    'case.reasonsMissing': {},
    'case.expectationsOpen': { open: 1 },
    'case.settleFirst': {},
    'case.settled': {},
    'case.offeringKnown': {},
    'case.offeringUnknown': {},
    'case.offeringNotMade': {},
    'case.offeringRefused': {},
    'case.offeringOpen': {},
    'case.offerNotAsApproved': {},
    'case.approvalNotAsked': {},
    'case.approvalDecided': {},
    'case.ownApproval': {},
    'case.overApprover': {},
    'case.lineFirst': { lines: 2 },
    'case.noRequest': {},
    'case.outcomeFirst': {},
    'case.wayMissing': {},
    'case.followedUp': {},
    'case.followUpFirst': {},
    'case.talkedAlready': {},
    'case.badAmount': {},
    'authority.own': { cost: 12_000, left: 18_000 },
    'authority.overCase': { cost: 40_000, perCase: 30_000, spent: 0 },
    'authority.overMonth': { cost: 40_000, perMonth: 200_000, spent: 180_000 },
    'guard.leaveRequested': {},
    'guard.showWayOut': {},
    'guard.attemptsUsed': { most: 2, days: 30 },
    'guard.restAfterNo': rest,
    'guard.restAfterLetGo': rest,
    'guard.offersPerTalk': { most: 2 },
    'guard.wayOutLonger': { wayIn: 2, wayOut: 5 },
    'guard.wayOutSlower': { wayIn: 10, wayOut: 40 },
    'guard.wayOutChannel': { channel: 'app' },
    'guard.hidesWayOut': { found: '怎么走不用问' },
    'guard.forbidsLeaving': { found: '不能走' },
    'guard.localPhrase': { found: '再不定就涨价' },
    'guard.wayBackLonger': { wayIn: 3, wayBack: 4 },
    'guard.wayBackSlower': { wayIn: 16, wayBack: 20 },
    'guard.wayOutUnknown': {},
    'law.delay': cited,
    'law.stall': { ...cited, found: '过几天再来办' },
    'law.interfere': cited,
    'law.bindTerm': cited,
    'law.degrade': cited,
    'law.compare': { ...cited, found: '联通' },
    'law.mislead': { ...cited, found: '转走就没信号' },
    'law.special': cited,
    'law.proxy': cited,
    'law.holdNumber': { ...cited, found: '2026-11-01' },
    'law.local': { ...cited, found: '某句话' },
    'offer.answersNeed': { words: '每个月太贵', on: '2026-11-20', today: '2026-11-22' },
    'offer.noNeed': {},
    'offer.fits': { sensitivity: 'price', way: 'fit' },
    'offer.stayed': { stayed: 21, of: 34, low: 0.45, high: 0.76, alike: true },
    'offer.fewTried': { of: 0, least: 30 },
    'offer.money': { cost: 12_000, benefit: 24_000, months: 12 },
    'effect.early': { readOn: '2026-12-31' },
    'effect.fewCustomers': { contacted: 80, heldOut: 20, least: 100 },
    'effect.unknown': { unknown: 300, customers: 5000 },
    'effect.notShown': { ...span, needed: 12_400 },
    'effect.helped': { saved: 198.4, low: 90.2, high: 301 },
    'effect.harmed': { lost: 40, low: 3, high: 80 },
    'dispatch.open': {},
    'dispatch.gone': { since: '2026-11-02' },
    'dispatch.resting': { days: 90, left: 12 },
    'dispatch.heldOut': {},
    'dispatch.owner': {},
    'dispatch.backup': {},
    'dispatch.nobody': {},
    'holdout.held': {},
    'holdout.goes': { cause: 'promise' },
    'holdout.otherCampaign': {},
    'undisturbed.shown': { share: 0.2, low: -0.12, high: -0.01 },
    'undisturbed.notShown': { share: 0.1, ...span },
  }

const zh = { ...caseZh.caseZh, ...offerZh.offerZh, ...offerZh.authorityZh, ...effectZh }
const en = { ...caseEn.caseEn, ...offerEn.offerEn, ...offerEn.authorityEn, ...effectEn }

const said = (words: Words<typeof samples>): [string, string][] =>
  Object.entries(samples).map(([code, facts]) => [
    code,
    (words[code as keyof typeof samples] as (f: unknown) => string)(facts),
  ])

describe('every sentence of retention', () => {
  test.each([...said(zh), ...said(en)])('%s is whole: %s', (_code, text) => {
    expect(text).not.toMatch(/undefined|NaN|\[object|null|\s{2}/)
    expect(text).toMatch(/[。.”]$/u)
  })

  test('cites the law with its number, article, item and day', () => {
    expect(zh['law.delay'](cited)).toBe(
      '不能拖延转网，这里没有写理由。依据《携号转网服务管理规定》（工信部信管〔2019〕242号，2019-12-01 起施行）第 9 条第 1 项。',
    )
    expect(en['law.compare']({ ...cited, found: 'X' })).toBe(
      'Stopped: no delaying; “X” is named here. Rules on number portability services (工信部信管〔2019〕242号, in force since 2019-12-01), article 9, item 1.',
    )
  })

  test('judges no customer', () => {
    for (const [, text] of [...said(zh), ...said(en)])
      expect(text).not.toMatch(/挽留对象|难缠|不合理|unreasonable|difficult customer/u)
  })
})

test('every name is there in both languages', () => {
  expectNamesInBoth([
    [caseZh.stageNames, caseEn.stageNames],
    [caseZh.offeringNames, caseEn.offeringNames],
    [caseZh.letGoNames, caseEn.letGoNames],
    [caseZh.outcomeNames, caseEn.outcomeNames],
    [caseZh.clockNames, caseEn.clockNames],
    [caseZh.sideNames, caseEn.sideNames],
    [caseZh.reasonNames, caseEn.reasonNames],
    [offerZh.wayNames, offerEn.wayNames],
    [offerZh.wayLines, offerEn.wayLines],
    [groundsZh, groundsEn],
  ])
})

test('the words for lawful conditions know every condition there is', () => {
  for (const ground of retentionLaws.flatMap(({ grounds }) => grounds)) expect(Object.keys(groundsZh)).toContain(ground)
})
