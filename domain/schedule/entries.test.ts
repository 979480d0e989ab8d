import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { writeCalendar } from './calendar-file.ts'
import {
  birthdayEntry,
  invitationEntry,
  meetingEntry,
  promiseEntry,
  type ToldMeeting,
  withoutNumbers,
} from './entries.ts'

const stamp = new Date('2026-11-22T06:00:00Z')
const meeting: ToldMeeting = {
  id: 'one',
  calledBy: '李姐',
  way: 'visit',
  place: '建材市场 2 排 16 号，到了打 13000126027',
  purposes: ['gift', 'complaint'],
  state: 'agreed',
  sequence: 2,
  changed: stamp,
  from: new Date('2026-11-24T02:00:00Z'),
  until: new Date('2026-11-24T02:30:00Z'),
}
const readBack = (entries: Parameters<typeof writeCalendar>[1]) =>
  new ICAL.Component(ICAL.parse(writeCalendar('x', entries)))
    .getAllSubcomponents('vevent')
    .map((part) => ({ part, event: new ICAL.Event(part) }))

test('a meeting is read back by another program with how the customer is called, and no number', () => {
  const [read] = readBack([meetingEntry(meeting, 'zh')])
  expect([read?.event.summary, read?.event.description, read?.event.location]).toEqual([
    '拜访 李姐',
    '送礼品、解决投诉',
    '建材市场 2 排 16 号，到了打 130****27',
  ])
  expect(read?.event.startDate.toJSDate()).toEqual(meeting.from)
  expect([read?.event.uid, read?.event.sequence]).toEqual(['one@weixi', 2])
})

test('what was called off is told as cancelled, a plan as one', () => {
  const [off] = readBack([meetingEntry({ ...meeting, state: 'missed' }, 'zh')])
  expect(off?.part.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(meetingEntry({ ...meeting, state: 'planned' }, 'en').summary).toBe('Visit 李姐 (Planned)')
})

test('the customer is invited by who comes, and reads nothing of what it is for', () => {
  const [read] = readBack([invitationEntry(meeting, { manager: '林晓岚', company: '云川分公司' }, 'zh')])
  expect([read?.event.summary, read?.event.description]).toEqual(['云川分公司林晓岚来访', null])
  expect(invitationEntry(meeting, { manager: '林晓岚', company: '云川分公司' }, 'en').summary).toBe(
    'Visit by 林晓岚, 云川分公司',
  )
})

test('promises and birthdays are whole days that leave the day free', () => {
  const read = readBack([
    promiseEntry({ id: 'p', day: '2026-11-23', by: '10:30', what: '回电', calledBy: '李姐' }, stamp, 'zh'),
    birthdayEntry({ id: 'b', day: '2026-11-23', told: '农历十月十五', calledBy: '邵阿姨' }, stamp, 'zh'),
  ])
  expect(read.map(({ event }) => [event.summary, event.startDate.isDate, event.startDate.toString()])).toEqual([
    ['10:30 前：回电（李姐）', true, '2026-11-23'],
    ['邵阿姨生日（农历十月十五）', true, '2026-11-23'],
  ])
  expect(read.every(({ part }) => part.getFirstPropertyValue('transp') === 'TRANSPARENT')).toBe(true)
})

test('numbers lose their middle however they are written; days and house numbers stay', () => {
  expect(withoutNumbers('130-0012-6027 或 0717 622 3344')).toBe('130****27 或 071****44')
  expect(withoutNumbers('2026-11-23 在东林路 1204 号')).toBe('2026-11-23 在东林路 1204 号')
})
