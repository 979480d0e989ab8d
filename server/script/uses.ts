import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { scriptEndpoints } from '#api/script.ts'
import { ANSWERED_WITHIN_DAYS } from '#domain/script/outcome.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Uses = Reply<(typeof scriptEndpoints)['GET /api/scripts/uses']>

/** What came of each wording over the whole branch. Sums only: it is words that are compared, not people. */
export const scriptUses = async (db: Db, caller: Caller): Promise<Uses> => {
  const { rows } = await sql<Uses['uses'][number]>`
    select w.script, w.wording,
      count(*) filter (where not written)::int as spoken,
      count(*) filter (where not written and t.reached and t.outcome is distinct from 'refused')::int as talked,
      count(*) filter (where not written and w.meeting)::int as met,
      count(*) filter (where not written and w.accepted)::int as accepted,
      count(*) filter (where written)::int as written,
      count(*) filter (where written and exists (
        select from touch back where back.branch_id = t.branch_id and back.customer_id = t.customer_id
          and back.direction = 'passive' and back.at > t.at
          and back.at <= t.at + make_interval(days => ${ANSWERED_WITHIN_DAYS})))::int as answered
    from touch_words w
    join touch t on t.branch_id = w.branch_id and t.id = w.touch_id
    cross join lateral (select t.channel in ('message', 'mail') as written) as way
    where w.branch_id = ${caller.branchId}
    group by w.script, w.wording
    order by w.script, w.wording`.execute(db)
  return { uses: rows }
}
