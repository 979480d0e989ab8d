import type { insightEndpoints } from '#api/insight.ts'
import type { Reply } from '#api/endpoint.ts'
import type { ReportFigure, TemplatePlace } from '#domain/insight/report.ts'
import type { Id } from '#domain/kernel/id.ts'
import { SheetError } from '#server/adapters/sheet/failure.ts'
import type { Fill } from '#server/adapters/sheet/fill-codes.ts'
import { fillXlsx, placesIn } from '#server/adapters/sheet/fill-xlsx.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'

type Template = Reply<(typeof insightEndpoints)['PUT /api/team/templates/:id']>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Templates are empty forms; real ones stay far below. */
const MOST_BYTES = 10 * 2 ** 20

/** The caller's own workbooks, by name. */
export const templatesOf = async (db: Db, caller: Caller): Promise<Template[]> => {
  const rows = await db
    .selectFrom('report_template')
    .select(['id', 'file_name', 'places', 'updated_at'])
    .where('branch_id', '=', caller.branchId)
    .where('owner_id', '=', caller.staffId)
    .orderBy('file_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    updatedAt: row.updated_at.toISOString(),
    places: row.places as unknown as TemplatePlace[],
  }))
}

/** Keeps a workbook under an id its owner made; the same id again replaces it. Codes there are none of are marked, not refused. */
export const keepTemplate = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: Id,
  fileName: string,
  file: Uint8Array,
  codes: ReadonlySet<string>,
): Promise<Template> => {
  const places = (await asked(placesIn(file))).map((place) => ({ ...place, known: codes.has(place.code) }))
  if (places.length === 0) return fail('rule.refused', { reasons: [{ code: 'template.noPlaces', params: {} }] })
  await inTransaction(db, async (trx) => {
    const known = await trx
      .selectFrom('report_template')
      .select('owner_id')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (known && known.owner_id !== caller.staffId) return fail('record.exists')
    const values = {
      file_name: fileName,
      file: Buffer.from(file),
      places: JSON.stringify(places),
      updated_at: at,
    }
    await trx
      .insertInto('report_template')
      .values({ branch_id: caller.branchId, id, owner_id: caller.staffId, ...values })
      .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(values))
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'template.kept',
      entity: 'report_template',
      entityId: id,
      params: { fileName, places: places.length },
    })
  })
  return { id, fileName, updatedAt: at.toISOString(), places }
}

export const dropTemplate = async (db: Db, caller: Caller, at: Date, id: Id): Promise<void> => {
  await inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('report_template')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .where('owner_id', '=', caller.staffId)
      .returning('file_name')
      .executeTakeFirst()
    if (gone)
      await audit(trx, caller.branchId, caller.staffId, at, {
        action: 'template.dropped',
        entity: 'report_template',
        entityId: id,
        params: { fileName: gone.file_name },
      })
  })
}

/** The caller's workbook with these figures in their places. What left the house is audited. */
export const fillTemplate = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: Id,
  month: string,
  figures: readonly ReportFigure[],
): Promise<FileReply> => {
  const row = await db
    .selectFrom('report_template')
    .select(['file', 'file_name'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .where('owner_id', '=', caller.staffId)
    .executeTakeFirst()
  if (!row) return fail('record.not_found')
  const bytes = await asked(fillXlsx(row.file, new Map(figures.map((figure) => [figure.code, fillOf(figure)]))))
  await inTransaction(db, (trx) =>
    audit(trx, caller.branchId, caller.staffId, at, {
      action: 'template.filled',
      entity: 'report_template',
      entityId: id,
      params: { fileName: row.file_name, month },
    }),
  )
  return { bytes, contentType: XLSX, fileName: row.file_name.replace(/(\.xls[xm])?$/i, ` ${month}$1`) }
}

const fillOf = ({ unit, value }: ReportFigure): Fill => ({
  value,
  as: unit === 'text' ? 'text' : unit === 'percent' ? 'share' : 'number',
})

/** A file that cannot be read is refused with the reader's own coded reason. */
const asked = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof SheetError) return fail('rule.refused', { reasons: [error.said] })
    throw error
  }
}

/** An upload as bytes, refused once it is too large. */
export const uploaded = async (body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) return fail('request.too_large', { params: { bytes: MOST_BYTES } })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
