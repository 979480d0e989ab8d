import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Playbook } from '#domain/playbook/definition.ts'
import { withPart } from '#domain/playbook/editing/place.ts'
import { nextEdition } from '#domain/playbook/editing/publish.ts'
import { parsePlaybook } from '#domain/playbook/parse.ts'
import { projectRoot } from '#server/env.ts'
import type { Db } from '#server/db/pool.ts'
import { definitionOf } from '#server/playbook/pack.ts'
import { chanceOf } from './chance.ts'
import { at } from './moment.ts'
import { people, staffId } from './people.ts'
import type { Rows } from './rows.ts'

const PACK = 'telecom'

/** A playbook as the pack's file has it. */
const inFile = (key: string): Playbook => {
  const name = `${key}.yaml`
  const text = readFileSync(path.join(projectRoot(), 'content', PACK, 'playbooks', name), 'utf8')
  const read = parsePlaybook(name, text)
  if (!read.ok) throw new Error(`${name} is not sound`)
  return read.value
}

/** What the VIP group found out on site days and wrote into the playbook; its lead published it. */
const published = (): { edition: Playbook; file: Playbook } => {
  const file = inFile('onsite-day')
  const aim = { zh: `${file.aim.zh}；人多时先登记再办`, en: `${file.aim.en}; with a crowd, write names down first` }
  return { edition: nextEdition({ ...file, aim }, file.version, '顾一鸣', '2026-11-19'), file }
}

/** The edition itself belongs to no branch, as every definition: it is written before the rows that cite it. */
export const keepOwnDefinitions = async (db: Db): Promise<void> => {
  const { hash, text, playbook } = definitionOf(published().edition)
  await db
    .insertInto('playbook')
    .values({
      hash,
      key: playbook.id,
      version: playbook.version,
      definition: text,
      loaded_at: at('11-19 16:20'),
      pack: PACK,
      from_file: false,
    })
    .execute()
}

/** One playbook the branch published itself, one somebody is writing on, and how often each was used. */
export const tellOwnPlaybooks = (rows: Rows): void => {
  const { edition, file } = published()
  const { hash } = definitionOf(edition)
  const { id: key, version } = edition
  const by = { published_by: staffId('gu'), published_at: at('11-19 16:20') }
  rows.add('playbook_edition', { key, version, hash, pack: PACK, ...by })
  const file_hash = definitionOf(file).hash
  rows.add('playbook_choice', {
    key,
    hash,
    pack: PACK,
    file_hash,
    chosen_by: by.published_by,
    chosen_at: by.published_at,
  })
  const trip = inFile('roaming-before-trip')
  const body = withPart(withPart(trip, ['title', 'zh'], '出门前说漫游'), ['aim', 'en'], '')
  rows.add('playbook_draft', {
    key: trip.id,
    body,
    pack: PACK,
    changed_by: staffId('tang'),
    changed_at: at('11-20 17:10'),
  })
  tellUses(rows)
}

const usual = ['care-call', 'service-cycle', 'follow-up', 'birthday', 'points-notice', 'balance-reminder', 'onsite-day']

/** Contacts finished with each, few enough that everybody still sees the words laid out. */
const tellUses = (rows: Rows): void => {
  const random = chanceOf('uses of playbooks')
  for (const { code } of people.filter(({ roles }) => roles.includes('manager')))
    for (const playbook_key of usual) {
      const uses = Math.floor(random() * 8)
      if (uses > 0) rows.add('playbook_skill', { staff_id: staffId(code), playbook_key, uses })
    }
}
