import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import path from 'node:path'
import { DatabaseTrouble } from './trouble.ts'

/** One numbered file of plain SQL. */
export type Migration = { number: number; name: string; file: string; sql: string; checksum: string }

/** Reads `NNNN_name.sql` files in order. The checksum forgives line endings, which git changes on Windows. */
export const readMigrations = (folder: string): Migration[] => {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.sql')) : []
  const migrations = files.sort().map((file) => readMigration(folder, file))
  migrations.forEach(({ number }, place) => {
    if (migrations[place + 1]?.number === number) throw new DatabaseTrouble('migration.same-number', { number })
  })
  return migrations
}

const readMigration = (folder: string, file: string): Migration => {
  const [, digits, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? []
  if (digits === undefined || name === undefined) throw new DatabaseTrouble('migration.bad-name', { file })
  const sql = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n')
  return { number: Number(digits), name, file, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
