import { type Selectable, sql } from 'kysely'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { isOfValue } from '#domain/retention/loss.ts'
import { type ReturnTalk, type WinBack, winBackOf } from '#domain/retention/win-back.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import { rulesInForce, ruleVersions } from '#server/portfolio/rules.ts'
import type { Caller } from '#server/http/handler.ts'

export type LossRow = Selectable<Tables['customer_loss']>
export type TalkRow = Selectable<Tables['return_talk']>

/** The visits that followed, in the order of their days. */
export const talksOf = async (db: Db, branchId: number, ids: readonly Id[]): Promise<TalkRow[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('return_talk')
        .selectAll()
        .where('branch_id', '=', branchId)
        .where('loss_id', 'in', ids)
        .orderBy('on_day')
        .orderBy('id')
        .execute()

/** Who of these customers wants no contact, and until when; null has no end. */
const refusersOf = async (db: Db, branchId: number, ids: readonly Id[]): Promise<Map<Id, Day | null>> => {
  const rows = await db
    .selectFrom('consent')
    .select(['customer_id', 'until'])
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', sql<Id>`any(${[...ids]}::uuid[])`)
    .where('purpose', '=', 'any')
    .where('state', '=', 'refused')
    .execute()
  return new Map(rows.map(({ customer_id, until }) => [customer_id, until]))
}

type Kind = 'person' | 'group' | 'outlet'
type Gone = { loss: LossRow; kind: Kind; talks: readonly TalkRow[] }

/** When each is to be visited next, or why not at all; by id of the loss. */
export const winBacksOf = async (
  db: Db,
  { branchId }: Pick<Caller, 'branchId'>,
  gone: readonly Gone[],
  today: Day,
): Promise<Map<Id, WinBack>> => {
  const versions = await ruleVersions(db, branchId)
  const { rules } = rulesInForce(versions, today.slice(0, 7))
  const lowest = (kind: Kind): string | null => rules.kinds[kind]?.bands.at(-1)?.tier ?? null
  const refusers = await refusersOf(
    db,
    branchId,
    gone.map(({ loss }) => loss.customer_id),
  )
  return new Map(
    gone.map(({ loss, kind, talks }) => {
      const until = refusers.get(loss.customer_id)
      const wantsNoContact = until === null || (until !== undefined && until >= today)
      const ofValue = isOfValue(loss.tier, lowest(kind))
      const known = { customerId: loss.customer_id, leftOn: loss.left_on, ofValue, wantsNoContact }
      return [loss.id, winBackOf({ ...known, talks: talks.map(talkOf) })]
    }),
  )
}

const talkOf = ({ on_day, result, ask_again_on }: TalkRow): ReturnTalk =>
  result === 'later' ? { on: on_day, result, askAgainOn: ask_again_on } : { on: on_day, result }
