import type { Words } from '#domain/kernel/said.ts'
import type { DatabaseFacts } from './trouble.ts'

export const databaseWordsEn: Words<DatabaseFacts> = {
  'database.no-program': (f) =>
    `No PostgreSQL came with the packages for ${f.platform}. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
  'database.cannot-run': (f) => `PostgreSQL does not run on this machine (${f.program}): ${f.detail}`,
  'database.disk-full': (f) =>
    `The disk is full; PostgreSQL cannot write to ${f.folder}. Free some space and start again.`,
  'database.no-permission': (f) => `No permission for ${f.path}: ${f.detail}`,
  'database.other-owner': (f) =>
    `${f.folder} belongs to account ${f.owner}, but Weixi runs as ${f.account}. Start it as that account, or give the folder to this one (chown -R).`,
  'database.unknown-account': (f) =>
    `This machine lists no account "${f.name}" (/etc/passwd); PostgreSQL needs one to run under.`,
  'database.already-served': (f) =>
    f.process === null
      ? `${f.folder} is already served by another Weixi (out of sight from here, perhaps in another container).`
      : `${f.folder} is already served by another Weixi (process ${f.process}).`,
  'database.not-served': (f) => `No running Weixi serves ${f.folder}.`,
  'database.port-taken': (f) => `Port ${f.port} is taken by another program.`,
  'database.no-memory': (f) => `There is not enough memory for PostgreSQL: ${f.detail}`,
  'database.newer-major': (f) =>
    `${f.folder} was made by PostgreSQL ${f.found}, newer than the ${f.program} in this Weixi. Start it with the newer Weixi.`,
  'database.older-major': (f) =>
    `${f.folder} was made by PostgreSQL ${f.found}; this Weixi brings ${f.program}. Make a backup with the older Weixi, then restore it into a new folder.`,
  'database.damaged': (f) => `${f.folder} is not a whole data folder: ${f.detail}`,
  'database.failed': (f) => `PostgreSQL did not start in ${f.folder}: ${f.detail}`,
  'database.unreachable': (f) => `The database at ${f.address} does not answer: ${f.detail}`,
  'database.sign-in-refused': (f) => `The database at ${f.address} refuses the sign-in in DATABASE_URL: ${f.detail}`,
  'database.no-such': (f) =>
    `There is no database "${f.name}" at ${f.address}. Create it, empty and in UTF8, and start again.`,
  'database.too-old': (f) => `The PostgreSQL at ${f.address} is ${f.found}; Weixi needs ${f.oldest} or newer.`,
  'database.not-utf8': (f) => `The database at ${f.address} stores text as ${f.found}; Weixi needs one made with UTF8.`,
  'migration.bad-name': (f) => `${f.file}: a migration is named NNNN_words_with_underscores.sql.`,
  'migration.same-number': (f) => `Two migrations have the number ${f.number}.`,
  'migration.newer-database': (f) =>
    `The database already has migration ${f.number} (${f.name}); this program knows them up to ${f.program}. Start the newer Weixi.`,
  'migration.missing': (f) => `The database has migration ${f.number} (${f.name}), which this program does not know.`,
  'migration.changed': (f) => `${f.file} was changed after it had run. Put it back and write a new migration.`,
  'migration.out-of-order': (f) =>
    `${f.file} comes before migration ${f.last}, which has already run. Give it a higher number.`,
  'migration.own-transaction': (f) => `${f.file} ends the transaction it runs in; leave begin and commit to Weixi.`,
  'migration.failed': (f) => `${f.file}${f.line === null ? '' : `, line ${f.line}`}: ${f.detail}`,
}
