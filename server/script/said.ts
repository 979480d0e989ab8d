import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'
import { currentFiles } from './load.ts'

/** The titles of the library's words that contacts were held with, by contact; words since gone from the library are told by their key. */
export const wordsSaidIn = async (
  db: Db,
  branchId: number,
  touches: readonly Id[],
): Promise<Map<Id, { zh: string; en: string }[]>> => {
  if (touches.length === 0) return new Map()
  const rows = await db
    .selectFrom('touch_words')
    .select(['touch_id', 'script'])
    .where('branch_id', '=', branchId)
    .where('touch_id', 'in', [...touches])
    .orderBy('script')
    .execute()
  if (rows.length === 0) return new Map()
  const titles = new Map<string, { zh: string; en: string }>(
    (await currentFiles(db, branchId)).flatMap(({ pack, kind, file }) =>
      (kind === 'scripts' ? file.scripts : file.texts).map(({ id, title }) => [`${pack}/${id}`, title] as const),
    ),
  )
  const told = rows.map(({ touch_id, script }) => ({
    touch: touch_id,
    title: titles.get(script) ?? { zh: script, en: script },
  }))
  return new Map([...Map.groupBy(told, ({ touch }) => touch)].map(([touch, own]) => [touch, own.map((o) => o.title)]))
}
