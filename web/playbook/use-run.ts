import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Id } from '#domain/kernel/id.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import type { Happening, RunEvent } from '#domain/playbook/event.ts'
import { mayAppend } from '#domain/playbook/mayAppend.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import type { RunState } from '#domain/playbook/state.ts'
import { readEvent } from '#domain/playbook/wire.ts'
import { refusalWordsEn } from '#domain/playbook/words.en.ts'
import { refusalWordsZh } from '#domain/playbook/words.zh.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { useRead } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'
import { useSeat, useSession } from '#web/client/session.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { notify } from '#web/ui/toast.tsx'
import { confirm, type Known, knownOf, recall, subscribe, write } from './outbox.ts'

export type RunRead = Reply<Contract['GET /api/runs/:id']>
export type Other = Reply<Contract['GET /api/runs/:id/events']>['others'][number]

export type LiveRun = {
  run: RunRead
  state: RunState
  known: Known
  /** Who else has it open. */
  others: readonly Other[]
  today: string
  timeZone: string
  /** Adds what happened if the run allows it now, and answers the events' ids; tells the reason otherwise. */
  act: (...happenings: Happening[]) => string[] | null
}

const ASKED_EVERY_MS = 3000
const refusals = { zh: refusalWordsZh, en: refusalWordsEn }

/** This window's name among those that have the run open. */
const thisWindow = freshId()

/** A contact as it stands: what the server has, what this device has not yet sent, and what other windows add meanwhile. */
export const useRun = (runId: Id): { live: LiveRun | null; error: Refused | null } => {
  const read = useRead('GET /api/runs/:id', { params: { id: runId } })
  const known = useSyncExternalStore(subscribe, () => knownOf(runId))
  const others = useNews(runId, known, read.data !== undefined)
  const { branch, staff } = useSession()
  const seat = useSeat()
  const language = useLanguage()
  useEffect(() => void recall(seat, runId), [seat, runId])
  const run = read.data
  const events = useMemo(() => (run ? eventsOf(run, known) : []), [run, known])
  const state = useMemo(() => (run ? reduceRun(run.playbook, events) : null), [run, events])
  if (!run || !state) return { live: null, error: read.error }
  const act = (...happenings: Happening[]): string[] | null => {
    const refusal = firstRefusal(run, events, happenings, staff.id)
    if (refusal === null) return write(seat, runId, happenings)
    notify({ text: sentence(refusals[language], refusal), tone: 'problem' })
    return null
  }
  const today = dayIn(now(), branch.timeZone)
  return { live: { run, state, known, others, today, timeZone: branch.timeZone, act }, error: null }
}

const eventsOf = (run: RunRead, { confirmed, waiting }: Known): RunEvent[] => [
  ...[...run.events, ...confirmed].map(readEvent),
  ...waiting.filter(({ refused }) => refused === null).map(({ event }) => asEvent(run.id, event)),
]

const asEvent = (runId: Id, event: Known['waiting'][number]['event']): RunEvent =>
  readEvent({ ...event, runId, actor: '', sequence: null })

/** The same rule the server asks, asked before anything is written. */
export const firstRefusal = (
  run: RunRead,
  events: readonly RunEvent[],
  happenings: readonly Happening[],
  actor: Id,
) => {
  let all = events
  for (const happening of happenings) {
    const event = { id: freshId(), runId: run.id, actor, at: now(), sequence: null, ...happening } as RunEvent
    const admission = mayAppend(reduceRun(run.playbook, all), event, run.playbook)
    if (!admission.ok) return admission.error
    all = [...all, event]
  }
  return null
}

/** Asks every few seconds what other windows have added, and who they are. */
const useNews = (runId: Id, known: Known, enabled: boolean): readonly Other[] => {
  const since = known.confirmed.reduce((most, { sequence }) => Math.max(most, sequence ?? 0), 0)
  const news = useRead(
    'GET /api/runs/:id/events',
    { params: { id: runId }, query: { since, window: thisWindow } },
    { enabled, every: ASKED_EVERY_MS, keep: true },
  )
  const events = news.data?.events
  useEffect(() => {
    if (events && events.length > 0) confirm(runId, events)
  }, [events, runId])
  return news.data?.others ?? none
}

const none: readonly Other[] = []
