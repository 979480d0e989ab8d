import { sql } from 'kysely'
import type { Day } from '#domain/kernel/day.ts'
import type { Role } from '#domain/staff/role.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { tellsFor } from './absence.ts'

/** A first start: nobody can sign in yet. */
export const setupNeeded = async (db: Db): Promise<boolean> => {
  const someone = await db
    .selectFrom('staff')
    .select('id')
    .where('auth_user_id', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return !someone
}

export type BranchHere = { is: 'empty' } | { is: 'demo' | 'own'; name: string }

/** The branch that lies here, as whoever starts it wants to hear; of several the first. */
export const branchHere = async (db: Db): Promise<BranchHere> => {
  if (await setupNeeded(db)) return { is: 'empty' }
  const branch = await db.selectFrom('branch').select(['name', 'demo_password']).orderBy('id').executeTakeFirst()
  return branch ? { is: branch.demo_password === null ? 'own' : 'demo', name: branch.name } : { is: 'empty' }
}

/** A made-up city has hundreds; the others sign in by typing. */
const MOST_OFFERED = 40

/**
 * The demo's accounts, unit by unit, in each those with most customers first, offered at sign-in; there are none in a branch that
 * isn't the demo.
 */
export const demoAccounts = async (
  db: Db,
): Promise<{ code: string; name: string; unitName: string; roles: Role[]; password: string }[]> => {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('branch', 'branch.id', 'staff.branch_id')
    .innerJoin('unit', (on) =>
      on.onRef('unit.branch_id', '=', 'staff.branch_id').onRef('unit.id', '=', 'staff.unit_id'),
    )
    .select(['staff.code', 'staff.name', 'unit.name as unit_name', 'staff.roles', 'branch.demo_password'])
    .where('staff.auth_user_id', 'is not', null)
    .where('branch.demo_password', 'is not', null)
    .orderBy('unit.code')
    .orderBy(
      (eb) =>
        eb
          .selectFrom('customer')
          .select((count) => count.fn.countAll().as('kept'))
          .whereRef('customer.branch_id', '=', 'staff.branch_id')
          .whereRef('customer.manager_id', '=', 'staff.id'),
      'desc',
    )
    .orderBy('staff.code')
    .limit(MOST_OFFERED)
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    unitName: row.unit_name,
    roles: row.roles,
    password: row.demo_password ?? '',
  }))
}

/** Who sits here, for the shell. */
export const seatOf = async (db: Db, caller: Caller) => {
  const row = await db
    .selectFrom('staff')
    .innerJoin('unit', (on) =>
      on.onRef('unit.branch_id', '=', 'staff.branch_id').onRef('unit.id', '=', 'staff.unit_id'),
    )
    .innerJoin('branch', 'branch.id', 'staff.branch_id')
    .select([
      'staff.id',
      'staff.code',
      'staff.name',
      'staff.short_name',
      'staff.roles',
      'staff.seat',
      'staff.pin_hash',
      'staff.work_phone',
    ])
    .select(['unit.name as unit_name', 'branch.name as branch_name', 'branch.time_zone', 'branch.as_of'])
    .where('staff.branch_id', '=', caller.branchId)
    .where('staff.id', '=', caller.staffId)
    .executeTakeFirstOrThrow()
  return {
    staff: {
      id: row.id,
      code: row.code,
      name: row.name,
      shortName: row.short_name,
      roles: row.roles,
      unitName: row.unit_name,
      seat: row.seat,
      hasPin: row.pin_hash !== null,
      workPhone: row.work_phone,
    },
    branch: { id: caller.branchId, name: row.branch_name, timeZone: row.time_zone, demo: row.as_of !== null },
  }
}

export const colleagues = async (db: Db, caller: Caller) => {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('unit', (on) =>
      on.onRef('unit.branch_id', '=', 'staff.branch_id').onRef('unit.id', '=', 'staff.unit_id'),
    )
    .select(['staff.id', 'staff.name', 'staff.short_name', 'staff.roles', 'staff.active', 'staff.unit_id'])
    .select('unit.name as unit_name')
    .where('staff.branch_id', '=', caller.branchId)
    .orderBy('staff.name_sort')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    roles: row.roles,
    unitName: row.unit_name,
    active: row.active,
    mayTellAbsence: tellsFor(caller, { id: row.id, unitId: row.unit_id }),
  }))
}

/** Everyone with what an administrator sets, and what is in their hands. */
export const peopleOf = async (db: Db, branchId: number) => {
  const { rows } = await sql<{
    id: string
    code: string
    name: string
    shortName: string
    roles: Role[]
    unitId: string
    seat: string | null
    active: boolean
    canSignIn: boolean
    secondStep: boolean
    customers: number
    openPromises: number
  }>`
    select s.id, s.code, s.name, s.short_name as "shortName", s.roles, s.unit_id as "unitId", s.seat, s.active,
      s.auth_user_id is not null as "canSignIn",
      exists (select from second_step t where t.branch_id = s.branch_id and t.staff_id = s.id
        and t.confirmed_at is not null) as "secondStep",
      (select count(*)::int from customer c where c.branch_id = s.branch_id and c.manager_id = s.id
        and c.merged_into is null) as customers,
      (select count(*)::int from promise p where p.branch_id = s.branch_id and p.owner_id = s.id
        and p.state = 'open') as "openPromises"
    from staff s where s.branch_id = ${branchId} order by s.active desc, s.name_sort, s.id`.execute(db)
  return rows
}

export const unitsWithPeople = async (db: Db, branchId: number) => {
  const { rows } = await sql<{ id: string; code: string; name: string; parentId: string | null; people: number }>`
    select u.id, u.code, u.name, u.parent_id as "parentId",
      (select count(*)::int from staff s where s.branch_id = u.branch_id and s.unit_id = u.id and s.active) as people
    from unit u where u.branch_id = ${branchId} order by u.code`.execute(db)
  return rows
}

/** Absences that are not over yet. */
export const absencesFrom = async (db: Db, caller: Caller, today: Day) => {
  const rows = await db
    .selectFrom('absence')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'absence.branch_id').onRef('staff.id', '=', 'absence.staff_id'),
    )
    .select(['absence.id', 'absence.staff_id', 'staff.name', 'absence.from_day', 'absence.to_day', 'absence.kind'])
    .select('staff.unit_id')
    .where('absence.branch_id', '=', caller.branchId)
    .where('absence.to_day', '>=', today)
    .orderBy('absence.from_day')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    staffName: row.name,
    fromDay: row.from_day,
    toDay: row.to_day,
    kind: row.kind,
    mayChange: tellsFor(caller, { id: row.staff_id, unitId: row.unit_id }),
  }))
}
