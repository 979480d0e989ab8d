import { type RawBuilder, sql } from 'kysely'
import type { DataPart } from '#domain/personal/erasure.ts'

/** What a column holds once the person is gone; `at` is the moment it happens. */
type Blank = (at: Date) => RawBuilder<unknown>

const none: Blank = () => sql`null`
const empty: Blank = () => sql`''`
const dash: Blank = () => sql`'—'`
const noRows: Blank = () => sql`'[]'::jsonb`
const noFields: Blank = () => sql`'{}'::jsonb`
const ended =
  (column: string): Blank =>
  (at) =>
    sql`coalesce(${sql.ref(column)}, ${at})`
const instead =
  (column: string, open: readonly string[], closed: string): Blank =>
  () =>
    sql`case when ${sql.ref(column)} = any(${[...open]}::text[]) then ${closed} else ${sql.ref(column)} end`

export type Treatment = {
  part: DataPart
  /** Rows that hold nothing but the person go; others stay for what is counted. */
  how: 'drop' | 'stay'
  /** Words and people in a row that stays, and what stands there instead. */
  blank?: Readonly<Record<string, Blank>>
  /** Text that says nothing of a person: codes, states, keys. A column that is in neither list fails a test. */
  codes?: readonly string[]
  /** Found by another table's rows instead of `customer_id`. */
  through?: { column: string; table: string }
}

/**
 * Every table that says something of a customer, in the order it is treated: what points at another row is blanked before that row
 * goes. A table or a column of text that is not decided here fails `server/personal/plan.test.ts`.
 */
export const plan: Readonly<Record<string, Treatment>> = {
  run_event: { part: 'contacts', how: 'drop', through: { column: 'run_id', table: 'run' } },
  touch: {
    part: 'contacts',
    how: 'stay',
    blank: { contact_person_id: none, said: none, note: none, finding: none },
    codes: ['channel', 'direction', 'purpose', 'outcome', 'finding_kind'],
  },
  touch_words: {
    part: 'contacts',
    how: 'stay',
    codes: ['script', 'wording', 'version'],
    through: { column: 'touch_id', table: 'touch' },
  },
  run: {
    part: 'contacts',
    how: 'stay',
    blank: { contact_person_id: none, occasion: none, override_reason: none },
    codes: ['playbook_hash', 'direction', 'channel', 'purpose'],
  },
  appointment: {
    part: 'contacts',
    how: 'stay',
    blank: {
      contact_person_id: none,
      place: empty,
      reason: empty,
      history: noRows,
      state: instead('state', ['planned', 'agreed', 'arrived'], 'cancelled'),
      untold: none,
      untold_since: none,
      expects_at: none,
    },
    codes: ['way', 'purposes'],
  },
  task: {
    part: 'contacts',
    how: 'stay',
    blank: {
      contact_person_id: none,
      about_zh: empty,
      about_en: empty,
      subject: none,
      subject_day: none,
      subject_place: none,
      reason: none,
      settled_at: ended('settled_at'),
      state: instead('state', ['waiting', 'open'], 'dropped'),
    },
    codes: ['playbook_key'],
  },
  worklist_decision: { part: 'contacts', how: 'drop' },
  promise: {
    part: 'ledgers',
    how: 'stay',
    blank: {
      to_person_id: none,
      what: empty,
      history: noRows,
      settled_at: ended('settled_at'),
      state: instead('state', ['open'], 'withdrawn'),
    },
    codes: ['kind', 'playbook_key'],
  },
  expectation: {
    part: 'ledgers',
    how: 'stay',
    blank: {
      said_by: none,
      what: empty,
      agreed_wording: none,
      origin: none,
      feeling: none,
      uncertain: none,
      offer: empty,
      history: noRows,
      state: instead('state', ['open', 'resetting'], 'closed'),
    },
    codes: ['nature', 'can'],
  },
  hand_over: {
    part: 'ledgers',
    how: 'stay',
    blank: { what: empty, answer: none, state: instead('state', ['asked', 'accepted'], 'withdrawn') },
  },
  represented: { part: 'ledgers', how: 'stay', blank: { what: empty, asked_of: empty }, codes: ['result'] },
  small_wish: { part: 'ledgers', how: 'drop' },
  service_case: {
    part: 'cases',
    how: 'stay',
    blank: {
      what: empty,
      said: none,
      answer: none,
      felt: none,
      temperament: none,
      motive: none,
      early: none,
      recovery: noFields,
      handings: noRows,
      tries: noRows,
      told: noRows,
      pauses: noRows,
      escalations: noRows,
      reopened: noRows,
      closed_at: ended('closed_at'),
    },
    // steps hold only the time of each
    codes: ['code', 'kind', 'level', 'steps', 'closed_as'],
  },
  form: {
    part: 'forms',
    how: 'stay',
    blank: {
      contact_person_id: none,
      answers: noFields,
      signatures: noFields,
      written: noFields,
      decision_note: empty,
      state: instead('state', ['draft', 'waiting', 'approved'], 'dropped'),
    },
    codes: ['layout_hash', 'key'],
  },
  form_promise: { part: 'forms', how: 'stay', codes: ['field'], through: { column: 'form_id', table: 'form' } },
  survey: {
    part: 'surveys',
    how: 'stay',
    blank: {
      matter: empty,
      token: () => sql`case when token is null then null else 'gone-' || id::text end`,
      withdrawn_at: (at) => sql`case when answered_at is null then coalesce(withdrawn_at, ${at}) else withdrawn_at end`,
    },
    codes: ['kind', 'way'],
  },
  survey_answer: { part: 'surveys', how: 'stay', blank: { matter: empty, words: empty }, codes: ['asks'] },
  // the 22 items as they were ticked
  survey_sheet: { part: 'surveys', how: 'stay', codes: ['expected', 'experienced'] },
  thanks: { part: 'surveys', how: 'stay', blank: { words: dash } },
  thanks_to: { part: 'surveys', how: 'stay', through: { column: 'thanks_id', table: 'thanks' } },
  care_act: { part: 'surveys', how: 'stay', blank: { line: dash }, codes: ['kind'] },
  service_change_asker: { part: 'surveys', how: 'drop' },
  event_guest: {
    part: 'surveys',
    how: 'stay',
    blank: { answer: () => sql`case when came is null then 'declined' else answer end`, again: () => sql`false` },
  },
  retention_event: { part: 'keeping', how: 'drop' },
  retention_case: {
    part: 'keeping',
    how: 'stay',
    blank: {
      stage: () => sql`'closed'`,
      next_kind: none,
      next_due: none,
      lead_kind: none,
      lead_due: none,
    },
    codes: ['signal', 'outcome'],
  },
  retention_offering: {
    part: 'keeping',
    how: 'stay',
    codes: ['offer_key', 'way', 'kind', 'tier', 'sensitivity'],
    through: { column: 'case_id', table: 'retention_case' },
  },
  customer_loss: { part: 'keeping', how: 'stay', codes: ['way', 'tier'] },
  loss_line: {
    part: 'keeping',
    how: 'stay',
    blank: { line: dash },
    codes: ['reason'],
    through: { column: 'loss_id', table: 'customer_loss' },
  },
  return_talk: {
    part: 'keeping',
    how: 'stay',
    codes: ['result'],
    through: { column: 'loss_id', table: 'customer_loss' },
  },
  undisturbed: { part: 'keeping', how: 'stay', blank: { lifted_reason: none } },
  campaign_customer: { part: 'keeping', how: 'stay', codes: ['arm'] },
  departure_customer: { part: 'keeping', how: 'stay', codes: ['promises'] },
  welcome: { part: 'keeping', how: 'drop' },
  contact_person: { part: 'people', how: 'drop' },
  member: { part: 'numbers', how: 'drop' },
  holding: { part: 'numbers', how: 'drop' },
  customer_key: { part: 'numbers', how: 'drop' },
  customer_photo: { part: 'photos', how: 'drop' },
  sighting: { part: 'file', how: 'drop' },
  consent: { part: 'file', how: 'drop' },
  customer_place: { part: 'file', how: 'drop' },
  points_entry: { part: 'file', how: 'drop' },
  outlet_evaluation: { part: 'file', how: 'drop' },
  market_note: { part: 'file', how: 'drop' },
  attribute_snapshot: { part: 'file', how: 'drop' },
  bill: { part: 'figures', how: 'stay', codes: ['kind'] },
  usage: { part: 'figures', how: 'stay', codes: ['kind'] },
  outlet_order: { part: 'figures', how: 'stay', blank: { number: none }, codes: ['product'] },
  outlet_level: { part: 'figures', how: 'stay', codes: ['parts'] },
  standing: {
    part: 'figures',
    how: 'stay',
    blank: { reasons: noRows },
    codes: ['tier', 'band', 'kind', 'state'],
  },
  frozen_member: { part: 'figures', how: 'stay', codes: ['tier'] },
}

/** Tables that know a customer and are treated by their own code: the row itself, the log, merges, and what an erasure writes. */
export const treatedApart: readonly string[] = [
  'customer',
  'audit_event',
  'customer_merge',
  'told_apart',
  'erasure',
  'held_record',
]
