import { sql } from 'kysely'
import type { z } from 'zod'
import type { Received, Reply } from '#api/endpoint.ts'
import { type offerEndpoints, OfferShape } from '#api/offer.ts'
import type { Offer } from '#domain/retention/offer.ts'
import { LEAST_OFFERS, type PastOffer, successOf } from '#domain/retention/offer-success.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { refuseUnlawful } from '#server/guard/check.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Endpoints = typeof offerEndpoints
type Written = z.output<typeof OfferShape>
type Current = Written & { key: string; version: number | null; changedBy: string | null }

/** The offers a branch works with: its own over a pack's, by name; of a pack's file that came to the branch as one, what stands in that. */
const currentOffers = async (db: Db, branchId: number): Promise<Current[]> => {
  const { rows } = await sql<{ key: string; definition: unknown; version: number | null; name: string | null }>`
    with came as (
      select pack, name, definition from branch_pack_file where branch_id = ${branchId} and kind = 'offers'),
    p as (
      select key, definition from pack_offer o
       where not exists (select from came where came.pack = o.pack and came.name = o.family)
      union all
      select offer ->> 'id', offer - 'id' from came, jsonb_array_elements(came.definition -> 'offers') offer)
    select coalesce(own.key, p.key) as key, coalesce(own.definition, p.definition) as definition, own.version, own.name
      from p
      full join (
        select o.key, o.definition, o.version, s.name from branch_offer o
          join staff s on s.branch_id = o.branch_id and s.id = o.set_by
         where o.branch_id = ${branchId}) own on own.key = p.key
     order by 1`.execute(db)
  return rows.flatMap(({ key, definition, version, name }) => {
    const read = OfferShape.safeParse(definition)
    return read.success ? [{ ...read.data, key, version, changedBy: name }] : []
  })
}

const offerOf = ({ key, costFen, benefitFen, ...offer }: Current): Offer => ({
  id: key,
  name: offer.name,
  way: offer.way,
  kinds: offer.kinds,
  answers: offer.answers,
  cost: costFen,
  benefit: benefitFen,
  months: offer.months,
  addsTermMonths: offer.addsTermMonths,
  openTo: 'alike',
  from: offer.from,
  until: offer.until,
  campaign: offer.campaign,
})

/** The same as the rules know them. */
export const offersOf = async (db: Db, branchId: number): Promise<Offer[]> =>
  (await currentOffers(db, branchId)).map(offerOf)

/** What became of every customer who was made an offer; `stayed` is null until they were asked again. */
export const pastOffers = async (db: Db, branchId: number): Promise<PastOffer[]> => {
  const rows = await db
    .selectFrom('retention_offering')
    .select(['offer_key', 'way', 'kind', 'tier', 'sensitivity', 'stayed'])
    .where('branch_id', '=', branchId)
    .where('made', '=', true)
    .execute()
  return rows.map(({ offer_key, ...row }) => ({ offerId: offer_key, ...row }))
}

export const listOffers = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/offers']>> => {
  const past = await pastOffers(db, caller.branchId)
  const everybody = { kind: 'person', tier: null, sensitivity: null } as const
  const rows = (await currentOffers(db, caller.branchId)).map((offer) => {
    const own = past.filter(({ offerId }) => offerId === offer.key).map((each) => ({ ...each, ...everybody }))
    const { stayed, of, rate } = successOf(offer.key, own, everybody, LEAST_OFFERS)
    return { ...offer, success: { stayed, of, rate } }
  })
  return { rows, mayChange: reachOf(caller.roles, 'retention.rule') !== null }
}

/** Makes an offer or changes one; whose last day is past, it is no longer among those that can be made. */
export const putOffer = async (
  db: Db,
  caller: Caller,
  now: Date,
  key: string,
  { offer, baseVersion }: Received<Endpoints['PUT /api/offers/:key']>['body'],
): Promise<{ version: number }> => {
  await refuseUnlawful(db, caller, now, { what: `offer/${key}`, texts: [offer.name.zh, offer.name.en] })
  return inTransaction(db, async (trx) => {
    const definition = JSON.stringify(offer)
    const values = { definition, set_by: caller.staffId, set_at: now }
    const written = await trx
      .insertInto('branch_offer')
      .values({ branch_id: caller.branchId, key, ...values })
      .onConflict((on) =>
        on
          .columns(['branch_id', 'key'])
          .doUpdateSet((eb) => ({ ...values, version: eb('branch_offer.version', '+', 1) }))
          .where('branch_offer.version', '=', baseVersion ?? 0),
      )
      .returning('version')
      .executeTakeFirst()
    if (!written) return fail('record.conflict')
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'offer.set',
      entity: 'branch_offer',
      version: written.version,
      params: { key, value: definition },
    })
    return written
  })
}
