import type { Id } from '#domain/kernel/id.ts'
import type { WorkAct } from './acts.ts'
import { meetingOf, meetingRecord } from './from-appointments.ts'
import { promiseRecord } from './from-ledgers.ts'
import { keyOf } from './occasion.ts'
import type { WorkItem } from './rank.ts'
import { deadlineOf, minutesBetween } from './wall.ts'

/**
 * The promises of a row that come due before it returns: the customer was told of another day for them, so the ledger
 * has to say that day too. Others of the same customer keep theirs.
 */
export const promisesPutOff = (item: WorkItem, act: WorkAct): Id[] => {
  if (act.act !== 'snoozed' || !act.told) return []
  const { until } = act
  return [item.headline, ...item.others]
    .filter((each) => each.kind === 'promise' && minutesBetween(deadlineOf(each.due), until) > 0)
    .map(({ recordId }) => recordId.slice(0, recordId.indexOf('/')))
}

/** The meetings of a row that were to begin before it returns: the customer agreed to another time for them [S-34]. */
export const meetingsPutOff = (item: WorkItem, act: WorkAct): Id[] => {
  if (act.act !== 'snoozed' || !act.told) return []
  const { until } = act
  return [item.headline, ...item.others]
    .filter((each) => each.kind === 'appointment' && minutesBetween(deadlineOf(each.due), until) > 0)
    .map(({ recordId }) => meetingOf(recordId))
}

/** What the moved ones will be known by: the decision covers them on their new day as well, or they would be back at once. */
export const keysOfMoved = (item: WorkItem, act: WorkAct, newDue: Date): string[] => [
  ...promisesPutOff(item, act).map((id) => keyOf({ kind: 'promise', recordId: promiseRecord(id, newDue) })),
  ...meetingsPutOff(item, act).map((id) => keyOf({ kind: 'appointment', recordId: meetingRecord(id, newDue) })),
]
