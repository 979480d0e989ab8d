import { describe, expect, test } from 'vitest'
import { aRun, begins, checks, thePlaybook } from '#test/playbook-run.ts'
import { type Capture, isAnswered } from './capture.ts'
import { missedOutcomes } from './definition.ts'
import type { Happening } from './event.ts'
import { reduceRun } from './run.ts'
import { summaryOf } from './summary.ts'

const cycle = thePlaybook('service-cycle')
const care = thePlaybook('care-call')

const promise = (capture: string, what: string): Happening => ({
  type: 'captured',
  capture,
  content: { kind: 'promise', what, dueDay: '2026-11-25', dueTime: '18:00' },
})

describe('what finishing will file', () => {
  test('one contact with its notes, promises and follow-up; what was removed is left out', () => {
    const state = reduceRun(
      cycle,
      aRun(
        begins(),
        { type: 'noted', text: '店里忙，短信没看', replaces: [] },
        { type: 'noted', text: '儿子的号想压到 30 以内', replaces: [] },
        promise('a', '发漫游明细'),
        promise('b', '补退 98 元'),
        promise('c', '记错的'),
        { type: 'captureRemoved', capture: 'c' },
        { type: 'captured', capture: 'n', content: { kind: 'need', text: '境外上网提醒' } },
        { type: 'captured', capture: 'q', content: { kind: 'cue', text: '店里忙时不看短信' } },
        { type: 'followUpSet', followUp: { day: '2026-11-27', time: null, about: '看退款到账没有' } },
        { type: 'finished', reason: '客户上车了' },
      ),
    )
    const summary = summaryOf(cycle, state)
    expect(summary.touch).toMatchObject({ direction: 'inbound', notes: '店里忙，短信没看\n儿子的号想压到 30 以内' })
    expect(summary.promises.map(({ what }) => what)).toEqual(['发漫游明细', '补退 98 元'])
    expect([summary.needs.length, summary.cues.length, summary.expectations.length]).toEqual([1, 1, 0])
    expect(summary.followUp?.day).toBe('2026-11-27')
    expect(summary.leftOut.reason).toBe('客户上车了')
    expect(summary.leftOut.checks).toContain('agree.who-when')
  })

  test('something removed by mistake comes back', () => {
    const state = reduceRun(
      cycle,
      aRun(
        begins(),
        promise('a', '回电'),
        { type: 'captureRemoved', capture: 'a' },
        { type: 'captureRestored', capture: 'a' },
      ),
    )
    expect(summaryOf(cycle, state).promises).toHaveLength(1)
  })

  test.each(missedOutcomes)('%s is an attempt, never a contact', (outcome) => {
    const state = reduceRun(
      care,
      aRun(
        begins({ direction: 'outbound' }),
        { type: 'connected' },
        { type: 'missed', outcome, retryAt: new Date('2026-11-23T08:00:00Z') },
      ),
    )
    const summary = summaryOf(care, state)
    expect(summary.touch).toBeNull()
    expect(summary.attempt).toMatchObject({ outcome, retryAt: new Date('2026-11-23T08:00:00Z') })
    expect(summary.leftOut.checks).toEqual([])
  })

  test('a suggestion is filed with what the customer said to it', () => {
    const state = reduceRun(
      cycle,
      aRun(
        begins(),
        checks('agree.settled'),
        { type: 'suggestionShown', suggestion: 'alert' },
        { type: 'suggestionDeclined', suggestion: 'alert' },
        {
          type: 'suggestionShown',
          suggestion: 'alert',
        },
      ),
    )
    expect(summaryOf(cycle, state).suggestions).toEqual([{ suggestion: 'alert', answer: 'declined' }])
  })
})

describe('when an expectation is answered [R-05][R-06]', () => {
  const expectation: Capture<'expectation'> = {
    kind: 'expectation',
    id: 'e',
    at: new Date('2026-11-23T02:00:00Z'),
    removed: false,
    late: false,
    text: '全退',
    sort: 'factual',
    answer: null,
    offer: '',
    acknowledged: false,
  }

  test('a "no" or "partly" is an answer only together with what we can do', () => {
    expect(isAnswered(expectation)).toBe(false)
    expect(isAnswered({ ...expectation, answer: 'can' })).toBe(true)
    expect(isAnswered({ ...expectation, answer: 'cannot' })).toBe(false)
    expect(isAnswered({ ...expectation, answer: 'cannot', offer: '补退日包差价' })).toBe(true)
    expect(isAnswered({ ...expectation, answer: 'cannot', openly: true })).toBe(true)
    expect(isAnswered({ ...expectation, answer: 'partly', openly: true })).toBe(false)
  })

  test('who only wants to be heard is answered by being heard', () => {
    expect(isAnswered({ ...expectation, sort: 'heard', answer: 'can' })).toBe(false)
    expect(isAnswered({ ...expectation, sort: 'heard', acknowledged: true })).toBe(true)
  })
})
