import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { reachOf } from '#domain/staff/scope.ts'
import type { Absence } from '#domain/worklist/absence.ts'
import type { Db } from '#server/db/pool.ts'

const why = { leave: 'leave', shift: 'shift', training: 'course' } as const

/** Who works here, who of them keeps a list of their own, and who is away now, soon or was until lately. */
export const colleaguesOf = async (db: Db, branchId: number, today: Day) => {
  const [staff, absences] = await Promise.all([
    db
      .selectFrom('staff')
      .select(['id', 'name', 'roles'])
      .where('branch_id', '=', branchId)
      .where('active', '=', true)
      .execute(),
    db
      .selectFrom('absence')
      .select(['staff_id', 'from_day', 'to_day', 'kind'])
      .where('branch_id', '=', branchId)
      .where('to_day', '>=', addDays(today, -14))
      .execute(),
  ])
  return {
    names: new Map(staff.map(({ id, name }) => [id, name])),
    /** They have a Today: what they owe stands on their own list. */
    keepers: new Set(staff.filter(({ roles }) => reachOf(roles, 'contact.run') !== null).map(({ id }) => id)),
    absences: absences.map((row): Absence => ({
      staffId: row.staff_id,
      from: { day: row.from_day, minute: 0 },
      until: { day: addDays(row.to_day, 1), minute: 0 },
      why: why[row.kind],
    })),
  }
}

export type Colleagues = Awaited<ReturnType<typeof colleaguesOf>>

/** Those away today or whose absence begins before the next working day has passed. */
export const awayAround = ({ absences }: Colleagues, today: Day): Id[] =>
  absences.filter(({ from, until }) => from.day <= addDays(today, 4) && until.day > today).map(({ staffId }) => staffId)
