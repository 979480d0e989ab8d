import pg from 'pg'
import { connectionConfig } from '#server/db/address.ts'
import { attachEmbedded } from '#server/db/embedded/supervisor.ts'

/** Asks the database of a folder past Weixi, as its owner. */
export const asked = async <Row extends object>(
  data: string,
  query: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const client = new pg.Client(connectionConfig(attachEmbedded(data).address))
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(query, values)).rows
  } finally {
    await client.end()
  }
}
