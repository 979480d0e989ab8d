import type { customerPhotoEndpoints } from '#api/customer-photo.ts'
import type { Reply } from '#api/endpoint.ts'
import { mostPhotoBytes, mostPhotoSide, photoKeptDays, type PhotoSubject, takesPhotos } from '#domain/customer/photo.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { dropPicture, keepPicture, openPicture, type PictureFolder } from '#server/adapters/picture/folder.ts'
import { type CleanPicture, cleanPicture } from '#server/adapters/picture/picture.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { lockCustomer } from './lock.ts'
import { requirePhotoRoom } from './photo-room.ts'
import { parts, type WantedPart, writePart } from './parts.ts'
import { requireCustomer } from './show.ts'

type Place = { id: string; photoId: string }
type Moment = { at: Date; today: Day }
type Photos = Reply<(typeof customerPhotoEndpoints)['GET /api/customers/:id/photos']>

/** Pictures of a place, the newest first; what was put away is left out. */
export const photosOf = async (db: Db, caller: Caller, id: string): Promise<Photos> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const rows = await db
    .selectFrom('customer_photo')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'customer_photo.branch_id').onRef('staff.id', '=', 'customer_photo.noted_by'),
    )
    .selectAll('customer_photo')
    .select('staff.name as noted_by_name')
    .where('customer_photo.branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('taken_on', 'desc')
    .orderBy('customer_photo.id', 'desc')
    .execute()
  return {
    photos: rows.map((row) => ({
      id: row.id,
      version: row.version,
      subject: row.subject,
      caption: row.caption,
      takenOn: row.taken_on,
      width: row.width,
      height: row.height,
      notedBy: row.noted_by_name,
    })),
  }
}

/**
 * Adds a picture. It is kept without whatever the camera wrote beside it; a file that is no picture, or half of one, is refused.
 * Sent twice under one id it is one picture.
 */
export const takePhoto = async (
  db: Db,
  folder: PictureFolder,
  caller: Caller,
  moment: Moment,
  { id, photoId }: Place,
  { subject, takenOn }: { subject: PhotoSubject; takenOn?: Day | undefined },
  body: ReadableStream<Uint8Array> | null,
): Promise<{ version: number }> => {
  const customer = await requireCustomer(db, caller, id, 'customer.write')
  if (!takesPhotos(customer.kind)) return refuse('photo.of_person', {})
  const known = await photoRow(db, caller, photoId)
  if (known) return known.customer_id === id ? { version: known.version } : fail('record.not_found')
  await sweep(db, folder, caller, moment.today)
  await requirePhotoRoom(db, caller.branchId, id)
  const day = takenOn && takenOn < moment.today ? takenOn : moment.today
  const picture = pictureIn(await received(body))
  await inTransaction(db, async (trx) => {
    await lockCustomer(trx, caller.branchId, id)
    await requirePhotoRoom(trx, caller.branchId, id)
    await trx
      .insertInto('customer_photo')
      .values({
        branch_id: caller.branchId,
        id: photoId,
        customer_id: id,
        subject,
        taken_on: day,
        media: picture.media,
        bytes: picture.bytes.length,
        width: picture.width,
        height: picture.height,
        noted_by: caller.staffId,
        added_at: moment.at,
      })
      .execute()
    await audit(trx, caller.branchId, caller.staffId, moment.at, {
      action: 'photo.added',
      entity: 'photo',
      entityId: photoId,
      customerId: id,
      version: 1,
      changes: [
        { field: 'subject', before: null, after: subject },
        { field: 'takenOn', before: null, after: day },
      ],
      params: { source: 'visit' },
    })
    // Last: an id that was taken meanwhile has ended this before another picture's file is written over.
    await keepPicture(folder, caller.branchId, photoId, picture.bytes)
  })
  return { version: 1 }
}

/** Says what a picture shows, puts it away or brings it back; only one that is there can be changed. */
export const changePhoto = async (
  db: Db,
  caller: Caller,
  moment: Moment,
  place: Place,
  wanted: WantedPart,
): Promise<{ version: number }> => {
  await requireCustomer(db, caller, place.id, 'customer.write')
  if (!(await photoRow(db, caller, place.photoId))) return fail('record.not_found')
  return writePart(db, caller, moment, parts.photos, place.id, place.photoId, wanted)
}

/** The picture itself, under a name that says nothing of the customer. */
export const photoFile = async (
  db: Db,
  folder: PictureFolder,
  caller: Caller,
  { id, photoId }: Place,
): Promise<FileReply> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const row = await photoRow(db, caller, photoId)
  const bytes = row?.customer_id === id && (await openPicture(folder, caller.branchId, photoId))
  if (!row || !bytes) return fail('record.not_found')
  return { bytes, contentType: row.media, fileName: `${row.taken_on}.${row.media.slice('image/'.length)}` }
}

const photoRow = (db: Db, caller: Caller, photoId: string) =>
  db
    .selectFrom('customer_photo')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', photoId)
    .executeTakeFirst()

type Code = 'photo.of_person' | 'photo.unreadable' | 'photo.too_wide'
const refuse = (code: Code, params: Record<string, number>): never =>
  fail('rule.refused', { reasons: [{ code, params }] })

const pictureIn = (bytes: Uint8Array): CleanPicture => {
  const picture = cleanPicture(bytes) ?? refuse('photo.unreadable', {})
  const side = Math.max(picture.width, picture.height)
  return side > mostPhotoSide ? refuse('photo.too_wide', { most: mostPhotoSide }) : picture
}

/** The whole body, never more than a picture may have. */
const received = async (body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > mostPhotoBytes) return fail('request.too_large', { params: { bytes: mostPhotoBytes } })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Pictures put away long ago go for good, file and row: they can no longer be brought back. */
const sweep = async (db: Db, folder: PictureFolder, caller: Caller, today: Day): Promise<void> => {
  const rows = await db
    .deleteFrom('customer_photo')
    .where('branch_id', '=', caller.branchId)
    .where('removed_at', '<', new Date(addDays(today, -photoKeptDays)))
    .returning('id')
    .execute()
  for (const { id } of rows) await dropPicture(folder, caller.branchId, id)
}
