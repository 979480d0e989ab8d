import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { birthdaysBetween } from '#domain/customer/birthday.ts'
import { type CalendarEntry, writeCalendar } from './calendar-file.ts'

const stamp = new Date('2026-11-22T06:00:00Z')
const visit: CalendarEntry = {
  uid: 'visit-1@weixi',
  sequence: 0,
  stamp,
  when: { from: new Date('2026-11-24T02:00:00Z'), until: new Date('2026-11-24T02:30:00Z') },
  summary: '拜访李素珍；带礼品，签收单',
  description: '第一行\r\n第二行：路径 C:\\资料, 等',
  place: '东林路 12 号',
  remindBefore: 30,
}

/** What another program reads from the file. */
const readBack = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((part) => ({ part, event: new ICAL.Event(part) }))
}

describe('a calendar file, read by another program', () => {
  test('says the same time, words and place', () => {
    const [read] = readBack(writeCalendar('林婉的日程', [visit]))
    expect(read?.event.summary).toBe('拜访李素珍；带礼品，签收单')
    expect(read?.event.description).toBe('第一行\n第二行：路径 C:\\资料, 等')
    expect(read?.event.location).toBe('东林路 12 号')
    expect(read?.event.startDate.toJSDate()).toEqual(new Date('2026-11-24T02:00:00Z'))
    expect(read?.event.endDate.toJSDate()).toEqual(new Date('2026-11-24T02:30:00Z'))
    expect(read?.part.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT30M')
  })

  test('a lunar birthday is a whole day of its own each year, whatever the reader’s time zone', () => {
    const born = { calendar: 'lunar', year: 1958, month: 10, leap: false, day: 15 } as const
    const days = birthdaysBetween(born, '2026-01-01', '2028-12-31')
    const entries = days.map((day): CalendarEntry => ({
      uid: `birthday-${day}@weixi`,
      sequence: 0,
      stamp,
      when: { day },
      summary: '李素珍生日（农历十月十五）',
      free: true,
    }))
    const read = readBack(writeCalendar('生日', entries))
    expect(
      read.map(({ event }) => [event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]),
    ).toEqual([
      [true, '2026-11-23', '2026-11-24'],
      [true, '2027-11-12', '2027-11-13'],
      [true, '2028-11-30', '2028-12-01'],
    ])
    expect(read.every(({ part }) => part.getFirstPropertyValue('transp') === 'TRANSPARENT')).toBe(true)
    expect(read.every(({ event }) => !event.isRecurring())).toBe(true)
  })

  test('an invitation names who invites and who is asked; taking it back says so under the same uid', () => {
    const invited: CalendarEntry = {
      ...visit,
      organiser: { name: '林婉', mail: 'lin@weixi.example' },
      guests: [{ name: '李"素珍"', mail: 'li@weixi.example' }],
    }
    const asked = writeCalendar('邀请', [invited], 'request')
    const calendar = new ICAL.Component(ICAL.parse(asked))
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    const attendee = readBack(asked)[0]?.part.getFirstProperty('attendee')
    expect([attendee?.getFirstValue(), attendee?.getParameter('cn')]).toEqual(['mailto:li@weixi.example', '李 素珍 '])
    const [taken] = readBack(writeCalendar('邀请', [{ ...invited, sequence: 1 }], 'cancel'))
    expect([taken?.event.uid, taken?.event.sequence]).toEqual(['visit-1@weixi', 1])
    expect(taken?.part.getFirstPropertyValue('status')).toBe('CANCELLED')
  })
})

describe('whatever is written', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', '拜', '😀', ';', ',', '\\', '\n', ' ', ':', '"', 'é'),
    maxLength: 200,
  })

  test('no line is longer than 75 octets, and none is torn inside a character', () => {
    fc.assert(
      fc.property(words, (text) => {
        const file = writeCalendar('x', [{ ...visit, summary: text, description: text }])
        expect(file.endsWith('\r\n')).toBe(true)
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test('another program reads back what was meant', () => {
    fc.assert(
      fc.property(words, (text) => {
        const [read] = readBack(writeCalendar('x', [{ ...visit, summary: text }]))
        expect(read?.event.summary ?? '').toBe(text)
      }),
    )
  })

  test('nothing smuggled into a name or an address begins a line of its own', () => {
    const file = writeCalendar('x', [
      { ...visit, summary: 'a\r\nEND:VCALENDAR', organiser: { name: 'x\r\nEND:VEVENT', mail: 'x@y\r\nEND:VEVENT' } },
    ])
    expect(file.match(/^END:/gm)).toHaveLength(3)
    expect(readBack(file)).toHaveLength(1)
  })
})
