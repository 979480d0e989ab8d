import type { CustomerKind } from '#domain/customer/kind.ts'
import { searchKeysOf } from '#domain/customer/name-keys.ts'
import { surnameReading } from '#domain/customer/surnames.ts'
import { addMonths, type Day, type Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Insertable } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import { dayOf, ENTERED_AT, LAST_MONTH } from './moment.ts'
import { staffId, unitOf } from './people.ts'
import { idOf, type Rows } from './rows.ts'
import { type Craft, craftOf } from './craft.ts'
import { type Ledger, ledgerOf } from './ledger.ts'

type Of<T extends keyof Tables> = Insertable<Tables[T]>

/** Who a customer is. `manager` and `backup` are staff codes; money in yuan, days `MM-DD` of 2026 or with their year. */
export type CustomerFacts = {
  manager: string
  backup?: string
  /** How the customer asked to be called. */
  call?: string
  since?: Day
  level?: string
  points?: number
  dossier?: Record<string, unknown>
  /** Given to the manager on this day, when that is part of the story. */
  assigned?: string
}

type NumberFacts = {
  kind?: Of<'member'>['kind']
  number?: string
  holder?: string
  user?: string
  product?: string
  fee?: number
  main?: boolean
  status?: 'active' | 'silent' | 'stopped' | 'left'
  until?: string
}

type ContactFacts = {
  call?: string
  title?: string
  department?: string
  role?: Of<'contact_person'>['decision_role']
  closeness?: Of<'contact_person'>['relationship']
  met?: string
  phone?: string
  note?: string
}

type HoldingFacts = {
  fee?: number
  until?: string
  note?: string
  stage?: Of<'holding'>['stage']
  answers?: Record<string, string>
}

/** A customer being told: each call adds one fact to the branch. */
export type Told = Ledger & {
  id: Id
  name: string
  number: (facts: NumberFacts) => void
  contact: (name: string, facts: ContactFacts) => Id
  holds: (product: string, facts?: HoldingFacts) => void
  /** Monthly bills in yuan, the last one of October 2026. */
  pays: (yuan: readonly number[], kind?: string) => void
  /** Twelve bills in yuan of the year before. */
  paidBefore: (yuan: readonly number[], kind?: string) => void
  charge: (month: Month, kind: string, yuan: number) => void
  saw: (when: string, source: string, what: string, competitor?: string, by?: string) => void
  wishes: (what: string, said: string, done?: string) => void
  consents: (purpose: Of<'consent'>['purpose'], state: 'given' | 'refused', since: string, source: string) => void
  /** Attributes as they stood on a day; `left` where it is known what became of the customer. */
  knownAs: (asOf: Day, attributes: Record<string, unknown>, left?: boolean) => void
  orders: (
    day: Day,
    delivered: Day | null,
    product: string,
    quantity: number,
    yuan: number,
    electronic?: boolean,
  ) => void
} & Craft

export type Book = {
  rows: Rows
  person: (name: string, facts: CustomerFacts) => Told
  group: (name: string, facts: CustomerFacts) => Told
  outlet: (name: string, facts: CustomerFacts) => Told
}

const letters: Record<CustomerKind, string> = { person: 'P', group: 'G', outlet: 'L' }

/** Opens the book in which the branch is told. */
export const newBook = (rows: Rows): Book => {
  const told: Record<CustomerKind, number> = { person: 0, group: 0, outlet: 0 }
  const customer = (kind: CustomerKind, name: string, facts: CustomerFacts): Told => {
    told[kind] += 1
    return tellCustomer(rows, kind, `${letters[kind]}${10_000 + told[kind]}`, name, facts)
  }
  return {
    rows,
    person: (name, facts) => customer('person', name, facts),
    group: (name, facts) => customer('group', name, facts),
    outlet: (name, facts) => customer('outlet', name, facts),
  }
}

const tellCustomer = (rows: Rows, kind: CustomerKind, code: string, name: string, facts: CustomerFacts): Told => {
  const id = idOf(`customer ${name} ${code}`)
  const keys = searchKeysOf(name, kind === 'person' ? 'person' : 'organisation')
  const row = rows.add('customer', {
    id,
    code,
    kind,
    name,
    name_sort: keys.sortKey,
    name_folded: keys.plain,
    name_reading: kind === 'person' ? (surnameReading(name)?.reading ?? null) : null,
    address_form: facts.call ?? null,
    manager_id: staffId(facts.manager),
    backup_id: facts.backup ? staffId(facts.backup) : null,
    unit_id: idOf(`unit ${unitOf(facts.manager)}`),
    since: facts.since ?? null,
    official_level: facts.level ?? null,
    official_points: facts.points ?? null,
    dossier: facts.dossier ?? {},
    last_touch_at: null,
    created_at: ENTERED_AT,
    updated_at: ENTERED_AT,
  })
  const keyed = new Set<string>()
  const key = (of: 'initials' | 'spelling' | 'phone_tail', text: string): void => {
    if (keyed.has(of + text)) return
    keyed.add(of + text)
    rows.add('customer_key', { kind: of, key: text, customer_id: id })
  }
  for (const text of keys.initials) key('initials', text)
  for (const text of keys.spellings) key('spelling', text)
  if (facts.assigned)
    rows.add('audit_event', {
      id: rows.freshId(),
      at: new Date(`${dayOf(facts.assigned)}T16:20:00+08:00`),
      actor_id: staffId('gu'),
      action: 'customer.assigned',
      entity: 'customer',
      entity_id: id,
      customer_id: id,
      params: { managerId: staffId(facts.manager) },
    })
  return {
    id,
    name,
    ...ledgerOf(rows, { id, name, manager: facts.manager, row }),
    ...craftOf(rows, { id, manager: facts.manager }),
    number: (member) => {
      if (member.number) key('phone_tail', [...member.number].toReversed().join(''))
      rows.add('member', {
        id: rows.freshId(),
        customer_id: id,
        kind: member.kind ?? 'mobile',
        number: member.number ?? null,
        holder_name: member.holder ?? (kind === 'person' ? name : null),
        user_name: member.user ?? null,
        product: member.product ?? null,
        monthly_fee_fen: member.fee === undefined ? null : member.fee * 100,
        main: member.main ?? false,
        status: member.status ?? 'active',
        contract_until: member.until ? dayOf(member.until) : null,
      })
    },
    contact: (person, about) => {
      const personId = idOf(`contact ${person} ${id}`)
      rows.add('contact_person', {
        id: personId,
        customer_id: id,
        name: person,
        name_sort: searchKeysOf(person).sortKey,
        name_reading: surnameReading(person)?.reading ?? null,
        address_form: about.call ?? null,
        title: about.title ?? null,
        department: about.department ?? null,
        decision_role: about.role ?? null,
        relationship: about.closeness ?? null,
        phone: about.phone ?? null,
        note: about.note ?? null,
        last_met_on: about.met ? dayOf(about.met) : null,
      })
      if (about.phone) key('phone_tail', [...about.phone].toReversed().join(''))
      return personId
    },
    holds: (product, holding = {}) => {
      rows.add('holding', {
        id: rows.freshId(),
        customer_id: id,
        product,
        note: holding.note ?? null,
        monthly_fee_fen: holding.fee === undefined ? null : holding.fee * 100,
        until: holding.until ? dayOf(holding.until) : null,
        stage: holding.stage ?? null,
        answers: holding.answers ?? {},
      })
    },
    pays: (yuan, of = 'total') => months(rows, id, yuan, of, LAST_MONTH),
    paidBefore: (yuan, of = 'total') => months(rows, id, yuan, of, addMonths(LAST_MONTH, -12)),
    charge: (month, of, yuan) => bill(rows, id, month, of, yuan),
    saw: (when, source, what, competitor, by) => {
      rows.add('sighting', {
        id: rows.freshId(),
        customer_id: id,
        seen_on: dayOf(when),
        competitor: competitor ?? null,
        source,
        what,
        noted_by: staffId(by ?? facts.manager),
      })
    },
    wishes: (what, said, done) => {
      rows.add('small_wish', {
        id: rows.freshId(),
        customer_id: id,
        what,
        said_on: dayOf(said),
        done_on: done ? dayOf(done) : null,
      })
    },
    consents: (purpose, state, since, source) => {
      rows.add('consent', { customer_id: id, purpose, state, since: dayOf(since), until: null, source })
    },
    knownAs: (asOf, attributes, left) => {
      rows.add('attribute_snapshot', { customer_id: id, as_of: asOf, attributes, left_later: left ?? null })
    },
    orders: (day, delivered, product, quantity, yuan, electronic) => {
      rows.add('outlet_order', {
        id: rows.freshId(),
        customer_id: id,
        ordered_on: day,
        delivered_on: delivered,
        product,
        quantity,
        amount_fen: Math.round(yuan * 100),
        paid_electronically: electronic ?? null,
      })
    },
  }
}

const months = (rows: Rows, id: Id, yuan: readonly number[], kind: string, last: Month): void =>
  yuan.forEach((amount, i) => bill(rows, id, addMonths(last, i - yuan.length + 1), kind, amount))

const bill = (rows: Rows, customerId: Id, month: Month, kind: string, yuan: number): void => {
  // No bill was sent for nothing.
  if (yuan === 0) return
  rows.add('bill', {
    customer_id: customerId,
    month: Number(month.replace('-', '')),
    kind,
    amount_fen: Math.round(yuan * 100),
  })
}
