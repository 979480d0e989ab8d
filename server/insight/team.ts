import { sql } from 'kysely'
import type { insightEndpoints } from '#api/insight.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { coveredGroups, coverageIn } from './coverage.ts'
import { firstToSee } from './first.ts'
import { notesOn, openPeople } from './own-first.ts'
import { promisesIn } from './promises.ts'
import { type Asked, spanOf } from './span.ts'
import { spreadOf } from './spread.ts'
import { keepingIn, valueIn } from './value.ts'
import { welcomeIn } from './welcome.ts'
import { customersOf, teamOf, unitsToSee } from './whose.ts'
import { workloadNow } from './workload.ts'

export type Team = Reply<(typeof insightEndpoints)['GET /api/team']>

/** A month of a team. What is at hand is always of now; what was done is of the month. */
export const showTeam = async (db: Db, caller: Caller, asked: Asked, unitId?: Id): Promise<Team> => {
  const { span, now, today } = asked
  const units = await unitsToSee(db, caller)
  const whose = await teamOf(db, caller, units, unitId)
  const unit = whose.unit?.id ?? null
  const groups = await coveredGroups(db, caller, whose, span.through)
  const [welcome, promises, coverage, value, keeping, workload, open, { customers }] = await Promise.all([
    welcomeIn(db, caller, whose, span, today),
    promisesIn(db, caller, whose, span, now, today),
    coverageIn(db, caller, groups, { unit, day: span.through }),
    valueIn(db, caller, whose, span.month),
    keepingIn(db, caller, span.month),
    workloadNow(db, caller, whose, { now, today }),
    openPeople(db, caller.branchId, whose, span.month, today),
    customersOf(db, caller, whose)
      .select(sql<number>`count(*)::int`.as('customers'))
      .executeTakeFirstOrThrow(),
  ])
  const { records, period, figures } = promises
  return {
    ...spanOf(asked),
    unit: whose.unit && { id: whose.unit.id, name: whose.unit.name },
    units: units.map(({ id, name }) => ({ id, name })),
    people: whose.people.length,
    customers,
    promises: figures,
    coverage,
    welcome,
    ...value,
    keeping,
    workload,
    spread: await spreadOf(db, caller, whose, span.month, { records, period, now }, open),
    notes: await notesOn(db, caller.branchId, open, span.month),
    first: await firstToSee(db, caller, whose, { now, today }, workload.overloaded.numerator),
  }
}
