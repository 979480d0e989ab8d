import { describe, expect, test } from 'vitest'
import { wayBackFaults, doorFaults } from './guard.ts'
import { usualGuard } from './guard-setting.ts'
import { checkRetentionText, isAboutLeaving } from './retention-text.ts'

const day = '2026-11-23'
const codes = (text: string, more: object = {}, options: object = {}): string[] =>
  checkRetentionText(text, { ...usualGuard, ...more }, day, options).map(({ code }) => code)

describe('words about staying or leaving', () => {
  test.each([
    ['您先别急，过几天再来办。', 'law.stall'],
    ['转网后没信号，您想好。', 'law.mislead'],
    ['他们联通的资费不如我们。', 'law.compare'],
    ['怎么走不用问。', 'guard.hidesWayOut'],
    ['这个号走不了的。', 'law.stall'],
    ['不行，公司规定不能走。', 'law.stall'],
    ['我们这儿不让您转。', 'law.stall'],
    ['领导说了，不准离网', 'law.stall'],
    ['It is company policy: you can’t leave.', 'law.stall'],
    ['We do not allow customers to switch.', 'law.stall'],
  ])('“%s” is refused [R-22]', (text, code) => {
    expect(codes(text)).toEqual([code])
  })

  test('that show the way out and leave the choice pass', () => {
    expect(codes('转不转您定。怎么办、带什么，我写成一页发给您；卡住了打这个号码找我。')).toEqual([])
  })

  test.each([
    '能不能走，我现在就给您查。',
    '没有不让您走的规定，哪天走都行。',
    '合约没到期，现在还不能转网；差的是两个月，补上就能走。',
    '欠费没结清不能携号，结清当天就可以。',
    '这条路不能走大车，我绕过来。',
    '这张单不能转给别人，我来办。',
    'You can leave whenever you like; no rule keeps you.',
    'While the contract runs you cannot leave; it ends on Friday.',
    'You can’t leave feedback here, so I wrote it down for you.',
  ])('“%s” passes: it asks, denies, names the condition or is about something else', (text) => {
    expect(codes(text)).toEqual([])
  })

  test('forbid leaving to nobody, whatever kind of customer they are', () => {
    expect(codes('公司规定不能走', {}, { kind: 'outlet' })).toEqual(['guard.forbidsLeaving'])
  })

  test('are looked at with the branch’s own names and phrases; without a country only by our own guard', () => {
    expect(codes('中国电信祝您顺利', { ownNames: ['中国电信'] })).toEqual([])
    expect(codes('再不定就涨价了', { localPhrases: ['再不定就涨价'] })).toEqual(['law.local'])
    expect(codes('再不定就涨价了', { country: null, localPhrases: ['再不定就涨价'] })).toEqual(['guard.localPhrase'])
    expect(codes('他们联通的资费不如我们，走不了的', { country: null })).toEqual(['guard.forbidsLeaving'])
  })

  test('to a shop are not under the telecom law, and a notice may name what leaving brings with it', () => {
    expect(codes('他们联通的资费不如我们', {}, { kind: 'outlet' })).toEqual([])
    expect(codes('转网要交违约金', {}, { notice: true })).toEqual([])
  })

  test('are known by what their file cites, or by the purpose of the contact', () => {
    expect([isAboutLeaving(['R-22']), isAboutLeaving(['S-30']), isAboutLeaving([], 'retention')]).toEqual([
      true,
      false,
      true,
    ])
  })
})

test('the usual ways out and back are no harder than the way in [R-09, R-22]', () => {
  expect(Object.values(usualGuard.doors).flatMap(doorFaults)).toEqual([])
  const { person } = usualGuard.doors
  const more = { what: { zh: '补交材料', en: 'Further papers' }, minutes: 10 }
  const longer = { ...person.back, steps: [...person.back.steps, more] }
  expect(wayBackFaults(person.in, longer).map(({ code }) => code)).toEqual([
    'guard.wayBackLonger',
    'guard.wayBackSlower',
  ])
})
