import { useEffect, useReducer, useSyncExternalStore } from 'react'
import type { Id } from '#domain/kernel/id.ts'
import type { RunEvent } from '#domain/playbook/event.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import { readEvent } from '#domain/playbook/wire.ts'
import { exceptionsIn } from '#domain/round/answers.ts'
import { outboxNow, subscribeParcels } from '#web/client/parcels.ts'
import type { Seat } from '#web/client/seat.ts'
import { useSeat } from '#web/client/session.tsx'
import { knownOf, recall, subscribe } from '#web/playbook/outbox.ts'
import type { FieldDay, Outlet, Standing } from '#web/round/types.ts'
import { roundOf } from './begin-round.ts'

/** The shops of a day as they stand: what the server has of each round, and what this device has not yet sent. */
export const useRounds = (day: FieldDay | undefined): Standing[] => {
  const seat = useSeat()
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => subscribe(again), [])
  // A round begun without a network is known by what waits.
  useSyncExternalStore(subscribeParcels, outboxNow)
  const ids = (day?.outlets ?? []).map((outlet) => runOf(seat, day, outlet)?.id ?? '').join(' ')
  useEffect(() => {
    for (const id of ids.split(' ')) if (id && !knownOf(id).ready) void recall(seat, id)
  }, [seat, ids])
  return (day?.outlets ?? []).map((outlet) => standingOf(seat, day, outlet))
}

const runOf = (seat: Seat, day: FieldDay | undefined, { run, customer }: Outlet) =>
  run ?? (day ? roundOf(seat, { day: day.day, customerId: customer.id }) : null)

/** What has happened in a shop so far, in any order; nothing before it is begun. */
export const eventsOf = (seat: Seat, day: FieldDay, outlet: Outlet): RunEvent[] => {
  const run = runOf(seat, day, outlet)
  if (!run || !day.playbook) return []
  const { confirmed, waiting } = knownOf(run.id)
  const known = [...run.events, ...confirmed].map(readEvent)
  const own = waiting
    .filter(({ refused }) => refused === null)
    .map(({ event }) => readEvent({ ...event, runId: run.id, actor: seat.staffId, sequence: null }))
  const started = known.some(({ type }) => type === 'started') ? [] : [startedHere(seat, day, outlet, run)]
  return [...started, ...known, ...own]
}

/** The first event of a round the server has not answered yet. */
const startedHere = (
  { staffId }: Seat,
  { playbook }: FieldDay,
  { customer }: Outlet,
  { id, startedAt }: { id: Id; startedAt: string },
): RunEvent => ({
  type: 'started',
  id,
  runId: id,
  actor: staffId,
  at: new Date(startedAt),
  // Whatever else happened within the same moment came after it.
  sequence: 1,
  playbook: {
    id: playbook?.definition.id ?? '',
    version: playbook?.definition.version ?? 0,
    hash: playbook?.hash ?? '',
  },
  customerId: customer.id,
  direction: 'outbound',
  customerKind: customer.kind,
  stage: null,
  skill: 'new',
  lastOutcome: null,
})

const standingOf = (seat: Seat, day: FieldDay | undefined, outlet: Outlet): Standing => {
  const run = runOf(seat, day, outlet)
  if (!run || !day?.playbook) return { outlet, state: null, exceptions: 0, waits: false }
  const { definition } = day.playbook
  const state = reduceRun(definition, eventsOf(seat, day, outlet))
  return {
    outlet,
    state,
    exceptions: state.missed ? 0 : exceptionsIn(definition, state),
    waits: knownOf(run.id).waiting.length > 0,
  }
}

/** How far the day has come to the server: everything, still on its way, or only on this device. Null before anything was written. */
export const savingOf = (shops: readonly Standing[]): 'saved' | 'here' | 'sending' | null => {
  const begun = shops.flatMap(({ state }) => (state?.runId ? [knownOf(state.runId)] : []))
  if (begun.length === 0) return null
  if (begun.some(({ saving, waiting }) => saving === 'here' && waiting.length > 0)) return 'here'
  return begun.some(({ waiting }) => waiting.length > 0) ? 'sending' : 'saved'
}
