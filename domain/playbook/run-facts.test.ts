import { expect, test } from 'vitest'
import { aRun, begins, holderChecked, thePlaybook } from '#test/playbook-run.ts'
import type { Happening } from './event.ts'
import { reduceRun } from './run.ts'
import { clockAloud, runFacts } from './run-facts.ts'
import { spokenLines } from './script.ts'

const cycle = thePlaybook('service-cycle')
const today = '2026-11-23'

const due = (dueDay: string, dueTime: string | null) => {
  const promise: Happening = {
    type: 'captured',
    capture: 'p',
    content: { kind: 'promise', what: '补退 98 元', dueDay, dueTime },
  }
  return runFacts(reduceRun(cycle, aRun(begins(), promise)), today)['promise.when']
}

test.each([
  ['2026-11-23', null, '今天之内', 'by the end of today'],
  ['2026-11-24', '18:00', '明天下午六点前', 'by 6 pm tomorrow'],
  ['2026-11-25', null, '后天之内', 'by 25 November'],
  ['2026-11-27', '18:00', '11月27日下午六点前', 'by 6 pm on 27 November'],
])('a promise due %s %s is said as it is spoken', (day, time, zh, en) => {
  expect(due(day, time)).toEqual({ zh, en })
})

test('summing up reads back what was just promised', () => {
  const state = reduceRun(
    cycle,
    aRun(
      begins(),
      ...holderChecked,
      {
        type: 'captured',
        capture: 'p',
        content: { kind: 'promise', what: '补退 98 元', dueDay: '2026-11-27', dueTime: null },
      },
      { type: 'followUpSet', followUp: { day: '2026-11-30', time: null, about: '看到账没有' } },
    ),
  )
  const said = (step: string, language: 'zh' | 'en') =>
    spokenLines(
      cycle.steps.find(({ id }) => id === step)?.say ?? [],
      state,
      'first',
      { ...runFacts(state, today), 'manager.phone': '5555 0101' },
      language,
    ).map((segments) => segments.map(({ text }) => text).join(''))[0]
  expect(said('sum-up', 'zh')).toBe('我把今天说定的念一遍：补退 98 元，11月27日前办好。还有没有漏的？')
  expect(said('follow-up', 'zh')).toMatch(/^11月30日我给您回个电话/)
  expect(said('follow-up', 'en')).toMatch(/^I'll call you on 30 November to see/)
})

test('a meeting is read back as one says it, and “客户那边” as theirs', () => {
  const appointment = { day: '2026-11-24', time: '15:30', minutes: 30, place: '客户那边' }
  const facts = runFacts(reduceRun(cycle, aRun(begins(), { type: 'appointmentSet', appointment })), today)
  expect(facts['appointment.when']).toEqual({ zh: '明天下午三点半', en: 'tomorrow at 3:30 pm' })
  expect(facts['appointment.place']).toBe('您那边')
})

test.each([
  ['00:20', '凌晨零点二十分', '12:20 am'],
  ['02:00', '凌晨两点', '2 am'],
  ['10:05', '上午十点零五分', '10:05 am'],
  ['12:00', '中午十二点', 'noon'],
  ['12:45', '中午十二点四十五分', '12:45 pm'],
  ['14:10', '下午两点十分', '2:10 pm'],
  ['15:30', '下午三点半', '3:30 pm'],
  ['20:00', '晚上八点', '8 pm'],
])('%s is said %s, and %s', (time, zh, en) => {
  expect(clockAloud(time, 'zh')).toBe(zh)
  expect(clockAloud(time, 'en')).toBe(en)
})
