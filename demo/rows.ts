import { type Insertable, sql } from 'kysely'
import { type Id, newId } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import { chanceOf } from './chance.ts'
import { ENTERED_AT } from './moment.ts'

export const BRANCH = 1

/** A row as it is inserted, its branch left out; json columns take plain values. */
type Row<T extends keyof Tables> = { [K in keyof Omit<Insertable<Tables[T]>, 'branch_id'>]: unknown }

/** Collects rows of every table, so that they can be written at once. */
export type Rows = {
  /** Answers the row, which may still be completed. */
  add: <T extends keyof Tables>(table: T, row: Partial<Row<T>>) => Partial<Row<T>>
  /** An id for a row nobody calls by name. */
  freshId: () => Id
  write: (db: Db) => Promise<void>
  count: (table: keyof Tables) => number
  /** The rows told so far, as the caller knows them to be. */
  all: <R>(table: keyof Tables) => R[]
}

/** The id of somebody or something by its name: always the same. */
export const idOf = (name: string): Id => newId(ENTERED_AT.getTime(), chanceOf(`id ${name}`))

/** Tables in an order in which every row finds what it refers to. */
const ORDER: (keyof Tables)[] = [
  'unit',
  'staff',
  'absence',
  'pack_left_out',
  'customer',
  'customer_key',
  'contact_person',
  'member',
  'holding',
  'sighting',
  'small_wish',
  'consent',
  'bill',
  'usage',
  'outlet_order',
  'points_entry',
  'outlet_evaluation',
  'attribute_snapshot',
  'touch',
  'script_revision',
  'script_live',
  'touch_words',
  'pitch',
  'coach_rule',
  'coach_rule_edition',
  'coach_hit',
  'coach_rule_month',
  'market_note',
  'customer_photo',
  'promise',
  'expectation',
  'service_case',
  'hand_over',
  'survey',
  'survey_answer',
  'survey_sheet',
  'service_change',
  'service_change_asker',
  'represented',
  'care_act',
  'thanks',
  'thanks_to',
  'gratitude',
  'club_event',
  'event_guest',
  'retention_case',
  'retention_event',
  'retention_offering',
  'departure',
  'departure_customer',
  'customer_loss',
  'loss_line',
  'return_talk',
  'campaign',
  'campaign_customer',
  'task',
  'playbook_skill',
  'playbook_draft',
  'playbook_edition',
  'playbook_choice',
  'complaint_limit',
  'service_audit',
  'appointment',
  'welcome',
  'customer_place',
  'form',
  'gift',
  'pulse_count',
  'economics_edit',
  'audit_event',
  'tier_rule',
  'attribute_meaning',
]

const CHUNK = 4000

export const newRows = (): Rows => {
  const tables = new Map<keyof Tables, Record<string, unknown>[]>()
  const random = chanceOf('rows')
  return {
    add: (table, row) => {
      const rows = tables.get(table) ?? []
      tables.set(table, rows)
      const added = { branch_id: BRANCH, ...row }
      rows.push(added)
      return added
    },
    freshId: () => newId(ENTERED_AT.getTime(), random),
    count: (table) => tables.get(table)?.length ?? 0,
    all: <R>(table: keyof Tables) => (tables.get(table) ?? []) as R[],
    write: async (db) => {
      for (const table of tables.keys()) if (!ORDER.includes(table)) throw new Error(`${table} has no place in ORDER`)
      for (const table of ORDER) await writeTable(db, table, tables.get(table) ?? [])
    },
  }
}

/** Rows with the same columns go in one statement, so that a column left out keeps its default. */
const writeTable = async (db: Db, table: keyof Tables, rows: Record<string, unknown>[]): Promise<void> => {
  const shapes = Map.groupBy(rows, (row) => Object.keys(row).sort().join())
  for (const [shape, alike] of shapes) {
    const columns = sql.join(shape.split(',').map((column) => sql.ref(column)))
    for (let from = 0; from < alike.length; from += CHUNK) {
      const chunk = JSON.stringify(alike.slice(from, from + CHUNK))
      await sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${chunk}::jsonb)`.execute(db)
    }
  }
}
