import type { Reply } from '#api/endpoint.ts'
import type { roundEndpoints } from '#api/round.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { streetOf } from '#domain/customer/market-note.ts'
import type { Day } from '#domain/kernel/day.ts'
import { ROUND } from '#domain/round/answers.ts'
import { shopDaysOf } from '#domain/round/days.ts'
import { marksOfDay } from '#domain/round/marks.ts'
import { orderedOf } from '#domain/round/goods.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { fittingFor } from '#server/playbook/fitting.ts'
import { countedOn } from './counted.ts'
import { keepersOf, keptTo, ordersOf, promisesTo } from './known.ts'
import { lastCounts, lastRounds, roundsOn, walked } from './rounds.ts'
import { roundStandard } from './setting.ts'

import { type Stop, stopsOf } from './stops.ts'

type FieldDay = Reply<(typeof roundEndpoints)['GET /api/field-days/:day']>

/**
 * All it takes for a day of outlets, in one answer, so that it can be taken along where there is no network. The statements do not grow
 * with the number of outlets.
 */
export const fieldDay = async (db: Db, caller: Caller, now: Date, day: Day): Promise<FieldDay> => {
  const { branchId } = caller
  const own = await roundsOn(db, caller, day, caller.staffId)
  const stops = await stopsOf(
    db,
    caller,
    day,
    own.map(({ customer_id }) => customer_id),
  )
  const outlets = await outletsOf(db, caller, stops)
  const ids = outlets.map(({ id }) => id)
  const [runs, last, counts, orders, promises, kept, keepers, counted, standard] = await Promise.all([
    walked(db, branchId, own),
    lastRounds(db, caller, day, ids),
    lastCounts(db, caller, day, ids),
    ordersOf(db, branchId, day, ids),
    promisesTo(db, caller, ids),
    keptTo(db, caller, day, ids),
    keepersOf(db, branchId, ids),
    countedOn(db, caller, day, caller.staffId),
    roundStandard(db, branchId),
  ])
  return {
    day,
    readAt: now.toISOString(),
    playbook: await roundPlaybook(db, branchId, outlets[0]?.unit_id ?? null),
    outlets: stops.flatMap(({ customerId, place, ...stop }) => {
      const outlet = outlets.find(({ id }) => id === customerId)
      if (!outlet) return []
      const { id, name, kind, address_form, dossier } = outlet
      const run = runs.find((one) => one.run.customer_id === id)
      return [
        {
          ...stop,
          customer: { id, name, kind, calledBy: calledBy({ name, addressForm: address_form }) },
          keeper: keepers.get(id) ?? null,
          street: streetOf(dossier['address']),
          marketType: textOf(dossier['marketType']),
          placed: place !== null || outlet.placed,
          allocationLevel: typeof dossier['allocationLevel'] === 'number' ? dossier['allocationLevel'] : null,
          openHours: textOf(dossier['openHours']),
          days: shopDaysOf(dossier, day),
          ordered: orderedOf(orders.get(id) ?? []),
          promises: promises.get(id) ?? [],
          kept: kept.get(id) ?? null,
          last: last.get(id) ?? null,
          counts: counts.get(id) ?? {},
          run: run
            ? {
                id: run.run.id,
                startedAt: run.run.started_at.toISOString(),
                finishedAt: run.run.finished_at?.toISOString() ?? null,
                events: run.events,
              }
            : null,
        },
      ]
    }),
    standard,
    marks: marksOfDay(standard, day),
    counted,
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)

/** Outlets of the day the caller may call on. */
const outletsOf = async (db: Db, caller: Caller, stops: readonly Stop[]) => {
  if (stops.length === 0) return []
  const rows = await customersWithin(db, caller, 'contact.run')
    .leftJoin('customer_place', (on) =>
      on
        .onRef('customer_place.branch_id', '=', 'customer.branch_id')
        .onRef('customer_place.customer_id', '=', 'customer.id'),
    )
    .where(
      'customer.id',
      'in',
      stops.map(({ customerId }) => customerId),
    )
    .select([
      'customer.id',
      'customer.name',
      'customer.kind',
      'customer.unit_id',
      'customer.address_form',
      'customer.dossier',
      'customer_place.latitude',
    ])
    .execute()
  return rows.map(({ latitude, dossier, ...row }) => ({
    ...row,
    placed: latitude !== null,
    dossier: dossier as Record<string, unknown>,
  }))
}

/** Outlets of one round are of one unit as good as always; where their packs differ, a run says so when it begins. */
const roundPlaybook = async (db: Db, branchId: number, unitId: string | null): Promise<FieldDay['playbook']> => {
  const fitting = await fittingFor(
    db,
    branchId,
    { kind: 'outlet', unit_id: unitId },
    { direction: 'outbound', channel: 'visit' },
  )
  const round = fitting.find(({ playbook }) => playbook.id === ROUND)
  return round ? { hash: round.hash, definition: round.playbook } : null
}
