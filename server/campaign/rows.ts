import type { Selectable } from 'kysely'
import type { CampaignPlan } from '#domain/retention/campaign.ts'
import { scopeOf } from '#domain/staff/scope.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

export type CampaignRow = Selectable<Tables['campaign']>

export const planOf = ({ share, contact_until, stay_month, read_on }: CampaignRow): CampaignPlan => ({
  share,
  contactUntil: contact_until,
  stayMonth: monthOfNumber(stay_month),
  readOn: read_on,
})

/** Campaigns of the units somebody may run campaigns for, and those they set themselves. */
export const campaignsWithin = (db: Db, caller: Caller) => {
  const scope = scopeOf(caller, 'campaign.run')
  const units = scope.kind === 'units' ? [...scope.unitIds] : []
  return db
    .selectFrom('campaign')
    .where('campaign.branch_id', '=', caller.branchId)
    .where((eb) =>
      scope.kind === 'all'
        ? eb.and([])
        : eb.or([
            eb('campaign.set_by', '=', caller.staffId),
            ...(units.length > 0 ? [eb('campaign.unit_id', 'in', units)] : []),
          ]),
    )
}

/** A campaign the caller may run; not there and not allowed look the same. */
export const requireCampaign = async (
  db: Db,
  caller: Caller,
  id: string,
  { lock = false } = {},
): Promise<CampaignRow> => {
  const row = await campaignsWithin(db, caller)
    .selectAll('campaign')
    .where('campaign.id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? fail('record.not_found')
}
