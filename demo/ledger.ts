import type { Insertable } from 'kysely'
import type { PromiseKind } from '#domain/touch/promise.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Tables } from '#server/db/tables.ts'
import { at, dayOf } from './moment.ts'
import { type CaseFacts, complaintColumns, dueOf } from './complaint-facts.ts'
import { staffId } from './people.ts'
import type { Rows } from './rows.ts'

type Of<T extends keyof Tables> = Insertable<Tables[T]>

type TouchFacts = {
  channel?: Of<'touch'>['channel']
  /** The customer came to us. */
  passive?: true
  purpose?: Of<'touch'>['purpose']
  outcome?: Of<'touch'>['outcome']
  minutes?: number
  /** The customer's own words. */
  said?: string
  note?: string
  by?: string
  with?: Id
}

type PromiseFacts = {
  made: string
  due: string
  kind?: PromiseKind
  /** Who has to do it; the manager unless said. */
  owner?: string
  by?: string
  to?: Id
  kept?: string
  broken?: string
  withdrawn?: string
  told?: string
  /** Further steps of the story: when, what moved, in whose words. */
  steps?: [when: string, move: string, note: string][]
}

type ExpectationFacts = {
  said: string
  by?: Id
  rank: number
  nature?: 'factual' | 'emotional' | 'heard'
  can?: 'can' | 'partly' | 'cannot'
  state?: Of<'expectation'>['state']
  wording?: string
  updated?: string
  rounds?: [when: string, move: keyof typeof moveNames, wording: string, reply: string][]
}

/** How a story tells the rounds, and what the board calls them. */
const moveNames = { lower: 'lowered', reset: 'reset', reach: 'agreed' } as const

/** What passed between a customer and us. */
export type Ledger = {
  touch: (when: string, facts: TouchFacts) => Id
  promise: (what: string, facts: PromiseFacts) => Id
  expects: (what: string, facts: ExpectationFacts) => void
  opens: (what: string, facts: CaseFacts) => Id
  handsOver: (
    what: string,
    facts: {
      to: string
      asked: string
      due: string
      answered?: string
      answer?: string
      promise?: Id
      id?: Id
      case?: Id
    },
  ) => void
}

type Whose = { id: Id; name: string; manager: string; row: { last_touch_at?: unknown } }

export const ledgerOf = (rows: Rows, { id, manager, row }: Whose): Ledger => ({
  touch: (when, facts) => {
    const touchId = rows.freshId()
    const outcome = facts.passive ? null : (facts.outcome ?? 'reached')
    const reached = facts.passive === true || outcome === 'reached'
    const instant = at(when)
    rows.add('touch', {
      id: touchId,
      customer_id: id,
      contact_person_id: facts.with ?? null,
      staff_id: staffId(facts.by ?? manager),
      channel: facts.channel ?? 'call',
      direction: facts.passive ? 'passive' : 'active',
      purpose: facts.purpose ?? 'service',
      outcome,
      reached,
      at: instant,
      minutes: reached ? (facts.minutes ?? 5) : null,
      said: facts.said ?? null,
      note: facts.note ?? null,
    })
    if (reached && !(row.last_touch_at instanceof Date && row.last_touch_at > instant)) row.last_touch_at = instant
    return touchId
  },
  promise: (what, facts) => {
    const promiseId = rows.freshId()
    const by = staffId(facts.by ?? manager)
    const settled = facts.kept ?? facts.broken ?? facts.withdrawn
    const state = facts.kept ? 'kept' : facts.broken ? 'broken' : facts.withdrawn ? 'withdrawn' : 'open'
    const step = (when: string, move: string, note: string | null) => ({
      at: at(when).toISOString(),
      actorId: by,
      move,
      note,
    })
    rows.add('promise', {
      id: promiseId,
      customer_id: id,
      to_person_id: facts.to ?? null,
      what,
      kind: facts.kind ?? 'other',
      due_at: at(facts.due),
      made_at: at(facts.made),
      made_by: by,
      owner_id: staffId(facts.owner ?? facts.by ?? manager),
      state,
      settled_at: settled ? at(settled) : null,
      told_at: facts.told ? at(facts.told) : null,
      history: [
        step(facts.made, 'made', null),
        ...(facts.steps ?? []).map(([when, move, note]) => step(when, move, note)),
        ...(settled ? [step(settled, state, null)] : []),
        ...(facts.told ? [step(facts.told, 'told', null)] : []),
      ],
    })
    return promiseId
  },
  expects: (what, facts) => {
    rows.add('expectation', {
      id: rows.freshId(),
      customer_id: id,
      said_by: facts.by ?? null,
      what,
      nature: facts.nature ?? 'factual',
      rank: facts.rank,
      can: facts.can ?? null,
      state: facts.state ?? 'open',
      agreed_wording: facts.wording ?? null,
      said_on: dayOf(facts.said),
      noted_by: staffId(manager),
      history: (facts.rounds ?? []).map(([when, move, wording, reply]) => ({
        at: at(when).toISOString(),
        actorId: staffId(manager),
        move: moveNames[move],
        wording,
        reply,
      })),
      updated_at: at(facts.updated ?? facts.said),
    })
  },
  opens: (what, facts) => {
    const caseId = rows.freshId()
    rows.add('service_case', {
      id: caseId,
      code: caseCode(facts.opened, rows.count('service_case')),
      customer_id: id,
      kind: facts.kind,
      what,
      owner_id: staffId(facts.owner ?? manager),
      opened_at: at(facts.opened),
      due_at: dueOf(facts),
      answered_at: facts.answered ? at(facts.answered) : null,
      answer: facts.answer ?? null,
      closed_at: facts.closed ? at(facts.closed) : null,
      felt: facts.felt ?? null,
      asked_at: facts.asked ? at(facts.asked) : null,
      ...(facts.kind === 'complaint' ? complaintColumns(facts) : {}),
    })
    return caseId
  },
  handsOver: (what, facts) => {
    rows.add('hand_over', {
      id: facts.id ?? rows.freshId(),
      customer_id: id,
      promise_id: facts.promise ?? null,
      case_id: facts.case ?? null,
      from_id: staffId(manager),
      to_id: staffId(facts.to),
      what,
      due_at: at(facts.due),
      state: facts.answered ? 'answered' : 'accepted',
      answer: facts.answer ?? null,
      asked_at: at(facts.asked),
      accepted_at: at(facts.asked),
      answered_at: facts.answered ? at(facts.answered) : null,
    })
  },
})

/** WX-2611-0382: year, month, a running number. */
const caseCode = (opened: string, before: number): string =>
  `WX-${dayOf(opened).slice(2, 7).replace('-', '')}-${String(before + 1).padStart(4, '0')}`
