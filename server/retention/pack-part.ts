import { sql } from 'kysely'
import { basename } from 'node:path'
import type { z } from 'zod'
import { OfferShape } from '#api/offer.ts'
import { ok } from '#domain/kernel/result.ts'
import { readYaml } from '#domain/playbook/yaml.ts'
import type { Db } from '#server/db/pool.ts'
import { branchFiles, hashOf, overlaid } from '#server/playbook/branch-files.ts'
import { type PackPart, type PartInUse } from '#server/playbook/pack-part.ts'
import { OfferFileShape } from './load-offers.ts'

/** A file of offers has no head: its name is all that is said over them. */
type OfferFile = z.output<typeof OfferFileShape> & { id: string }
type Offer = OfferFile['offers'][number]

const offersInUse = async (db: Db, branchId: number): Promise<PartInUse<OfferFile>[]> => {
  const [own, changed] = await Promise.all([
    packsOwn(db),
    db.selectFrom('branch_offer').select(['key', 'definition']).where('branch_id', '=', branchId).execute(),
  ])
  const hashes = new Map(own.map(({ pack, name, ownHash }) => [`${pack}/${name}`, ownHash]))
  const branch = (await branchFiles(db, branchId, 'offers')).map(({ pack, name, definition }) => ({
    pack,
    name,
    file: { ...(definition as OfferFile), id: name },
    ownHash: hashes.get(`${pack}/${name}`) ?? null,
  }))
  const ours = new Map(changed.map(({ key, definition }) => [key, OfferShape.parse(definition)]))
  return overlaid<PartInUse<OfferFile>>(own, branch, ({ pack, name }) => `${pack}/${name}`).map((one) => ({
    ...one,
    file: { ...one.file, offers: one.file.offers.map((offer) => ({ ...offer, ...ours.get(offer.id) })) },
  }))
}

const packsOwn = async (db: Db): Promise<PartInUse<OfferFile>[]> => {
  const { rows } = await sql<{ pack: string; family: string; offers: Offer[] }>`
    select pack, family, jsonb_agg(definition || jsonb_build_object('id', key) order by key) as offers
      from pack_offer group by pack, family order by pack, family`.execute(db)
  return rows.map(({ pack, family, offers }) => {
    const file = { id: family, offers }
    return { pack, name: family, file, ownHash: hashOf(file) }
  })
}

const byId = (offers: readonly Offer[]): Offer[] => offers.toSorted((a, b) => (a.id < b.id ? -1 : 1))

export const offersPart: PackPart<OfferFile> = {
  kind: 'offers',
  parse: (file, text) => {
    const read = readYaml(file, text, OfferFileShape)
    return read.ok ? ok({ ...read.value.value, id: basename(file, '.yaml') }) : read
  },
  inUse: offersInUse,
  titleOf: ({ id }) => ({ zh: id, en: id }),
  versionOf: () => 0,
  withVersion: (file) => file,
  bodyOf: ({ offers }) => ({ offers }),
  headOf: () => ({}),
  entriesOf: ({ offers }) => byId(offers).map((offer) => ({ id: offer.id, title: offer.name, content: offer })),
  names: { within: 'branch', of: ({ offers }) => offers.map(({ id }) => id) },
  leavingWords: ({ offers }) => offers.map(({ name }) => name),
  // what came is what is offered: changes of the branch's own to these are in the record
  taken: async (trx, caller, _at, _pack, file, before) => {
    const keys = [...file.offers, ...(before?.offers ?? [])].map(({ id }) => id)
    await trx.deleteFrom('branch_offer').where('branch_id', '=', caller.branchId).where('key', 'in', keys).execute()
  },
}
