import { sql } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import type { Actor } from '#domain/staff/scope.ts'
import type { Role } from '#domain/staff/role.ts'
import type { Db } from '#server/db/pool.ts'

type Person = { id: Id; name: string; roles: Role[]; unitName: string; unitIds: Id[] }

/** Everybody with the units below theirs, so that scopes can be asked of colleagues too. */
export const everybody = async (db: Db, branchId: number): Promise<Person[]> => {
  const { rows } = await sql<Person>`
    with recursive below as (
      select u.id as top, u.id from unit u where u.branch_id = ${branchId}
      union all
      select b.top, u.id from unit u join below b on u.branch_id = ${branchId} and u.parent_id = b.id
    )
    select s.id, s.name, s.roles, u.name as "unitName",
      array(select b.id::text from below b where b.top = s.unit_id) as "unitIds"
    from staff s join unit u on u.branch_id = s.branch_id and u.id = s.unit_id
    where s.branch_id = ${branchId} and s.active order by s.name_sort, s.id`.execute(db)
  return rows
}

/** A colleague as one who asks, so that rules can be asked of them. */
export const actorOf = (branchId: number, { id, roles, unitIds }: Person): Actor => ({
  branchId,
  staffId: id,
  roles,
  unitIds,
})
