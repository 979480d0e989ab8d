import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { type AgreedMeeting, meetingOccasions, meetingOf } from './from-appointments.ts'
import { whySaid } from './why.ts'
import { whyEn } from './why.en.ts'
import { whyZh } from './why.zh.ts'

const timeZone = 'Asia/Shanghai'
const now = { day: '2026-11-23', minute: 600 }
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const meeting = (more: Partial<AgreedMeeting> = {}): AgreedMeeting => ({
  id,
  customerId: 'li',
  way: 'visit',
  place: '总部三楼',
  from: at('2026-11-23 14:30'),
  over: false,
  sequence: 1,
  untold: null,
  ...more,
})
const told = (one: AgreedMeeting): string[] =>
  meetingOccasions(one, now.day, timeZone).map((occasion) => sentence(whyZh, whySaid(occasion, 0, now)))

describe('a meeting on Today', () => {
  test('stands there on its day, and until somebody says how it went', () => {
    expect(told(meeting())).toEqual(['约好今天 14:30 上门，总部三楼'])
    expect(told(meeting({ from: at('2026-11-20 14:00') }))).toEqual([
      '约好上周五 14:00 上门，总部三楼，还没有记下见没见成',
    ])
    expect(told(meeting({ from: at('2026-11-24 09:00') }))).toEqual([])
    expect(told(meeting({ from: at('2026-11-10 09:00') }))).toEqual([])
    expect(told(meeting({ over: true }))).toEqual([])
  })

  test('changed behind the customer’s back, it is owed on the day of the change, or before the time they expect us', () => {
    const since = at('2026-11-23 09:05')
    const moved = meeting({
      from: at('2026-11-26 10:00'),
      untold: { what: 'moved', since, expects: at('2026-11-24 10:00') },
    })
    expect(told(moved)).toEqual(['约好明天 10:00 的上门改到了周四 10:00，还没有说过一声'])
    const [owed] = meetingOccasions(moved, now.day, timeZone)
    expect([owed?.due, meetingOf(owed?.recordId ?? '')]).toEqual([{ by: 'day', day: '2026-11-23' }, id])
    const today = meeting({ over: true, untold: { what: 'cancelled', since, expects: at('2026-11-23 14:30') } })
    expect(meetingOccasions(today, now.day, timeZone)[0]?.due).toEqual({ by: 'minute', day: '2026-11-23', minute: 870 })
    expect(told(today)).toEqual(['约好今天 14:30 的上门取消了，还没有说过一声'])
  })

  test('is said in English too', () => {
    const [occasion] = meetingOccasions(meeting({ place: '' }), now.day, timeZone)
    if (!occasion) throw new Error('not on the list')
    expect(sentence(whyEn, whySaid(occasion, 0, now))).toBe('a visit was agreed for today at 14:30')
  })
})
