import { type Playbook, persuades } from '#domain/playbook/definition.ts'
import { holds } from '#domain/playbook/condition.ts'
import { checksOf } from '#domain/playbook/progress.ts'
import type { RunState } from '#domain/playbook/state.ts'
import type { RunSummary } from '#domain/playbook/summary.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { tellRetentionCase } from '#server/retention/from-contact.ts'
import { offersInContact } from '#server/retention/in-contact.ts'
import { derivedId } from './filed.ts'

type Run = { id: string; customer_id: string; direction: 'inbound' | 'outbound'; occasion: unknown }
type Told = { playbook: Playbook; state: RunState; summary: RunSummary; touch: { reached: boolean } | null }

/** A talk about staying, and a contact the customer's retention case asked for, stand in the case without being noted again. */
export const fileRetention = async (
  trx: Db,
  caller: Caller,
  now: Date,
  run: Run,
  { playbook, state, summary, touch }: Told,
): Promise<void> => {
  const persuading = persuades(playbook)
  const occasions = (run.occasion ?? []) as { kind: string }[]
  if (!touch || !(persuading || occasions.some(({ kind }) => kind === 'retention'))) return
  await tellRetentionCase(
    trx,
    caller,
    now,
    {
      customerId: run.customer_id,
      touch: run.id,
      direction: run.direction,
      reached: touch.reached,
      persuading,
      expectations: summary.expectations.map(({ id, joins }) => joins ?? id),
      wayOutTold: wentThroughWayOut(playbook, state),
      offers: await offersInContact(trx, caller.branchId, state.offers),
      offersTakenBack: state.offersTakenBack,
    },
    (part) => derivedId(run.id, part),
  )
}

/** The step of the way out was on the screen, and something of it was ticked as told. */
export const wentThroughWayOut = (playbook: Playbook, state: RunState): boolean => {
  const step = playbook.steps.find(({ id }) => id === playbook.offers?.wayOut)
  if (!step || !holds({ entered: [step.id] }, state)) return false
  const checks = checksOf(step, state)
  return checks.length === 0 || checks.some(({ id }) => state.checks.includes(`${step.id}.${id}`))
}
