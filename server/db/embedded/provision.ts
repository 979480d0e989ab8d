import pg from 'pg'
import type { Address } from '../address.ts'
import type { EngineState } from './folder.ts'

/** The application's role and database have the product's name, as a given PostgreSQL's would. */
const appName = 'weixi'

export const appAddress = (state: EngineState): Exclude<Address, string> => ({
  host: state.host,
  port: state.port,
  user: appName,
  password: state.appPassword,
  database: appName,
})

/** Makes the application's role and database where they are missing. The role owns its database and nothing else. */
export const provision = async (session: pg.Client, state: EngineState): Promise<void> => {
  const known = await session.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $1) as database`,
    [appName],
  )
  const verb = known.rows[0]?.role ? 'alter' : 'create'
  await session.query(`${verb} role ${appName} login password ${pg.escapeLiteral(state.appPassword)}`)
  if (!known.rows[0]?.database) await session.query(`create database ${appName} owner ${appName}`)
}
