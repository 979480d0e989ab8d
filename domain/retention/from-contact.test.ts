import { describe, expect, test } from 'vitest'
import { dispatched, happens, hoursLater, opened } from '#test/retention-case.ts'
import { reduceCase } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import { type HeldContact, toldByContact } from './from-contact.ts'

const talk: HeldContact = {
  touch: 'touch',
  direction: 'outbound',
  reached: true,
  persuading: true,
  expectations: ['cheaper'],
  wayOutTold: false,
}
const open = [opened(), dispatched()]
const told = (events: readonly CaseEvent[], contact: Partial<HeldContact> = {}) =>
  toldByContact(reduceCase(events), { ...talk, ...contact })

describe('a contact tells the customer’s retention case', () => {
  test('that they talked of staying, with what they hoped for [R-05]', () => {
    expect(told(open)).toEqual([
      { type: 'talked', touch: 'touch', direction: 'outbound', reached: true, about: 'staying' },
      { type: 'expectationTaken', expectation: 'cheaper' },
    ])
  })

  test('that nobody answered, and nothing more', () => {
    expect(told(open, { reached: false, wayOutTold: true })).toEqual([
      { type: 'talked', touch: 'touch', direction: 'outbound', reached: false, about: 'staying' },
    ])
  })

  test('that the way out was told; a hope the case has already is not taken twice', () => {
    const known = [...open, happens({ type: 'expectationTaken', expectation: 'cheaper' })]
    expect(told(known, { wayOutTold: true }).map(({ type }) => type)).toEqual(['talked', 'wayOutShown'])
  })

  test.each([
    ['led by a playbook that only helps', open, { persuading: false }],
    ['after they applied to leave', [...open, happens({ type: 'leaveRequested', on: '2026-11-23' })], {}],
    ['after they were let go', [...open, happens({ type: 'letGo', why: 'decided', words: '谢谢您' })], {}],
  ])('as help when it was %s: it uses up no attempt [R-09]', (_, events, contact) => {
    expect(told(events, contact)).toEqual([
      { type: 'talked', touch: 'touch', direction: 'outbound', reached: true, about: 'helping' },
    ])
  })

  test('nothing, where it is closed or nobody has it', () => {
    expect(told([opened()])).toEqual([])
    expect(told([...open, happens({ type: 'calledOff', why: '弄错了' }, hoursLater(2))])).toEqual([])
  })
})
