import type { Action } from '#domain/staff/role.ts'
import type { Tables } from '#server/db/tables.ts'

/**
 * What an endpoint is about, so that who may use it follows from the rules. The access an endpoint names (an action, anyone signed in,
 * anyone at all) stands in the contract; this says which record it reaches for.
 */
export type Claim =
  /** No one record: whoever holds the access (and, where it depends, one of these actions) is let in; the reply is searched for what they may not see. */
  | { about: 'nothing'; holding?: readonly Action[] | undefined }
  /** A row of a table, whose customer must lie within the scope of `within`; the caller’s own rows are theirs whoever the customer is. */
  | ({ about: 'row'; own?: string | undefined } & Filled)
  /** A row that is one person’s: nobody else’s, or within the scope of `within` their lead’s too. */
  | ({ about: 'own'; own: string } & Filled)
  /** A row everybody of the branch with the access may reach. */
  | ({ about: 'branch' } & Filled)

type Filled = {
  table: keyof Tables
  /** Parameter of the path, the query or property of the body → column of the row. */
  at: Readonly<Record<string, string>>
  within?: Action | readonly Action[] | undefined
  /** Which rows will do. */
  where?: string | undefined
  /** Outside the scope it answers without the record rather than refusing. */
  silent?: boolean | undefined
  /** That it is there is no secret: outside the scope it is refused with 403. */
  openly?: boolean | undefined
  /** Within the scope something under the record that is not there, or a further rule, may still answer 404 or 403. */
  partly?: boolean | undefined
}

/** Lets everybody in who holds the access. */
export const everybody: Claim = { about: 'nothing' }

/** Lets in whoever holds one of these besides the access. */
export const whoHolds = (...holding: readonly Action[]): Claim => ({ about: 'nothing', holding })

type More = {
  within?: Action | readonly Action[]
  own?: string
  where?: string
  at?: Record<string, string>
  silent?: true
  openly?: true
  partly?: true
}

/** The row whose id stands in the path. */
export const row = (table: keyof Tables, { at = { id: 'id' }, ...more }: More = {}): Claim => ({
  about: 'row',
  table,
  at,
  ...more,
})

/** A record made anew under an id of the writer’s, about the customer its body names. */
export const aboutCustomer = (more: More = {}): Claim => row('customer', { at: { customerId: 'id' }, ...more })

/** The row whose id stands in the path, and that belongs to one person. */
export const mine = (table: keyof Tables, own: string, more: Omit<More, 'own'> = {}): Claim => ({
  about: 'own',
  table,
  own,
  at: { id: 'id' },
  ...more,
})

/** The row whose id stands in the path, for whoever of the branch holds the access. */
export const branch = (table: keyof Tables, at: Record<string, string> = { id: 'id' }): Claim => ({
  about: 'branch',
  table,
  at,
})
