import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { addWorkdays, isWorkday } from '#domain/kernel/workdays.ts'
import type { ClockKind } from '#domain/retention/case-clock.ts'
import { cadenceOccasion, startingCadence } from '#domain/worklist/cadence.ts'
import {
  billJumpOccasion,
  birthdayOccasion,
  contractOccasion,
  festivalOccasions,
  handoverOccasion,
  marketOccasion,
  newCustomerOccasion,
  portingOccasion,
} from '#domain/worklist/from-dossier.ts'
import {
  approvalOccasion,
  caseOccasion,
  escalatedOccasion,
  expectationOccasion,
  faultOccasions,
  type LedgerCase,
  promiseOccasion,
  taskOccasion,
} from '#domain/worklist/from-ledgers.ts'
import { retentionOccasion } from '#domain/worklist/from-retention.ts'
import { unboundOccasion, type Welcome, welcomeOccasion } from '#domain/worklist/welcome.ts'
import { riskOccasion, startingRiskRules } from '#domain/worklist/fromStanding.ts'
import type { Occasion } from '#domain/worklist/occasion.ts'
import { complaintOf } from '#server/case/complaint-row.ts'
import { nextOf, type Reading } from '#server/case/ledger.ts'
import type { BookCustomer } from './book.ts'
import { type Ledgers, monthText } from './ledgers.ts'

/** A reason with whoever has to see to it; `forLead`: whoever leads the customer's unit, nobody by name, and never `notBy`, who asks. */
export type OwnedOccasion = { occasion: Occasion; ownerId: Id; forLead?: true; notBy?: Id }

type Book = {
  customers: readonly BookCustomer[]
  ledgers: Ledgers
  today: Day
  timeZone: string
  keepers: ReadonlySet<Id>
  /** How the clocks of complaints are read. */
  reading: Reading
}

/** Every reason to reach any customer of the book. What someone without a list of their own owes is the customer's manager's to follow. */
export const ownedOccasions = (book: Book): OwnedOccasion[] => {
  const { ledgers } = book
  const by = <R extends { customer_id: Id | null }>(rows: readonly R[]): Map<Id | null, R[]> =>
    Map.groupBy(rows, ({ customer_id }) => customer_id)
  const index = {
    promises: by(ledgers.promises.filter(({ state }) => state === 'open')),
    cases: by(ledgers.cases),
    expectations: by(ledgers.expectations),
    sightings: by(ledgers.sightings),
    charges: by(ledgers.charges),
    contracts: by(ledgers.contracts),
    people: by(ledgers.people),
    touches: by(ledgers.touches),
    assigned: by(ledgers.assigned),
    tasks: by(ledgers.tasks),
    retentions: by(ledgers.retentions),
    approvals: Map.groupBy(ledgers.approvals, ({ customerId }) => customerId),
    welcomes: Map.groupBy(ledgers.welcomes, ({ customerId }) => customerId),
  }
  return book.customers.flatMap((customer) => [
    ...owed(book, index, customer),
    ...raised(book, index, customer),
    ...(customer.leftOn === null ? wanted(book, index, customer) : []).map((occasion) => ({
      occasion,
      ownerId: customer.managerId ?? '',
    })),
  ])
}

type Index = {
  [
    K in
      | 'promises'
      | 'cases'
      | 'expectations'
      | 'sightings'
      | 'charges'
      | 'contracts'
      | 'people'
      | 'touches'
      | 'assigned'
      | 'tasks'
      | 'retentions'
  ]: Map<Id | null, Ledgers[K][number][]>
} & { welcomes: Map<Id, Welcome[]>; approvals: Map<Id, Ledgers['approvals'][number][]> }

const owed = ({ today, timeZone, keepers, reading }: Book, index: Index, customer: BookCustomer): OwnedOccasion[] => {
  const ownerOf = (id: Id): Id => (keepers.has(id) ? id : (customer.managerId ?? id))
  const promises = (index.promises.get(customer.id) ?? []).map((row) => ({
    occasion: promiseOccasion(
      { id: row.id, customerId: customer.id, what: row.what, madeAt: row.made_at, dueAt: row.due_at },
      timeZone,
    ),
    ownerId: ownerOf(row.owner_id),
  }))
  const cases = (index.cases.get(customer.id) ?? []).flatMap((row) => {
    const occasion = caseOccasion(caseOf(row, customer, reading), today, timeZone)
    return occasion ? [{ occasion, ownerId: ownerOf(row.owner_id) }] : []
  })
  const tasks = (index.tasks.get(customer.id) ?? []).flatMap(({ due_on, ...row }) =>
    due_on === null
      ? []
      : [
          {
            occasion: taskOccasion({
              id: row.id,
              customerId: customer.id,
              aboutZh: row.about_zh,
              aboutEn: row.about_en,
              subject: row.subject,
              dueOn: due_on,
            }),
            ownerId: ownerOf(row.owner_id),
          },
        ],
  )
  return [...promises, ...cases, ...tasks, ...retentionsOf(index, customer, timeZone, ownerOf)]
}

/** What a retention case waits for from its owner, and what from a lead. */
const retentionsOf = (
  index: Index,
  { id: customerId }: BookCustomer,
  timeZone: string,
  ownerOf: (id: Id) => Id,
): OwnedOccasion[] =>
  (index.retentions.get(customerId) ?? []).flatMap((row) => {
    const waiting = (asks: string, dueAt: Date): Occasion =>
      retentionOccasion({ id: row.id, customerId, asks: asks as ClockKind, dueAt }, timeZone)
    return [
      ...(row.owner_id && row.next_kind && row.next_due
        ? [{ occasion: waiting(row.next_kind, row.next_due), ownerId: ownerOf(row.owner_id) }]
        : []),
      ...(row.lead_kind && row.lead_due
        ? [{ occasion: waiting(row.lead_kind, row.lead_due), ownerId: '', forLead: true as const }]
        : []),
    ]
  })

/** What nobody but a lead can settle: a customer who rose and has no manager [S-52], a complaint raised [S-49], a form to approve [P-21]. */
const raised = ({ timeZone }: Book, index: Index, customer: BookCustomer): OwnedOccasion[] => {
  const welcome = index.welcomes.get(customer.id)?.at(-1)
  const unbound = welcome ? unboundOccasion(welcome) : null
  const escalated = (index.cases.get(customer.id) ?? []).map((row) =>
    row.kind === 'complaint' && row.closed_at === null
      ? escalatedOccasion({ id: row.id, customerId: customer.id, what: row.what, ...complaintOf(row) }, timeZone)
      : null,
  )
  const approvals = (index.approvals.get(customer.id) ?? []).map((form): OwnedOccasion => ({
    occasion: approvalOccasion(form, timeZone),
    ownerId: '',
    forLead: true,
    notBy: form.authorId,
  }))
  return [
    ...[unbound, ...escalated].flatMap((occasion): OwnedOccasion[] =>
      occasion ? [{ occasion, ownerId: '', forLead: true }] : [],
    ),
    ...approvals,
  ]
}

const caseOf = (row: Ledgers['cases'][number], customer: BookCustomer, reading: Reading): LedgerCase => ({
  id: row.id,
  customerId: customer.id,
  kind: row.kind,
  what: row.what,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  answeredAt: row.answered_at,
  closedAt: row.closed_at,
  askedAt: row.asked_at,
  ...(row.kind === 'complaint' ? { next: nextOf(complaintOf(row), customer.kind, reading) } : {}),
})

const wanted = (book: Book, index: Index, customer: BookCustomer): Occasion[] => {
  const { today, timeZone, reading } = book
  const { id, dossier } = customer
  const touch = index.touches.get(id)?.[0]
  const spoken = touch ? dayIn(touch.at, timeZone) : null
  const cases = (index.cases.get(id) ?? []).map((row) => caseOf(row, customer, reading))
  const decider = (index.people.get(id) ?? []).find(({ decision_role }) => decision_role === 'decider')
  const expectations = (index.expectations.get(id) ?? []).map((row) => ({
    id: row.id,
    customerId: id,
    what: row.what,
    rank: row.rank,
    updatedAt: row.updated_at,
  }))
  const cadence = {
    customerId: id,
    kind: customer.kind,
    tier: customer.tier,
    lastContact: spoken,
    lastTopic: topicOf(touch?.note ?? null),
  }
  return [
    ...faultOccasions(cases, touch ? new Map([[id, touch.at]]) : new Map(), today, timeZone),
    expectationOccasion(expectations, decider?.last_met_on ?? null, today, timeZone),
    cadenceOccasion(cadence, startingCadence, today),
    dossier.marketDays === undefined ? null : marketOccasion(id, dossier, today),
    ...careOccasions(book, customer),
    ...leavingOccasions(book, index, customer, spoken),
  ].filter((occasion) => occasion !== null)
}

/** Greetings, unless the customer has asked for none. Festivals are for the tiers one knows by name. */
const careOccasions = ({ ledgers, today }: Book, { id, dossier, tier }: BookCustomer): (Occasion | null)[] => {
  if (ledgers.refusedCare.has(id)) return []
  const [likes = null] = Array.isArray(dossier.styleCues) ? (dossier.styleCues as string[]) : []
  return [
    birthdayOccasion(id, dossier.birthday, likes, today),
    ...(tier === 'A' || tier === 'B' ? festivalOccasions(id, today) : []),
  ]
}

const leavingOccasions = (
  { ledgers, today, timeZone }: Book,
  index: Index,
  customer: BookCustomer,
  spoken: Day | null,
): (Occasion | null)[] => {
  const { id, dossier } = customer
  const sightings = (index.sightings.get(id) ?? []).map((row) => ({
    id: row.id,
    customerId: id,
    seenOn: row.seen_on,
    competitor: row.competitor,
    what: row.what,
  }))
  const charges = (index.charges.get(id) ?? []).map((row) => ({
    customerId: id,
    month: monthText(row.month),
    item: row.kind,
    amount: row.amount_fen,
  }))
  const ends =
    typeof dossier.contractUntil === 'string' ? dossier.contractUntil : index.contracts.get(id)?.[0]?.contract_until
  // Given and taken back again is no news: only who keeps the customer now has somebody to greet.
  const last = index.assigned.get(id)?.at(-1)
  const welcome = index.welcomes.get(id)?.at(-1)
  const assigned = last?.manager_id === customer.managerId ? last : undefined
  return [
    portingOccasion(sightings, spoken, today, isWorkday),
    contractOccasion(id, ends ?? null, sightings, today, isWorkday),
    ledgers.newestMonth === null ? null : billJumpOccasion(charges, ledgers.newestMonth, spoken, today),
    assigned ? givenOccasion(customer, { ...assigned, on: dayIn(assigned.at, timeZone) }, spoken, today) : null,
    riskOf(customer, ledgers, today),
    welcome ? welcomeOccasion(welcome, today) : null,
  ]
}

/** From a colleague's hands a customer of any tier is greeted; one new to us when worth it. */
const givenOccasion = (
  { id, tier }: BookCustomer,
  { on, former }: { on: Day; former: string | null },
  spoken: Day | null,
  today: Day,
): Occasion | null => {
  const later = (day: Day, count: number): Day => addWorkdays(day, count).day
  if (former !== null) return handoverOccasion(id, { assigned: on, former }, spoken, today, later)
  return tier === 'D' ? null : newCustomerOccasion(id, on, spoken, today, later)
}

const riskOf = ({ id, paid12, months, risk }: BookCustomer, { riskBefore }: Ledgers, today: Day): Occasion | null => {
  const known = { customerId: id, paid12: paid12 ?? 0, months, risk }
  return riskOccasion(known, riskBefore.get(id) ?? null, startingRiskRules, today)
}

/** The first clause of what was last talked about. */
const topicOf = (note: string | null): string | null => {
  const clause = note?.split(/[，。；;,.]/u)[0]?.trim() ?? ''
  return clause === '' || [...clause].length > 16 ? null : clause
}
