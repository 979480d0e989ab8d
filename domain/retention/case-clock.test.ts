import { describe, expect, test } from 'vitest'
import { usualHours } from '#domain/kernel/working-hours.ts'
import {
  aPlanThatFits,
  dispatched,
  happens,
  hoursLater,
  monday,
  opened,
  talkedOfStaying,
  understoodCase,
} from '#test/retention-case.ts'
import { reduceCase } from './case.ts'
import { clocksOf, reachDue, standingOfClock } from './case-clock.ts'
import type { CaseEvent } from './case-event.ts'
import { reasons, reasonSides, reasonSource, perceptionGap, reasonThatCounts, supposedRight } from './case-reason.ts'

const at = hoursLater
const agreed: CaseEvent[] = [
  ...understoodCase(),
  happens({ type: 'offered', offering: 'o1', offer: aPlanThatFits }, at(1)),
  happens({ type: 'replied', offering: 'o1', reply: 'accepted', words: '好' }, at(1)),
  happens({ type: 'agreed', wording: '换成 59 元', promises: [] }, at(2)),
]
const line = happens({ type: 'spendNoted', offering: 'o1', line: '换套餐补差价' }, at(3))
const ended = happens({ type: 'ended', outcome: 'stayed', on: '2026-12-03' }, at(240))
const followedUp = happens({ type: 'followedUp', holds: true, words: '用着合适' }, at(500))
const learnt = happens({ type: 'learnt', lesson: '早看用量', reason: 'price', propose: false }, at(510))

describe('the clocks of a case', () => {
  const time = { hours: usualHours, timeZone: 'Asia/Shanghai' }
  const kinds = (events: CaseEvent[]): string[] => clocksOf(reduceCase(events), time).map(({ kind }) => kind)

  test('name what it waits for, and stop when it is closed', () => {
    expect(kinds([opened()])).toEqual(['dispatch'])
    expect(kinds([opened(), dispatched(), talkedOfStaying(hoursLater(1), false)])).toEqual(['reach'])
    expect(kinds(understoodCase())).toEqual(['settle'])
    const asked = happens({ type: 'approvalAsked', offering: 'o9', offer: aPlanThatFits, why: '用量大' }, at(1))
    const goodbye = happens({ type: 'letGo', why: 'decided', words: '想好了' }, at(2))
    expect(kinds([...understoodCase(), asked])).toEqual(['approve', 'settle'])
    expect(kinds([...understoodCase(), asked, goodbye])).toEqual(['end'])
    expect(kinds(agreed)).toEqual(['line', 'end'])
    expect(kinds([...agreed, line, ended, followedUp])).toEqual(['learn'])
    expect(kinds([...agreed, line, ended, followedUp, learnt])).toEqual([])
  })

  test('run over working time: two hours for who asked to leave, from Monday ten to four', () => {
    expect(reachDue('asked', monday, time)).toEqual({ at: new Date('2026-11-23T04:00:00Z'), provisional: false })
    expect(reachDue('high', monday, time).at).toEqual(new Date('2026-11-23T08:00:00Z'))
    const [clock] = clocksOf(reduceCase(understoodCase()), time)
    expect(clock?.dueAt).toEqual(new Date('2026-11-30T09:30:00Z'))
    if (!clock) throw new Error('no clock')
    expect(standingOfClock(clock, monday, 'Asia/Shanghai')).toBe('running')
    expect(standingOfClock(clock, new Date('2026-11-29T02:00:00Z'), 'Asia/Shanghai')).toBe('soon')
    expect(standingOfClock(clock, new Date('2026-12-01T02:00:00Z'), 'Asia/Shanghai')).toBe('overdue')
  })
})

describe('the reasons to leave', () => {
  test('stand on three sides, and the customer’s own word counts most [R-11]', () => {
    expect([...new Set(Object.values(reasons).map(({ side }) => side))].toSorted()).toEqual(reasonSides.toSorted())
    expect(Object.keys(reasons)).toEqual(expect.arrayContaining([...reasonSource.own]))
    const supposed = { reason: 'rivalPrice', voice: 'model', words: '' } as const
    const said = { reason: 'contactLeft', voice: 'customer', words: '老师傅走了' } as const
    expect(reasonThatCounts([said, supposed])).toBe(said)
    expect([supposedRight([supposed]), supposedRight([supposed, said])]).toEqual([null, false])
    expect(perceptionGap([{ reasons: [supposed, said] }, { reasons: [supposed] }])).toEqual({ short: 1, of: 1 })
    expect(supposedRight([supposed, said, { reason: 'rivalPrice', voice: 'customer', words: '便宜' }])).toBe(true)
  })
})
