import type { MissedOutcome } from '#domain/playbook/definition.ts'
import { useMessages } from '#web/ui/messages.ts'
import { contactMessages } from '../messages.ts'
import type { LiveRun } from '../use-run.ts'
import { visitMessages } from './messages.ts'

/** Nobody is rung at a door: at a visit one meets, or does not. */
export const useMeetingWords = ({ run }: LiveRun) => {
  const { before, identity, note, ending } = useMessages(contactMessages)
  const m = useMessages(visitMessages)
  if (run.channel !== 'visit')
    return {
      visit: false,
      connect: before.connect,
      or: before.or,
      outcomes: before.outcomes,
      again: before.again,
      notContact: before.notContact,
      who: identity.who,
      begun: note.connected,
      leftOut: ending.reasons,
    }
  const outcomes: Record<MissedOutcome, string> = { ...before.outcomes, ...m.missed }
  return {
    visit: true,
    connect: m.met,
    or: m.notMet,
    outcomes,
    again: m.again,
    notContact: m.notContact,
    who: m.who,
    begun: m.met,
    leftOut: m.leftOut,
  }
}
