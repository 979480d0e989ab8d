import { describe, expect, test } from 'vitest'
import { aPlanThatFits, dispatched, happens, hoursLater, opened } from '#test/retention-case.ts'
import { reduceCase } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import { againstOffers, type HeldContact, offerInWords, toldByContact, untoldByContact } from './from-contact.ts'

const talk: HeldContact = {
  touch: 'touch',
  direction: 'outbound',
  reached: true,
  persuading: true,
  expectations: ['cheaper'],
  wayOutTold: false,
  offers: [],
  offersTakenBack: [],
}
const open = [opened(), dispatched()]
const told = (events: readonly CaseEvent[], contact: Partial<HeldContact> = {}) =>
  toldByContact(reduceCase(events), { ...talk, ...contact }).map(({ happening }) => happening)

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

  test('each offer with its answer, so that a no starts the rest, and an answer is nobody’s to write again [R-08][R-09]', () => {
    const contact = {
      expectations: [],
      offers: [
        { id: 'first', offer: aPlanThatFits, answer: 'accepted' as const },
        { id: 'second', offer: offerInWords('每月来看一次'), answer: 'declined' as const },
      ],
    }
    const happenings = told(open, contact).map((each) => happens(each, hoursLater(3)))
    expect(reduceCase([...open, ...happenings])).toMatchObject({
      offerings: [
        { id: 'first', standing: 'accepted', offer: { offerId: 'fit-59', cost: 20_000 } },
        { id: 'second', standing: 'declined', offer: { offerId: null, way: null, cost: 0 } },
      ],
      declinedAt: hoursLater(3),
    })
    const again = toldByContact(reduceCase([...open, ...happenings]), { ...talk, ...contact }, () => true)
    expect(again).toEqual([])
  })

  test.each([
    ['waits for its answer', [happens({ type: 'offered', offering: 'there', offer: aPlanThatFits })], ['replied']],
    [
      'was let pass',
      [
        happens({ type: 'approvalAsked', offering: 'there', offer: aPlanThatFits, why: '老客户' }),
        happens({ type: 'approvalGiven', offering: 'there' }, hoursLater(2), 'gu'),
      ],
      ['offered', 'replied'],
    ],
  ])('the answer to an offer of the case that %s, instead of a second offer', (_, before, types) => {
    const offers = [{ id: 'said', offer: { ...aPlanThatFits, cost: 1 }, answer: 'accepted' as const }]
    const happenings = told([...open, ...before], { expectations: [], offers }).slice(1)
    expect(happenings.map(({ type }) => type)).toEqual(types)
    const after = reduceCase([...open, ...before, ...happenings.map((each) => happens(each, hoursLater(3)))])
    expect(after.offerings).toMatchObject([{ id: 'there', standing: 'accepted', offer: { cost: aPlanThatFits.cost } }])
  })

  test('that nothing was offered to somebody nobody reached', () => {
    const offers = [{ id: 'said', offer: aPlanThatFits, answer: 'declined' as const }]
    expect(told(open, { reached: false, offers }).map(({ type }) => type)).toEqual(['talked'])
  })

  test('nothing, where it is closed or nobody has it', () => {
    expect(told([opened()])).toEqual([])
    expect(told([...open, happens({ type: 'calledOff', why: '弄错了' }, hoursLater(2))])).toEqual([])
  })
})

describe('a corrected contact takes back', () => {
  const offer = { id: 'said', offer: aPlanThatFits, answer: 'declined' as const }
  const parts = ['talked true', 'offered said', 'replied said']
  const isTold = (part: string): boolean => parts.includes(part)

  test('an offer noted by mistake, and with its “no” the rest [R-09]', () => {
    const first = toldByContact(reduceCase(open), { ...talk, expectations: [], offers: [offer] })
    expect(first.map(({ part }) => part)).toEqual(parts)
    const events = first.map(({ happening }) => happens(happening, hoursLater(3)))
    const gone = untoldByContact(reduceCase([...open, ...events]), { ...talk, offersTakenBack: ['said'] }, isTold)
    expect(gone).toEqual(['offered said', 'replied said'])
    const back = happens({ type: 'toldTakenBack', events: events.slice(1).map(({ id }) => id) }, hoursLater(4))
    expect(reduceCase([...open, ...events, back])).toMatchObject({ offerings: [], declinedAt: null })
    expect(reduceCase([...open, ...events, back]).talks).toHaveLength(1)
  })

  test('the talk and all it offered, when it reached nobody after all', () => {
    const now = { ...talk, reached: false, offers: [offer] }
    expect(untoldByContact(reduceCase(open), now, isTold)).toEqual(parts)
  })

  test('nothing, where it stands as it was told', () => {
    expect(untoldByContact(reduceCase(open), { ...talk, offers: [offer] }, isTold)).toEqual([])
  })
})

describe('an offer in a talk waits', () => {
  const asked = [...open, happens({ type: 'wayOutAsked' })]
  test.each([
    ['for nothing', open, false, null],
    ['until who asked how to leave was told', asked, false, 'offer.wayOutFirst'],
    ['no longer once the talk told it', asked, true, null],
    [
      'for good after they applied to leave',
      [...open, happens({ type: 'leaveRequested', on: '2026-11-23' })],
      true,
      'offer.settled',
    ],
    [
      'for good once it is settled',
      [...open, happens({ type: 'letGo', why: 'decided', words: '谢谢您' })],
      true,
      'offer.settled',
    ],
  ])('%s [R-09]', (_, events, wayOutTold, refusal) => {
    expect(againstOffers(reduceCase(events), wayOutTold)).toBe(refusal)
  })
})
