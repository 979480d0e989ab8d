import type { Id } from '#domain/kernel/id.ts'
import type { ClockKind } from '#domain/retention/case-clock.ts'
import type { Occasion } from './occasion.ts'
import { wallIn } from './wall.ts'

/** A retention case that waits for something, from its owner or from a lead. */
export type WaitingCase = { id: Id; customerId: Id; asks: ClockKind; dueAt: Date }

/** What a retention case waits for, by its clock; the next thing it waits for is another reason. */
export const retentionOccasion = ({ id, customerId, asks, dueAt }: WaitingCase, timeZone: string): Occasion => ({
  kind: 'retention',
  customerId,
  recordId: `${id}/${asks}/${dueAt.toISOString()}`,
  due: { by: 'minute', ...wallIn(dueAt, timeZone) },
  asks,
})
