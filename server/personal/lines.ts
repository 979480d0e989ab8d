import { type RawBuilder, sql } from 'kysely'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { DataPart } from '#domain/personal/erasure.ts'
import type { lineWords } from '#domain/personal/words.zh.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Words = typeof lineWords
type Line = { on: Day | null; what: string; note: string | null }
type Found = { at: Date | string | null; a: string | null; b: string | null; c: string | null }

/** A query of three texts and a day, and how a row of it reads. */
type Source = { part: DataPart; rows: RawBuilder<Found>; read?: (row: Found, words: Words) => [string, string | null] }

const joined = (...texts: (string | null)[]): string | null => texts.filter(Boolean).join(' · ') || null

/** What is read of each part; the tables are those of `plan.ts`. */
const sources = (branchId: number, ids: readonly Id[]): Source[] => {
  const theirs = sql`branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[])`
  return [
    {
      part: 'file',
      rows: sql`select since as at, purpose as a, state as b, until::text as c from consent where ${theirs}`,
      read: ({ a, b, c }, words) => [
        `${words.consent[a ?? ''] ?? a}: ${b === 'given' ? words.given : words.refused}`,
        c && words.until(c),
      ],
    },
    {
      part: 'file',
      rows: sql`select seen_on as at, what as a, competitor as b, source as c from sighting where ${theirs}`,
    },
    { part: 'file', rows: sql`select seen_on as at, what as a, null as b, null as c from market_note where ${theirs}` },
    {
      part: 'file',
      rows: sql`select on_day as at, what as a, points::text as b, null as c from points_entry where ${theirs}`,
    },
    {
      part: 'file',
      rows: sql`select as_of as at, attributes::text as a, null as b, null as c from attribute_snapshot where ${theirs}`,
    },
    {
      part: 'people',
      rows: sql`select last_met_on as at, name as a, concat_ws(' · ', title, department, phone) as b, note as c
        from contact_person where ${theirs}`,
    },
    {
      part: 'numbers',
      rows: sql`select null::date as at, coalesce(number, kind) as a, concat_ws(' · ', holder_name, user_name) as b, product as c
        from member where ${theirs}`,
    },
    { part: 'numbers', rows: sql`select until as at, product as a, note as b, null as c from holding where ${theirs}` },
    {
      part: 'photos',
      rows: sql`select taken_on as at, caption as a, media as b, null as c from customer_photo where ${theirs}`,
      read: ({ a, b }, words) => [a ?? words.photo, b],
    },
    {
      part: 'contacts',
      rows: sql`select at, channel as a, said as b, concat_ws(' · ', note, finding) as c from touch where ${theirs}`,
      read: ({ a, b, c }, words) => [words.channels[a ?? ''] ?? a ?? '', joined(b, c)],
    },
    {
      part: 'contacts',
      rows: sql`select starts_at as at, way as a, place as b, reason as c from appointment where ${theirs}`,
      read: ({ a, b, c }, words) => [words.channels[a ?? ''] ?? a ?? '', joined(b, c)],
    },
    { part: 'ledgers', rows: sql`select due_at as at, what as a, null as b, null as c from promise where ${theirs}` },
    {
      part: 'ledgers',
      rows: sql`select said_on as at, what as a, agreed_wording as b, concat_ws(' · ', origin, feeling, uncertain) as c
        from expectation where ${theirs}`,
    },
    {
      part: 'ledgers',
      rows: sql`select said_on as at, what as a, null as b, null as c from small_wish where ${theirs}`,
    },
    {
      part: 'ledgers',
      rows: sql`select asked_at as at, what as a, answer as b, null as c from hand_over where ${theirs}`,
    },
    {
      part: 'ledgers',
      rows: sql`select on_day as at, what as a, asked_of as b, null as c from represented where ${theirs}`,
    },
    {
      part: 'cases',
      rows: sql`select opened_at as at, what as a, said as b, concat_ws(' · ', answer, felt) as c
        from service_case where ${theirs}`,
    },
    {
      part: 'forms',
      rows: sql`select on_day as at, key as a, (select string_agg(v #>> '{}', ' · ')
        from jsonb_path_query(answers, 'strict $.* ? (@.type() == "string")') as v) as b, null as c
        from form where ${theirs} and not own`,
    },
    {
      part: 'surveys',
      rows: sql`select on_day as at, asks as a, matter || ' ' || score as b, words as c from survey_answer where ${theirs}`,
      read: ({ a, b, c }, words) => [
        a === 'expected' ? words.expected : a === 'experienced' ? words.experienced : words.satisfied,
        joined(b, c),
      ],
    },
    { part: 'surveys', rows: sql`select said_on as at, words as a, null as b, null as c from thanks where ${theirs}` },
    { part: 'surveys', rows: sql`select done_at as at, line as a, null as b, null as c from care_act where ${theirs}` },
    {
      part: 'keeping',
      rows: sql`select left_on as at, line as a, l.reason as b, null as c from loss_line l
        join customer_loss on customer_loss.branch_id = l.branch_id and customer_loss.id = l.loss_id
        where customer_loss.branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[])`,
      read: ({ a }) => [a ?? '', null],
    },
    {
      part: 'figures',
      rows: sql`select null::date as at, month::text as a, (sum(amount_fen) / 100.0)::numeric(14, 2)::text as b, null as c
        from bill where ${theirs} group by month order by month desc`,
      read: ({ a, b }, words) => [words.bill(monthText(a), b ?? ''), null],
    },
    {
      part: 'figures',
      rows: sql`select null::date as at, month::text as a, tier as b, round((risk * 100)::numeric)::text as c
        from standing where ${theirs} order by month desc limit 12`,
      read: ({ a, b, c }, words) => [words.standing(monthText(a), b ?? '—', c === null ? '—' : `${c} %`), null],
    },
    {
      part: 'log',
      rows: sql`select at, action as a, params ->> 'reason' as b, null as c from audit_event where ${theirs}
        and action in ('number.revealed', 'personal.exported', 'personal.viewed')`,
      read: ({ a, b }, words) => [words.looked[a ?? ''] ?? a ?? '', b],
    },
  ]
}

const monthText = (month: string | null): string => `${month?.slice(0, 4)}-${month?.slice(4)}`

/** What is kept of these customers in lines, the newest first; those without a day as they came. */
export const linesFrom = async (
  db: Db,
  caller: Caller,
  ids: readonly Id[],
  words: Words,
): Promise<Map<DataPart, Line[]>> => {
  const found = new Map<DataPart, Line[]>()
  for (const { part, rows, read = plain } of sources(caller.branchId, ids)) {
    const lines = (await rows.execute(db)).rows.map((row): Line => {
      const [what, note] = read(row, words)
      return { on: dayOf(row.at, caller.timeZone), what, note: note || null }
    })
    found.set(part, [...(found.get(part) ?? []), ...lines])
  }
  for (const lines of found.values()) lines.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : a.on === b.on ? 0 : -1))
  return found
}

const plain = ({ a, b, c }: Found): [string, string | null] => [a ?? '', joined(b, c)]

const dayOf = (at: Date | string | null, timeZone: string): Day | null =>
  at === null ? null : typeof at === 'string' ? at.slice(0, 10) : dayIn(at, timeZone)
