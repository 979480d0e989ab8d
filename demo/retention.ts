import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Id } from '#domain/kernel/id.ts'
import { reduceCase } from '#domain/retention/case.ts'
import type { CaseEvent, CaseHappening } from '#domain/retention/case-event.ts'
import type { CaseState } from '#domain/retention/case-state.ts'
import { columnsOf, offeringColumns } from '#server/retention/project.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { tellLoss } from './losses.ts'
import { at } from './moment.ts'
import { paidThisYear } from './paid.ts'
import { staffId } from './people.ts'
import type { KeepStory } from './retention-steps.ts'
import { keepStories } from './retention-stories.ts'
import { idOf, type Rows } from './rows.ts'

type Customer = { id: Id; kind: CustomerKind; manager_id: Id; left_on?: string }

const time = { hours: usualHours, timeZone: 'Asia/Shanghai' }

/** Retention cases at every place of the way, from one that nobody has reached yet to two that taught something. */
export const tellRetention = (rows: Rows): void => {
  const customers = rows.all<Customer>('customer')
  const paid = paidThisYear(rows)
  for (const story of keepStories) {
    const [manager, kind, place] = story.who
    const found = customers.filter((one) => one.kind === kind && one.manager_id === staffId(manager))[place]
    if (!found) throw new Error(`${manager} keeps no ${kind} ${place}`)
    const year = paid.get(found.id) ?? 0
    const state = tellCase(rows, story, found, Math.round(year * (story.chance ?? 1)))
    if (state.ended?.outcome === 'left' && story.lost)
      tellLoss(rows, { id: state.ended.event, of: manager, ...story.lost }, found, year)
  }
}

/** `atRisk` in fen: what they paid in a year, weighed with the chance that they leave where one is known. */
const tellCase = (rows: Rows, story: KeepStory, customer: Customer, atRisk: number): CaseState => {
  const caseId = idOf(`retention ${story.name}`)
  const expectations = (story.hopes ?? []).map((hope, place) => tellHope(rows, story, customer, hope, place))
  const events = happenings(story, customer.id, atRisk, expectations).map(
    ([when, by, happening], place): CaseEvent => ({
      id: idOf(`retention ${story.name} ${place}`),
      caseId,
      actor: staffId(by),
      at: at(when),
      sequence: place + 1,
      ...happening,
    }),
  )
  const state = reduceCase(events)
  rows.add('retention_case', {
    id: caseId,
    customer_id: customer.id,
    signal: story.from,
    at_risk_fen: atRisk,
    opened_at: at(story.opened),
    changed_at: events.at(-1)?.at,
    version: events.length,
    ...columnsOf(state, time),
  })
  for (const { id, caseId: case_id, actor, at: instant, sequence, ...happening } of events)
    rows.add('retention_event', {
      id,
      case_id,
      customer_id: customer.id,
      sequence,
      at: instant,
      actor_id: actor,
      happening,
    })
  for (const offering of state.offerings)
    rows.add('retention_offering', {
      case_id: caseId,
      id: offering.id,
      kind: customer.kind,
      tier: null,
      sensitivity: null,
      ...offeringColumns(offering, state),
    })
  return state
}

type Told = [when: string, by: string, happening: CaseHappening]

const happenings = (story: KeepStory, customerId: Id, atRisk: number, expectations: readonly Id[]): Told[] => [
  [
    story.opened,
    story.by ?? story.who[0],
    {
      type: 'opened',
      customerId,
      signal: { from: story.from, said: story.signs, words: story.words },
      chance: story.chance,
      atRisk,
    },
  ],
  [
    story.opened,
    story.by ?? story.who[0],
    { type: 'dispatched', to: staffId(story.who[0]), dueAt: at(story.due), provisional: false },
  ],
  ...expectations.map((expectation): Told => [
    story.steps[0]?.[0] ?? story.opened,
    story.who[0],
    { type: 'expectationTaken', expectation },
  ]),
  ...story.steps.map(([when, happening, by]): Told => [when, by ?? story.who[0], happening]),
]

const tellHope = (
  rows: Rows,
  story: KeepStory,
  customer: Customer,
  { what, can, agreed }: NonNullable<KeepStory['hopes']>[number],
  place: number,
): Id => {
  const id = idOf(`hope ${story.name} ${place}`)
  const on = story.steps[0]?.[0] ?? story.opened
  rows.add('expectation', {
    id,
    customer_id: customer.id,
    what,
    nature: 'factual',
    rank: place + 1,
    can,
    state: agreed === null ? 'open' : 'agreed',
    agreed_wording: agreed,
    said_on: `2026-${on.slice(0, 5)}`,
    noted_by: staffId(story.who[0]),
    history: [],
    updated_at: at(on),
  })
  return id
}
