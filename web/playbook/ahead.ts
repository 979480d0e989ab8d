import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { RunRead } from './use-run.ts'

export type Ahead = Reply<Contract['GET /api/customers/:id/contact-ahead']>
export type Wanted = Request<Contract['PUT /api/runs/:id']>['body']

const AHEAD = 'GET /api/customers/:id/contact-ahead'

/** What was taken along of a contact that is wanted now; null when it was not, or only for another playbook. */
export const aheadFor = (client: QueryClient, wanted: Wanted): Ahead | null => {
  const taken = client
    .getQueriesData<Ahead>({ queryKey: [AHEAD] })
    .flatMap(([, ahead]) => (ahead?.customer.id === wanted.customerId ? [ahead] : []))
    .filter(({ playbook }) => wanted.playbook === undefined || wanted.playbook === playbook.id)
  return taken.find(({ person }) => person?.id === wanted.contactPersonId) ?? taken[0] ?? null
}

/** What speaks against beginning it, as the gate said when it was taken along; nothing once the customer named the time or somebody may go on. */
export const reasonsAgainst = (wanted: Wanted, { gate }: Ahead): Ahead['gate']['reasons'] =>
  wanted.direction === 'inbound' || wanted.agreedTime || wanted.override ? [] : gate.reasons

/** The same wish as it is sent later: when it was begun, and by which definition. */
export const wishLater = ({ playbook: _playbook, ...wanted }: Wanted, ahead: Ahead, startedAt: Date): Wanted => ({
  ...wanted,
  channel: wanted.channel ?? ahead.channel,
  purpose: wanted.purpose ?? ahead.purpose,
  ahead: { startedAt: startedAt.toISOString(), readAt: ahead.readAt, playbook: ahead.hash },
})

/** A contact begun on this device alone, as the server will have it once it hears of it. */
export const runHere = (
  id: Id,
  wanted: Wanted,
  { context, hash, gate: _gate, readAt: _readAt, ...ahead }: Ahead,
  { staff, at }: { staff: { id: Id; name: string }; at: Date },
): RunRead => ({
  ...ahead,
  id,
  direction: wanted.direction,
  channel: wanted.channel ?? ahead.channel,
  purpose: wanted.purpose ?? ahead.purpose,
  occasions: wanted.occasions ?? [],
  startedAt: at.toISOString(),
  finishedAt: null,
  staff: { id: staff.id, name: staff.name },
  revealed: false,
  override: wanted.override ? { by: staff.name, reason: wanted.override.reason } : null,
  events: [
    {
      type: 'started',
      id,
      runId: id,
      actor: staff.id,
      at: at.toISOString(),
      sequence: 1,
      playbook: { id: ahead.playbook.id, version: ahead.playbook.version, hash },
      customerId: ahead.customer.id,
      direction: wanted.direction,
      ...context,
    },
  ],
})
