import { sql } from 'kysely'
import { covers, reachOf, scopeOf } from '#domain/staff/scope.ts'
import type { Access } from '#api/endpoint.ts'
import type { Action } from '#domain/staff/role.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Claim } from './claim.ts'

type Row = Record<string, unknown> & {
  manager_id: string | null
  backup_id: string | null
  unit_id: string | null
}

/** How a record stands to who asks for it. */
export const relations = [
  'own',
  'backup',
  'unit',
  'elsewhere',
  'theirs',
  'anothers',
  'branch',
  'another branch',
] as const
export type Relation = (typeof relations)[number]

/** A record somebody reaches for, and whether the rules let them. */
export type Target = { relation: Relation; row: Row; admitted: boolean }

/** The rows of the first branch a claim speaks of, with who keeps their customer. */
export const rowsOf = async (db: Db, claim: Claim): Promise<Row[]> => {
  if (claim.about === 'nothing') return []
  const where = sql.raw(claim.where ?? 'true')
  const table = sql.table(claim.table)
  if (claim.about === 'branch') return (await sql<Row>`select * from ${table} where branch_id = 1`.execute(db)).rows
  if (claim.about === 'own')
    return (
      await sql<Row>`
        select t.*, s.id as manager_id, null as backup_id, s.unit_id
        from (select * from ${table} where branch_id = 1 and ${where}) t
        join staff s on s.branch_id = 1 and s.id = t.${sql.ref(claim.own)} order by t.id limit 500`.execute(db)
    ).rows
  const customer = sql.ref(claim.table === 'customer' ? 'id' : 'customer_id')
  const { rows } = await sql<Row>`
    select t.*, c.manager_id, c.backup_id, c.unit_id
    from (select * from ${table} where branch_id = 1 and ${where}) t
    join (select id as c_id, manager_id, backup_id, unit_id, merged_into from customer where branch_id = 1) c on c.c_id = t.${customer}
    where c.merged_into is null order by t.${sql.ref(Object.values(claim.at)[0] ?? 'id')} limit 5000`.execute(db)
  return rows
}

/** One record of each relation there is between this caller and the rows. */
export const targetsFor = (claim: Claim, access: Access, caller: Caller, rows: readonly Row[]): Target[] => {
  const found = new Map<Relation, Target>()
  const holds = access === 'signed-in' || access === 'anyone' || reachOf(caller.roles, access) !== null
  for (const row of rows) {
    const relation = relationOf(claim, caller, row)
    if (found.has(relation)) continue
    found.set(relation, { relation, row, admitted: holds && isAdmitted(claim, access, caller, row, relation) })
  }
  return [...found.values()]
}

const relationOf = (claim: Claim, caller: Caller, row: Row): Relation => {
  if (caller.branchId !== 1) return 'another branch'
  if (claim.about === 'branch') return 'branch'
  if (claim.about === 'own' && row[claim.own] === caller.staffId) return 'theirs'
  if (claim.about === 'own') return row.unit_id !== null && caller.unitIds.includes(row.unit_id) ? 'unit' : 'anothers'
  if (row.manager_id === caller.staffId) return 'own'
  if (row.backup_id === caller.staffId) return 'backup'
  if (row.unit_id !== null && caller.unitIds.includes(row.unit_id)) return 'unit'
  return claim.about === 'row' && claim.own && row[claim.own] === caller.staffId ? 'theirs' : 'elsewhere'
}

const isAdmitted = (claim: Claim, access: Access, caller: Caller, row: Row, relation: Relation): boolean => {
  if (claim.about === 'nothing' || relation === 'another branch') return false
  if (relation === 'branch' || relation === 'theirs') return true
  if (claim.about === 'row' && claim.own && row[claim.own] === caller.staffId) return true
  const within = claim.within ?? (claim.about === 'row' ? (access as Action) : null)
  const owned = { managerId: row.manager_id, backupId: row.backup_id, unitId: row.unit_id }
  return [within ?? []].flat().some((action) => covers(scopeOf(caller, action), owned))
}
