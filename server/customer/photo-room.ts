import { mostPhotos } from '#domain/customer/photo.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'

/** Refuses one more picture where a customer has as many as are kept; those put away do not count. */
export const requirePhotoRoom = async (db: Db, branchId: number, customerId: string): Promise<void> => {
  const { count } = await db
    .selectFrom('customer_photo')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (count >= mostPhotos) fail('rule.refused', { reasons: [{ code: 'photo.too_many', params: { most: mostPhotos } }] })
}
