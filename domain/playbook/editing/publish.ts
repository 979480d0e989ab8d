import type { Day } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Playbook } from '../definition.ts'

/** Why a playbook may not be published or put out of use. */
export type PublishFacts = {
  /** The draft still has something to mend. */
  'draft.unsound': { problems: number }
  /** Two people wrote the same place, and nobody has chosen yet. */
  'draft.clashes': { clashes: number }
  /** Nothing differs from what is in use. */
  'draft.same': Readonly<Record<string, never>>
  /** What it plans for another day is to be done by a playbook that is not in use. */
  'task.nowhere': { playbook: string }
  /** Every contact without a playbook of its own is led by this one. */
  'playbook.needed': Readonly<Record<string, never>>
  /** Another playbook plans it for another day. */
  'playbook.planned': { zh: string; en: string }
}

/** Those a contact falls back on when none is made for it; without them somebody would stand there without a step. */
const needed: readonly string[] = ['service-cycle', 'care-call']

/** A draft as the next edition: reviewed by who publishes it, on the day they do. `last` is the highest number there has been. */
export const nextEdition = (draft: Playbook, last: number, by: string, today: Day): Playbook => ({
  ...draft,
  version: last + 1,
  reviewer: { zh: by, en: by },
  reviewed: today,
})

/** Plans that lead nowhere: a task whose playbook is neither this one nor in use. */
export const plannedNowhere = (
  draft: Playbook,
  inUse: readonly string[],
): (Said<PublishFacts> & { code: 'task.nowhere' })[] =>
  [...new Set((draft.tasks ?? []).map(({ playbook }) => playbook))]
    .filter((key) => key !== draft.id && !inUse.includes(key))
    .map((playbook) => ({ code: 'task.nowhere', params: { playbook } }))

/** Why a playbook cannot be put out of use; none when it can. */
export const whyNotStop = (key: string, others: readonly Playbook[]): Said<PublishFacts>[] => {
  if (needed.includes(key)) return [{ code: 'playbook.needed', params: {} }]
  return others
    .filter(({ id, tasks = [] }) => id !== key && tasks.some(({ playbook }) => playbook === key))
    .map(({ title }) => ({ code: 'playbook.planned', params: { ...title } }))
}
