import { describe, expect, test } from 'vitest'
import { aRun, begins, checks, entersStep, eventAt } from '#test/playbook-run.ts'
import type { Playbook } from './definition.ts'
import type { Happening } from './event.ts'
import { mayAppend } from './mayAppend.ts'
import { parsePlaybook } from './parse.ts'
import { missingChecks, nextStep } from './progress.ts'
import { reduceRun } from './run.ts'
import { isSameDay } from './same-day.ts'
import { summaryOf } from './summary.ts'

const text = `id: call-on
version: 1
title: { zh: "上门", en: "Visit" }
aim: { zh: "把事办了", en: "Get it done" }
sources: [S-33]
reviewer: { zh: "督导", en: "Coach" }
reviewed: 2026-11-20
directions: [outbound]
channels: [visit]
asksAim: true
purposes:
  - id: gift
    title: { zh: "送礼品", en: "Bring a gift" }
    heed: [{ zh: "双手递", en: "With both hands" }]
  - id: opinion
    title: { zh: "听意见", en: "Ask for opinions" }
    heed: [{ zh: "反馈结果", en: "Report back" }]
offers: { most: 2, wayOut: leave }
followUp: { withinDays: 3, about: { zh: "用得怎么样", en: "How it went" }, when: { checked: talk.settled } }
forms:
  - { form: visit-record, title: { zh: "拜访记录", en: "Visit record" } }
  - { form: gift-receipt, title: { zh: "签收单", en: "Gift receipt" }, signed: true, when: { purpose: gift } }
sameDay: true
steps:
  - id: prepare
    kind: prepare
    title: { zh: "准备", en: "Prepare" }
    aim: { zh: "带齐", en: "Take it all" }
    checks:
      - id: pen
        label: { zh: "带了纸笔", en: "Pen and paper" }
        required: true
        when: { purpose: [gift, opinion] }
      - id: box
        label: { zh: "礼品领了", en: "Gift collected" }
        required: true
        when: { purpose: gift }
  - id: talk
    kind: talk
    title: { zh: "谈", en: "Talk" }
    aim: { zh: "听", en: "Listen" }
    needs: [prepare.pen, prepare.box]
    say:
      - first: { zh: "您好", en: "Hello" }
    checks:
      - id: shelf
        label: { zh: "陈列整齐", en: "Shelf in order" }
        required: false
        assumed: true
      - id: settled
        label: { zh: "说定了", en: "Settled" }
        required: false
    branches:
      - id: cut-off
        label: { zh: "断了", en: "Cut off" }
        redial: true
        say: { first: { zh: "对不起，刚才断线了", en: "Sorry, we were cut off" } }
      - id: away
        label: { zh: "人不在", en: "Away" }
        ends: noAnswer
        say: { first: { zh: "那我改天上午十点再来", en: "I'll come again" } }
  - id: sorry
    kind: talk
    aside: true
    title: { zh: "道歉", en: "Apologise" }
    aim: { zh: "改过来", en: "Mend it" }
    say:
      - first: { zh: "对不起", en: "I'm sorry" }
    checks:
      - id: mended
        label: { zh: "改了", en: "Mended" }
        required: true
  - id: leave
    kind: talk
    title: { zh: "告辞", en: "Leave" }
    aim: { zh: "道谢", en: "Thank" }
    say:
      - first: { zh: "谢谢您", en: "Thank you" }
missed:
  - kind: noAnswer
  - kind: refused
`

const problems = (passage: string, by: string): string[] => {
  expect(text).toContain(passage)
  const parsed = parsePlaybook('call-on.yaml', text.replace(passage, by))
  return parsed.ok ? [] : parsed.error.map(({ line, field, said }) => `${line} ${field} ${said.code}`)
}

const visit = (): Playbook => {
  const parsed = parsePlaybook('call-on.yaml', text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const playbook = visit()
const started = begins({ direction: 'outbound' })
const aim: Happening = { type: 'aimSet', aim: { why: '送积分礼品', gives: '不用您跑一趟' } }
const gift: Happening = { type: 'purposesSet', purposes: ['gift'] }
const there: Happening[] = [started, aim, gift, { type: 'connected' }]

const refusal = (before: Happening[], next: Happening): string | null => {
  const admission = mayAppend(reduceRun(playbook, aRun(...before)), eventAt(900, next), playbook)
  return admission.ok ? null : admission.error.code
}

describe('a procedure is read with its places', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a check that is not there',
      '[prepare.pen, prepare.box]',
      '[prepare.pen, prepare.bag]',
      ['42 steps[1].needs[1] checked.unknown'],
    ],
    [
      'something first that comes later',
      '[prepare.pen, prepare.box]',
      '[talk.settled]',
      ['42 steps[1].needs[0] needs.later'],
    ],
    [
      'a branch with two ways',
      '        redial: true',
      '        redial: true\n        ends: refused',
      ['54 steps[1].branches[0] branch.oneWay'],
    ],
    ['an end nobody wrote', 'ends: noAnswer', 'ends: busy', ['60 steps[1].branches[1].ends missed.absent']],
    ['a way out that leads nowhere', 'wayOut: leave', 'wayOut: gone', ['18 offers.wayOut goTo.unknown']],
    [
      'a purpose that is not listed',
      'when: { purpose: gift } }',
      'when: { purpose: gifts } }',
      ['22 forms[1].when.purpose[0] purpose.unlisted'],
    ],
    ['a purpose nobody prepares', '[gift, opinion]', 'gift', ['15 purposes[1] purpose.unprepared']],
    [
      'a door with no word for nobody in',
      '  - kind: noAnswer\n',
      '',
      ['60 steps[1].branches[1].ends missed.absent', '79 missed missed.absent'],
    ],
  ])('%s', (_, passage, by, found) => {
    expect(problems(passage, by)).toEqual(found)
  })
})

describe('before going there', () => {
  test('why we come, what it gives them and at least one purpose are asked first [S-25][S-32]', () => {
    expect(refusal([started], { type: 'connected' })).toBe('aim.first')
    expect(refusal([started, aim], { type: 'connected' })).toBe('purpose.first')
    expect(refusal([started, aim, gift], { type: 'connected' })).toBeNull()
    expect(refusal([started], { type: 'aimSet', aim: { why: '送礼品', gives: ' ' } })).toBe('aim.empty')
    expect(refusal([started], { type: 'purposesSet', purposes: ['sell'] })).toBe('purpose.unknown')
  })

  test('two purposes bring one joined preparation without repeats [S-33]', () => {
    const both = reduceRun(
      playbook,
      aRun(started, { type: 'purposesSet', purposes: ['gift', 'opinion'] }, { type: 'connected' }),
    )
    expect(summaryOf(playbook, both).leftOut.checks).toEqual(['prepare.pen', 'prepare.box'])
    const one = reduceRun(
      playbook,
      aRun(started, { type: 'purposesSet', purposes: ['opinion'] }, { type: 'connected' }),
    )
    expect(summaryOf(playbook, one).leftOut.checks).toEqual(['prepare.pen'])
  })
})

describe('doing something early', () => {
  test('takes a reason, which is kept with what was passed over; once is enough [S-46]', () => {
    expect(refusal(there, entersStep('talk'))).toBe('step.early')
    expect(refusal(there, { ...entersStep('talk'), reason: '客户等着出门' } as Happening)).toBeNull()
    const early = aRun(...there, { ...entersStep('talk'), reason: '客户等着出门' } as Happening)
    const state = reduceRun(playbook, early)
    expect(state.early.map(({ step, missing, reason }) => [step, missing, reason])).toEqual([
      ['talk', ['prepare.pen', 'prepare.box'], '客户等着出门'],
    ])
    expect(mayAppend(state, eventAt(900, entersStep('talk')), playbook).ok).toBe(true)
  })

  test('asks only for what this run calls for', () => {
    const before: Happening[] = [started, aim, { type: 'purposesSet', purposes: ['opinion'] }, { type: 'connected' }]
    expect(refusal([...before, checks('prepare.pen')], entersStep('talk'))).toBeNull()
  })
})

describe('a line that drops', () => {
  test('keeps the place: ring again, then go on [S-28]', () => {
    const before: Happening[] = [
      ...there,
      checks('prepare.pen'),
      checks('prepare.box'),
      entersStep('talk'),
      { type: 'dropped' },
    ]
    expect(reduceRun(playbook, aRun(...before)).step).toBe('talk')
    expect(refusal(before, entersStep('leave'))).toBe('connect.again')
    expect(refusal([...before, { type: 'connected' }], entersStep('leave'))).toBeNull()
    expect(refusal([started], { type: 'dropped' })).toBe('connect.first')
  })
})

describe('a step aside', () => {
  const at = (...more: Happening[]) =>
    reduceRun(playbook, aRun(...there, checks('prepare.pen'), checks('prepare.box'), entersStep('talk'), ...more))

  test('is passed over on the way, and asks for its checks only once it was entered', () => {
    expect(nextStep(playbook, at())?.id).toBe('leave')
    expect(missingChecks(playbook, at(entersStep('leave')))).toEqual([])
    expect(missingChecks(playbook, at(entersStep('sorry'), entersStep('leave')))).toEqual(['sorry.mended'])
    expect(nextStep(playbook, at(entersStep('sorry')))?.id).toBe('leave')
  })
})

describe('offers', () => {
  const offer = (answer: 'accepted' | 'declined'): Happening => ({
    type: 'offerMade',
    offer: { what: '套餐调到合用的一档', answer },
  })

  test('stop at the limit; the way out stays open [R-09]', () => {
    const spent = [...there, offer('declined'), offer('declined')]
    expect(refusal(there, offer('declined'))).toBeNull()
    expect(refusal(spent, offer('accepted'))).toBe('offer.spent')
    expect(refusal(spent, entersStep('leave'))).toBeNull()
  })

  test('noted by mistake are taken back, and count no more', () => {
    const made = aRun(...there, offer('declined'))
    const id = made.at(-1)?.id ?? ''
    const back = aRun(...there, offer('declined'), { type: 'offerTakenBack', offer: id })
    expect(refusal([...there, offer('declined')], { type: 'offerTakenBack', offer: 'another' })).toBe('offer.unknown')
    expect(reduceRun(playbook, back)).toMatchObject({ offers: [], offersTakenBack: [id] })
  })
})

describe('the end', () => {
  const done = [...there, checks('prepare.pen'), checks('prepare.box')]

  test('how it went is asked another day; without a date a reason is asked [S-41]', () => {
    expect(refusal(done, { type: 'finished', reason: '' })).toBeNull()
    const settled = [...done, checks('talk.settled')]
    expect(refusal(settled, { type: 'finished', reason: '' })).toBe('finish.followUpNeeded')
    expect(refusal(settled, { type: 'finished', reason: '客户说不用再打' })).toBeNull()
    const asked: Happening = { type: 'followUpSet', followUp: { day: '2026-11-25', time: null, about: '用得怎么样' } }
    expect(refusal([...settled, asked], { type: 'finished', reason: '' })).toBeNull()
  })

  test('files the forms the purposes call for, the exceptions, the appointment and the offers', () => {
    const appointment = { day: '2026-11-26', time: '15:00', minutes: 30, place: '店里' }
    const state = reduceRun(
      playbook,
      aRun(...done, checks('talk.shelf', false), { type: 'appointmentSet', appointment }),
    )
    const summary = summaryOf(playbook, state)
    expect(summary.forms).toEqual([
      { form: 'visit-record', signed: false },
      { form: 'gift-receipt', signed: true },
    ])
    expect(summary.exceptions).toEqual(['talk.shelf'])
    expect(summary.appointment).toEqual(appointment)
    expect(refusal(done, { type: 'appointmentSet', appointment: { ...appointment, place: '' } })).toBe(
      'appointment.form',
    )
  })

  test('the record is in time on the day itself, in the branch’s own zone [S-39]', () => {
    const open = reduceRun(playbook, aRun(...there))
    const zone = 'Asia/Shanghai'
    expect(isSameDay(open, new Date('2026-11-23T15:59:00Z'), zone)).toBeNull()
    expect(isSameDay(open, new Date('2026-11-23T16:01:00Z'), zone)).toBe(false)
    const ended = reduceRun(playbook, aRun(...done, { type: 'finished', reason: '' }))
    expect(isSameDay(ended, new Date('2026-11-24T10:00:00Z'), zone)).toBe(true)
  })
})
