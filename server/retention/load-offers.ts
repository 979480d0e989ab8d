import { basename, join } from 'node:path'
import { z } from 'zod'
import { OfferShape } from '#api/offer.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { readYaml } from '#domain/playbook/yaml.ts'
import { yamlFiles } from '#server/adapters/yaml-files.ts'
import type { Db } from '#server/db/pool.ts'
import { packFolders } from '#server/playbook/pack.ts'
import { addProblems } from '#server/playbook/problems.ts'

export const OfferFileShape = z.strictObject({
  offers: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{2,60}$/), ...OfferShape.shape })).min(1),
})

/**
 * Loads `<pack>/offers/*.yaml` of every pack, after the packs themselves [R-08]. A file with a problem is left out, and what was loaded of it
 * before goes on being offered; its problems stand with the pack's own.
 */
export const loadOffers = async (db: Db, content: string, at: Date): Promise<Problem[]> => {
  const problems: Problem[] = []
  for (const folder of await packFolders(content)) problems.push(...(await loadFolder(db, folder, at)))
  return problems
}

const loadFolder = async (db: Db, folder: string, at: Date): Promise<Problem[]> => {
  const pack = basename(folder)
  const problems: Problem[] = []
  for (const { name, file, text } of await yamlFiles(join(folder, 'offers'))) {
    const read = readYaml(file, text, OfferFileShape)
    if (!read.ok) problems.push(...read.error)
    else
      for (const { id, ...offer } of read.value.value.offers)
        await store(db, { pack, family: basename(name, '.yaml') }, id, offer, at)
  }
  await addProblems(db, pack, problems)
  return problems
}

type Place = { pack: string; family: string }

const store = async (db: Db, place: Place, key: string, offer: z.output<typeof OfferShape>, at: Date) => {
  const now = { ...place, definition: JSON.stringify(offer), loaded_at: at }
  await db
    .insertInto('pack_offer')
    .values({ key, ...now })
    .onConflict((on) => on.column('key').doUpdateSet(now))
    .execute()
}
