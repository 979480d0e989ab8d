import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { connectionConfig } from '#server/db/address.ts'
import { isAway } from '#server/db/connect.ts'
import { attachEmbedded } from '#server/db/embedded/supervisor.ts'
import { isTrouble } from '#server/db/trouble.ts'

const LONGEST_AWAY_MS = 60_000

/** Asks the database of a folder past Weixi, as its owner; waits for one that is coming up. */
export const asked = async <Row extends object>(
  data: string,
  query: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  for (const began = performance.now(); ; await wait(100)) {
    try {
      return await once<Row>(data, query, values)
    } catch (error) {
      const away = isAway(error) || isTrouble(error, 'database.not-served')
      if (!away || performance.now() - began > LONGEST_AWAY_MS) throw error
    }
  }
}

const once = async <Row extends object>(data: string, query: string, values: unknown[]): Promise<Row[]> => {
  const client = new pg.Client(connectionConfig(attachEmbedded(data).address))
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(query, values)).rows
  } finally {
    await client.end()
  }
}
