import { describe, expect, test } from 'vitest'
import { afterRun, moveOfRun, type RunSeen } from './after-run.ts'
import { afterChange, type Guest, type GuestMove, mayList, mayStrike, moveGuest, stateOf } from './guest.ts'
import { taskFor } from './guest-task.ts'

const TEA = { on: '2026-12-05', seats: 2, calledOff: false }
const listed: Guest = { answer: 'listed', came: null }
const at = (today: string, held = 0) => ({ today, held })

const after = (guest: Guest, move: GuestMove, today = '2026-11-23', held = 0): string => {
  const moved = moveGuest(TEA, guest, move, at(today, held))
  return moved.ok ? stateOf(moved.value) : moved.error.code
}

describe('a guest of a club event [S-05]', () => {
  test('is asked, answers, and is seen on the day', () => {
    expect(after(listed, 'invited')).toBe('invited')
    expect(after({ answer: 'invited', came: null }, 'accepted')).toBe('accepted')
    expect(after({ answer: 'accepted', came: null }, 'came', TEA.on)).toBe('attended')
    expect(after({ answer: 'accepted', came: null }, 'absent', TEA.on)).toBe('absent')
    expect(after({ answer: 'accepted', came: true }, 'unmarked', TEA.on)).toBe('accepted')
  })

  test('is not seen before the day, not missed without a yes, and may come after all', () => {
    expect(after({ answer: 'accepted', came: null }, 'came', '2026-12-04')).toBe('event.notYet')
    expect(after({ answer: 'invited', came: null }, 'absent', TEA.on)).toBe('guest.notExpected')
    expect(after({ answer: 'declined', came: null }, 'came', TEA.on)).toBe('attended')
  })

  test('keeps a seat until the answer is no; without a seat left nobody is listed, nor a no taken back', () => {
    expect(mayList(TEA, 1, '2026-11-23').ok).toBe(true)
    expect(mayList(TEA, 2, '2026-11-23')).toMatchObject({ error: { code: 'event.full', params: { seats: 2 } } })
    expect(mayList(TEA, 0, '2026-12-06')).toMatchObject({ error: { code: 'event.over' } })
    expect(after({ answer: 'declined', came: null }, 'accepted', '2026-11-23', 2)).toBe('event.full')
    expect(after({ answer: 'invited', came: null }, 'accepted', '2026-11-23', 2)).toBe('accepted')
  })

  test('who has answered is not simply uninvited, and only who was not asked is struck out', () => {
    expect(after({ answer: 'accepted', came: null }, 'notInvited')).toBe('guest.answered')
    expect(after({ answer: 'invited', came: null }, 'notInvited')).toBe('listed')
    expect(mayStrike({ answer: 'invited', came: null })).toMatchObject({ error: { code: 'guest.told' } })
    expect(mayStrike(listed).ok).toBe(true)
  })

  test('is asked anew after a change, unless the answer was no', () => {
    const told = (answer: Guest['answer']) => afterChange({ answer, came: null, again: false })
    expect([told('accepted'), told('invited')].map(({ answer, again }) => `${answer} ${again}`)).toEqual([
      'listed true',
      'listed true',
    ])
    expect(told('declined')).toEqual({ answer: 'declined', came: null, again: false })
  })
})

describe('what is to be done next about a guest', () => {
  const next = (guest: Guest, today = '2026-11-23', again = false, calledOff = false) => {
    const task = taskFor({ ...TEA, calledOff }, { ...guest, again }, today)
    return task && `${task.code} ${task.playbook} ${task.due}`
  }

  test('follows the answer: ten days before, two workdays after writing, on the day, three workdays after', () => {
    expect(next(listed)).toBe('invite event-invite 2026-11-25')
    expect(next({ answer: 'invited', came: null })).toBe('reply event-invite 2026-11-25')
    expect(next({ answer: 'accepted', came: null })).toBe('receive event-day 2026-12-05')
    expect(next({ answer: 'accepted', came: true }, TEA.on)).toBe('after follow-up 2026-12-09')
    expect(next({ answer: 'accepted', came: false }, TEA.on)).toBeNull()
    expect(next({ answer: 'declined', came: null })).toBeNull()
  })

  test('is due today where the day for it has passed, and never after the event', () => {
    expect(next(listed, '2026-12-01')).toBe('invite event-invite 2026-12-01')
    expect(next({ answer: 'invited', came: null }, '2026-12-04')).toBe('reply event-invite 2026-12-04')
    expect(next(listed, '2026-12-06')).toBeNull()
  })

  test('of an event called off is to tell whoever was asked', () => {
    expect(next({ answer: 'accepted', came: null }, '2026-11-23', false, true)).toBe('calledOff care-call 2026-11-24')
    expect(next(listed, '2026-11-23', true, true)).toBe('calledOff care-call 2026-11-24')
    expect(next(listed, '2026-11-23', false, true)).toBeNull()
  })
})

describe('what a filed contact shows', () => {
  const quiet: RunSeen = {
    playbook: 'event-invite',
    reached: true,
    connected: true,
    missed: null,
    leaves: [],
    passedOver: [],
    checks: [],
  }

  test('an invitation: yes, no, still thinking, nobody there', () => {
    expect(moveOfRun({ ...quiet, leaves: ['event-day'] })).toBe('accepted')
    expect(moveOfRun({ ...quiet, passedOver: ['confirm'] })).toBe('declined')
    expect(moveOfRun(quiet)).toBe('invited')
    expect(moveOfRun({ ...quiet, reached: false, connected: false, missed: 'noAnswer' })).toBeNull()
  })

  test('the day itself: came, did not come, could not be rung', () => {
    const day = { ...quiet, playbook: 'event-day' }
    expect(moveOfRun({ ...day, checks: ['receive.came'] })).toBe('came')
    expect(moveOfRun({ ...day, reached: false, missed: 'noAnswer' })).toBe('absent')
    expect(moveOfRun({ ...day, reached: false, connected: false, missed: 'noAnswer' })).toBeNull()
    expect(stateOf(afterRun({ answer: 'declined', came: null }, 'came'))).toBe('attended')
  })
})
