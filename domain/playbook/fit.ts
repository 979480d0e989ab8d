import type { CustomerKind, Direction, OccasionName, Playbook } from './definition.ts'

/** Where a contact is held; a hotline is a telephone too. */
type Channel = NonNullable<Playbook['channels']>[number]

/** A playbook in use. `pack`: which one it comes from; `packKinds`: for whom that pack is, null for everyone. */
export type Offered = { playbook: Playbook; pack: string; packKinds: readonly CustomerKind[] | null }

export type FitAsk = {
  direction: Direction
  customerKind: CustomerKind
  /** Null where it is not yet settled how: then every channel will do. */
  channel: Channel | null
  /** Packs the customer's unit does without. */
  leftOut: ReadonlySet<string>
}

/** Whether a customer may be led by a playbook: its direction, for whom it and its pack are, where it is held, and that the unit uses its pack. */
export const fits = ({ playbook, pack, packKinds }: Offered, ask: FitAsk): boolean =>
  !ask.leftOut.has(pack) &&
  playbook.directions.includes(ask.direction) &&
  (packKinds?.includes(ask.customerKind) ?? true) &&
  (playbook.customerKinds?.includes(ask.customerKind) ?? true) &&
  (ask.channel === null || heldOn(playbook, ask.channel))

const heldOn = ({ channels = ['call'] }: Playbook, channel: Channel): boolean =>
  channels.includes(channel) || (channel === 'hotline' && channels.includes('call'))

/**
 * The playbook made for what brought the customer up, the headline first; a pack for this sort of customer comes before one for all.
 * Null when none is made for any of it.
 */
export const madeFor = <O extends Offered>(fitting: readonly O[], occasions: readonly string[]): O | null => {
  for (const occasion of occasions) {
    const made = fitting.filter(({ playbook }) => playbook.occasions?.includes(occasion as OccasionName))
    const own = made.find(({ packKinds }) => packKinds !== null) ?? made[0]
    if (own) return own
  }
  return null
}
