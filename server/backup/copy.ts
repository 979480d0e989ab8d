import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { PassThrough, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { BackedTable, WrittenFile } from './manifest.ts'
import type { TableToKeep } from './tables.ts'

/** Lets bytes through and remembers their digest. */
const digesting = () => {
  const hash = createHash('sha256')
  const through = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, digest: () => hash.digest('hex') }
}

const named = (client: pg.ClientBase, { schema, name, columns }: TableToKeep): string =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`

/** Writes a table's rows packed into a file; text, so that another version or machine reads it. */
export const copyOut = async (
  client: pg.ClientBase,
  table: TableToKeep,
  file: string,
  shown: string,
): Promise<BackedTable> => {
  const out = client.query(copyTo(`copy ${named(client, table)} to stdout`))
  const contents = digesting()
  const packed = digesting()
  await pipeline(
    out,
    contents.through,
    createGzip({ level: constants.Z_BEST_SPEED }),
    packed.through,
    createWriteStream(file, { mode: 0o600 }),
  )
  const { size } = await stat(file)
  return {
    ...table,
    rows: out.rowCount,
    contents: contents.digest(),
    packed: { file: shown, bytes: size, sha256: packed.digest() },
  }
}

/** Puts a file's rows into a table; answers how many. */
export const copyIn = async (client: pg.ClientBase, table: TableToKeep, file: string): Promise<number> => {
  const into = client.query(copyFrom(`copy ${named(client, table)} from stdin`))
  await pipeline(createReadStream(file), createGunzip(), into)
  return into.rowCount
}

/** The digest of a table's rows as they stand, in the order they were put in. */
export const contentsOf = async (client: pg.ClientBase, table: TableToKeep): Promise<string> => {
  const contents = digesting()
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(client.query(copyTo(`copy ${named(client, table)} to stdout`)), contents.through, nowhere)
  return contents.digest()
}

/** Copies a file, with its size and digest. */
export const copyFile = async (from: string, to: string, shown: string): Promise<WrittenFile> => {
  const { through, digest } = digesting()
  await pipeline(createReadStream(from), through, createWriteStream(to, { mode: 0o600 }))
  return { file: shown, bytes: (await stat(to)).size, sha256: digest() }
}

export const digestOfFile = async (file: string): Promise<string> => {
  const { through, digest } = digesting()
  await pipeline(createReadStream(file), through, new PassThrough().resume())
  return digest()
}
