import { sql } from 'kysely'
import type { CustomerKind } from '#domain/playbook/definition.ts'
import { type FitAsk, fits, type Offered } from '#domain/playbook/fit.ts'
import type { Db } from '#server/db/pool.ts'
import { currentPacks, currentPlaybooks, type Stored } from './load.ts'

export type Fitting = Stored & Offered

type About = { kind: CustomerKind; unit_id: string | null }

/** The playbooks in use that a customer may be led by: by kind, direction and channel, out of the packs the customer's unit works with. */
export const fittingFor = async (
  db: Db,
  branchId: number,
  customer: About,
  ask: Pick<FitAsk, 'direction' | 'channel'>,
): Promise<Fitting[]> => {
  const [playbooks, packs, leftOut] = await Promise.all([
    currentPlaybooks(db, branchId),
    currentPacks(db, branchId),
    packsLeftOut(db, branchId, customer.unit_id),
  ])
  const kindsOf = new Map(packs.map(({ id, about }) => [id, about?.customerKinds ?? null]))
  return playbooks
    .map((stored) => ({ ...stored, packKinds: kindsOf.get(stored.pack) ?? null }))
    .filter((offered) => fits(offered, { ...ask, customerKind: customer.kind, leftOut }))
}

/** Packs a unit does without, itself or because a unit above it does. */
export const packsLeftOut = async (db: Db, branchId: number, unitId: string | null): Promise<Set<string>> => {
  if (unitId === null) return new Set()
  const { rows } = await sql<{ pack: string }>`
    with recursive upwards (id, parent_id) as (
      select id, parent_id from unit where branch_id = ${branchId} and id = ${unitId}
      union
      select u.id, u.parent_id from upwards join unit u on u.branch_id = ${branchId} and u.id = upwards.parent_id)
    select distinct p.pack from upwards join pack_left_out p on p.branch_id = ${branchId} and p.unit_id = upwards.id`.execute(
    db,
  )
  return new Set(rows.map(({ pack }) => pack))
}
