import type { FieldKind } from './layout.ts'

type Fact = {
  /** The kind of field it fits; a day also fits a text. */
  kind: FieldKind
  /** For our own eyes: never in a form that the customer gets a copy of. */
  ours?: true
}

/** Everything a field may be filled from. The list is closed: a name that is not here does not load. */
export const formFacts = {
  'company.name': { kind: 'text' },
  'unit.name': { kind: 'text' },
  'manager.name': { kind: 'text' },
  today: { kind: 'day' },
  'customer.name': { kind: 'text' },
  'customer.code': { kind: 'text' },
  'customer.kind': { kind: 'text' },
  'customer.phone': { kind: 'text' },
  'customer.address': { kind: 'text' },
  'customer.since': { kind: 'day' },
  'customer.manager': { kind: 'text' },
  'customer.product': { kind: 'text' },
  'customer.points': { kind: 'count' },
  'customer.tier': { kind: 'text', ours: true },
  'customer.paid': { kind: 'money', ours: true },
  'customer.risk': { kind: 'text', ours: true },
  'customer.heed': { kind: 'long', ours: true },
  'outlet.level': { kind: 'text' },
  'outlet.licence': { kind: 'text' },
  'outlet.licenceUntil': { kind: 'day' },
  'outlet.delivery': { kind: 'day' },
  'outlet.market': { kind: 'day' },
  'person.name': { kind: 'text' },
  'person.title': { kind: 'text' },
  'run.day': { kind: 'day' },
  'run.from': { kind: 'time' },
  'run.to': { kind: 'time' },
  'run.way': { kind: 'text' },
  'run.purposes': { kind: 'text' },
  'run.notes': { kind: 'long', ours: true },
  'run.needs': { kind: 'long' },
  'run.expected': { kind: 'long' },
  'run.next': { kind: 'text' },
  'run.goal': { kind: 'text', ours: true },
  'run.gained': { kind: 'long', ours: true },
  'run.lacking': { kind: 'long', ours: true },
  'run.exceptions': { kind: 'long', ours: true },
  'subject.what': { kind: 'text' },
  'subject.day': { kind: 'day' },
  'subject.place': { kind: 'text' },
  'meeting.day': { kind: 'day' },
  'meeting.time': { kind: 'time' },
  'meeting.place': { kind: 'text' },
  'case.code': { kind: 'text' },
  'case.what': { kind: 'long' },
  'case.said': { kind: 'long' },
  'case.opened': { kind: 'text' },
  'case.answered': { kind: 'text' },
  'case.closed': { kind: 'text' },
  'case.took': { kind: 'text' },
  'case.answer': { kind: 'long' },
  'case.felt': { kind: 'long' },
  'day.count': { kind: 'count' },
  'day.visits': { kind: 'count' },
} as const satisfies Record<string, Fact>

export type FormFact = keyof typeof formFacts
export const formFactNames = Object.keys(formFacts) as [FormFact, ...FormFact[]]

/** Lists that fill a table, each with what a row of it tells. */
export const rowFacts = {
  'run.promises': ['what', 'by', 'owner'],
  'run.opinions': ['what', 'owner'],
  'day.touches': ['time', 'customer', 'way', 'about'],
  'day.meetings': ['time', 'customer', 'place'],
  'customer.people': ['name', 'title', 'role'],
  'customer.holdings': ['product', 'fee', 'until'],
  'customer.promises': ['what', 'by'],
  'customer.gifts': ['gift', 'count', 'day'],
} as const satisfies Record<string, readonly string[]>

export type RowFact = keyof typeof rowFacts
export const rowFactNames = Object.keys(rowFacts) as [RowFact, ...RowFact[]]
