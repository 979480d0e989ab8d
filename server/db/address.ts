/** Where a database is and who asks: a `postgres://` address as given, or the parts of one (`host` may be a socket folder). */
export type Address = string | { host: string; port: number; user: string; password: string; database: string }

/** The same server, another database. */
export const withDatabase = (address: Address, database: string): Address => {
  if (typeof address !== 'string') return { ...address, database }
  const url = new URL(address)
  url.pathname = `/${encodeURIComponent(database)}`
  return url.href
}

/** What `pg` wants to be told. */
export const connectionConfig = (address: Address) =>
  typeof address === 'string' ? { connectionString: address } : address
