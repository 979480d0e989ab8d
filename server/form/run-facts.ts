import type { FactValue } from '#domain/form/prefill.ts'
import { formWaysEn } from '#domain/form/ways.en.ts'
import { formWaysZh } from '#domain/form/ways.zh.ts'
import type { Text } from '#domain/playbook/field.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import { summaryOf } from '#domain/playbook/summary.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { eventsOf } from '#server/playbook/events.ts'
import { playbookOf } from '#server/playbook/load.ts'
import { requireRun } from '#server/playbook/require-run.ts'
import { matterOf } from '#server/playbook/subject.ts'
import { namesOf } from '#server/staff/names.ts'
import { bothWays, type Known } from './known.ts'

/** What a contact has to say for a form: when, how, what for, what was said and promised. */
export const runFormFacts = async (db: Db, caller: Caller, runId: string): Promise<Known> => {
  const run = await requireRun(db, caller, runId)
  const playbook = await playbookOf(db, run.playbook_hash)
  const state = reduceRun(playbook, await eventsOf(db, { branchId: caller.branchId, runId }))
  const summary = summaryOf(playbook, state)
  const occasions = (run.occasion ?? []) as { kind: string; recordId: string }[]
  const [matter, names] = await Promise.all([
    matterOf(db, caller.branchId, occasions),
    namesOf(db, caller.branchId, [run.staff_id]),
  ])
  const from = wallClockAt(summary.touch?.from ?? run.started_at, caller.timeZone)
  const to = summary.touch?.to ? wallClockAt(summary.touch.to, caller.timeZone) : null
  const owner = names.get(run.staff_id) ?? ''
  const purposes = (playbook.purposes ?? []).filter(({ id }) => summary.purposes.includes(id)).map(({ title }) => title)
  const exceptions = playbook.steps.flatMap((step) =>
    step.checks.filter(({ id }) => summary.exceptions.includes(`${step.id}.${id}`)).map(({ label }) => label),
  )
  const opinions = [...summary.needs, ...summary.expectations].map(({ text }) => text)
  const single: Record<string, FactValue> = {
    'run.day': from.day,
    'run.from': clockText(from.minute),
    ...(to && { 'run.to': clockText(to.minute) }),
    'run.way': bothWays(({ channels }) => channels[run.channel]),
    ...(purposes.length > 0 && { 'run.purposes': together(purposes) }),
    ...(summary.touch?.notes && { 'run.notes': summary.touch.notes }),
    ...(summary.needs.length > 0 && {
      'run.needs': bothWays(({ point }) => summary.needs.map(({ text }) => text).join(point)),
    }),
    ...(summary.expectations.length > 0 && {
      'run.expected': bothWays(({ point }) => summary.expectations.map(({ text }) => text).join(point)),
    }),
    ...(summary.followUp && { 'run.next': `${summary.followUp.day} ${summary.followUp.about}`.trim() }),
    ...(summary.appointment && {
      'run.next': `${summary.appointment.day} ${summary.appointment.time}`,
      'meeting.day': summary.appointment.day,
      'meeting.time': summary.appointment.time,
      'meeting.place': summary.appointment.place,
    }),
    ...(summary.goal && { 'run.goal': bothWays(({ goals }) => goals[summary.goal ?? 'no']) }),
    ...(summary.visit.gained && { 'run.gained': summary.visit.gained }),
    ...(summary.visit.lacking && { 'run.lacking': summary.visit.lacking }),
    ...(exceptions.length > 0 && { 'run.exceptions': together(exceptions) }),
    ...(matter?.what && { 'subject.what': matter.what }),
    ...(matter?.day && { 'subject.day': matter.day }),
    ...(matter?.place && { 'subject.place': matter.place }),
  }
  return {
    single,
    rows: {
      'run.promises': summary.promises.map(({ what, dueDay }) => ({ what, by: dueDay, owner })),
      'run.opinions': opinions.map((what) => ({ what, owner: run.staff_id })),
    },
  }
}

const together = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join(formWaysZh.point),
  en: texts.map(({ en }) => en).join(formWaysEn.point),
})
