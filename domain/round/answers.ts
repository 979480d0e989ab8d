import type { Day } from '#domain/kernel/day.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { Text } from '#domain/playbook/field.ts'
import { stepsOf } from '#domain/playbook/run.ts'
import { checksOf } from '#domain/playbook/progress.ts'
import type { RunState } from '#domain/playbook/state.ts'

/** The procedure a round is walked by, in whatever pack it stands. */
export const ROUND = 'shop-round'

/** What is taken as in order until somebody says otherwise: `name` is `step.check`. */
export type Assumed = { name: string; step: string; check: string; label: Text; exception: Text }

/** The keys of the round screen, in the order of the playbook. */
export const assumedOf = (playbook: Playbook, state: RunState): Assumed[] =>
  stepsOf(playbook, state).flatMap((step) =>
    checksOf(step, state).flatMap(({ id, assumed, label, exception }) =>
      assumed && exception ? [{ name: `${step.id}.${id}`, step: step.id, check: id, label, exception }] : [],
    ),
  )

/** The answers of an earlier round: what was not in order and what was found out. */
export type LastRound = { day: Day; exceptions: string[]; market: Record<string, string>; reached: boolean }

/** How many things were said to differ. */
export const exceptionsIn = (playbook: Playbook, state: RunState): number =>
  assumedOf(playbook, state).filter(({ name }) => !state.checks.includes(name)).length
