// Made by `node scripts/run.mjs tables` from the migrations; do not edit.
import type { Generated } from 'kysely'

type WeixiMigrationTable = {
  number: number
  name: string
  checksum: string
  applied_at: Generated<Date>
}

export type Tables = {
  weixi_migration: WeixiMigrationTable
}
