import type { Guest, GuestMove } from './guest.ts'

/** What a filed contact shows of a guest. */
export type RunSeen = {
  playbook: string
  /** Somebody was spoken to; `connected` also where the contact then ended as missed. */
  reached: boolean
  connected: boolean
  missed: string | null
  /** The playbooks of what it left to be done. */
  leaves: readonly string[]
  /** Steps a branch passed over, and checks done as `step.check`. */
  passedOver: readonly string[]
  checks: readonly string[]
}

/**
 * How a contact moves a guest [S-05]: an invitation that leads to the day itself was accepted, one that passed over the confirming was
 * declined, any other that reached somebody was heard; on the day the check at the door says who came, and the ending who did not.
 */
export const moveOfRun = (run: RunSeen): GuestMove | null => {
  if (run.playbook === 'event-invite') {
    if (!run.reached) return null
    if (run.leaves.includes('event-day')) return 'accepted'
    return run.passedOver.includes('confirm') ? 'declined' : 'invited'
  }
  if (run.playbook !== 'event-day') return null
  if (run.checks.includes('receive.came')) return 'came'
  return run.connected && run.missed === 'noAnswer' ? 'absent' : null
}

/** What a contact showed stands, also where nobody could have pressed it: it was said or seen. */
export const afterRun = (guest: Guest, move: GuestMove): Guest => {
  if (move === 'came' || move === 'absent') return { ...guest, came: move === 'came' }
  return move === 'accepted' || move === 'declined' || move === 'invited' ? { answer: move, came: null } : guest
}
