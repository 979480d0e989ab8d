import { type RawBuilder, sql } from 'kysely'
import type { Role } from '#domain/staff/role.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type SeatRow = {
  branch_id: number
  staff_id: string
  name: string
  roles: Role[]
  time_zone: string
  locked: boolean
  unit_ids: string[]
}

/** The person a sign-in belongs to, as a caller; null for one who left. */
export const seatBehind = (db: Db, authUserId: string, sessionId: string): Promise<Caller | null> =>
  seatWhere(db, sql`s.auth_user_id = ${authUserId}`, sessionId)

/** A person as a caller, for work that goes on after their request: what they may do is asked anew. Null for one who left. */
export const seatOfStaff = (db: Db, branchId: number, staffId: string): Promise<Caller | null> =>
  seatWhere(db, sql`s.branch_id = ${branchId} and s.id = ${staffId}`, '')

const seatWhere = async (db: Db, is: RawBuilder<unknown>, sessionId: string): Promise<Caller | null> => {
  const { rows } = await sql<SeatRow>`
    with recursive below as (
      select u.branch_id, u.id from unit u join staff s on s.branch_id = u.branch_id and s.unit_id = u.id
      where ${is}
      union all
      select u.branch_id, u.id from unit u join below b on u.branch_id = b.branch_id and u.parent_id = b.id
    )
    select s.branch_id, s.id as staff_id, s.name, s.roles, b.time_zone,
      coalesce((select l.locked from seat_session l
        where l.branch_id = s.branch_id and l.session_id = ${sessionId}), false) as locked,
      array(select id::text from below) as unit_ids
    from staff s join branch b on b.id = s.branch_id
    where ${is} and s.active`.execute(db)
  const seat = rows[0]
  if (!seat) return null
  return {
    branchId: seat.branch_id,
    staffId: seat.staff_id,
    name: seat.name,
    roles: seat.roles,
    unitIds: seat.unit_ids,
    sessionId,
    locked: seat.locked,
    timeZone: seat.time_zone,
  }
}
