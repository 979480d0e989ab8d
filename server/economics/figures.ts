import type { Received } from '#api/endpoint.ts'
import type { economicsEndpoints } from '#api/economics.ts'
import { editFigure, type FigureEdit, figureIds, figureNow } from '#domain/economics/figures.ts'
import { keepOrReplace, type KeepOrReplace } from '#domain/economics/keep-or-replace.ts'
import type { Interval } from '#domain/statistics/interval.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'

type Wanted = Received<(typeof economicsEndpoints)['PUT /api/economics/edits/:id']>['body']

/** Every edit of a branch's figures, oldest first. */
export const editsOf = async (db: Db, branchId: number): Promise<FigureEdit[]> => {
  const rows = await db
    .selectFrom('economics_edit')
    .selectAll()
    .where('branch_id', '=', branchId)
    .orderBy('edited_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ figure, was, became, edited_by, edited_at }) => {
    const id = figureIds.find((each) => each === figure)
    return id ? [{ id, from: was, to: became, by: edited_by, at: edited_at }] : []
  })
}

/** Each figure as it stands, with who changed it from what. */
export const figuresShown = async (db: Db, caller: Caller, edits: readonly FigureEdit[]) => {
  const names = await namesOf(
    db,
    caller.branchId,
    edits.map(({ by }) => by),
  )
  return figureIds.map((id) => ({
    id,
    value: figureNow(id, edits),
    edits: edits
      .filter((edit) => edit.id === id)
      .map(({ from, to, by, at }) => ({ from, to, by: names.get(by) ?? '', at: at.toISOString() }))
      .toReversed(),
  }))
}

/** Keeping beside winning, as far as the branch knows it; `perSave` from a campaign shown to help. */
export const keepingOf = (edits: readonly FigureEdit[], perSave: Interval | null): KeepOrReplace =>
  keepOrReplace(
    {
      perSave,
      winning: null,
      keepEdited: figureNow('costToKeep', edits),
      winEdited: figureNow('costToWin', edits),
    },
    { low: figureNow('winCostsLow', edits) ?? 0, high: figureNow('winCostsHigh', edits) ?? 0 },
  )

/** Sets a figure; sent twice under one id it is one edit. Whoever has not seen the newest value is told so. */
export const setFigure = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { figure, from, to }: Wanted,
): Promise<{ value: number | null }> =>
  inTransaction(db, async (trx) => {
    const { branchId, staffId } = caller
    await trx.selectFrom('branch').select('id').where('id', '=', branchId).forUpdate().execute()
    const edits = await editsOf(trx, branchId)
    const known = await trx
      .selectFrom('economics_edit')
      .select('became')
      .where('branch_id', '=', branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (known) return { value: figureNow(figure, edits) }
    const last = edits.findLast((edit) => edit.id === figure)
    if (figureNow(figure, edits) !== from) {
      const by = last ? ((await namesOf(trx, branchId, [last.by])).get(last.by) ?? '') : ''
      return fail('record.conflict', {
        conflicts: [
          {
            field: figure,
            theirs: String(figureNow(figure, edits) ?? ''),
            yours: String(to ?? ''),
            by,
            at: (last?.at ?? now).toISOString(),
          },
        ],
      })
    }
    const edit = editFigure(edits, { id: figure, to, by: staffId, at: now })
    if (!edit.ok) return fail('rule.refused', { reasons: [edit.error] })
    await trx
      .insertInto('economics_edit')
      .values({ branch_id: branchId, id, figure, was: edit.value.from, became: to, edited_by: staffId, edited_at: now })
      .execute()
    await audit(trx, branchId, staffId, now, {
      action: 'economics.set',
      entity: 'economics_edit',
      entityId: id,
      params: { figure, from: edit.value.from, to },
    })
    return { value: figureNow(figure, [...edits, edit.value]) }
  })
