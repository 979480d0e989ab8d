import type { Id } from '#domain/kernel/id.ts'

/** What decides whether a number stands in full in a contact. `filedBefore`: it was finished once, whatever came after. */
export type NumberHeld = { staffId: Id; startedAt: Date; filedBefore: boolean }

/** A call lasts minutes and a visit hours: an open contact older than this was forgotten. */
const SHOWN_FOR_HOURS = 12

/**
 * Whether the one number of a contact is shown in full. To start a contact is the reason to see it, in either direction and whatever
 * else the reader may do: it shows to the one who holds the contact, from its start to its end. It stays masked once the contact was
 * filed, also when that is opened again to mend what was written, and in one left open over night; outside a contact to see a number is
 * an act of its own, with a reason that is kept. [P-29]
 */
export const showsNumber = ({ staffId, startedAt, filedBefore }: NumberHeld, reader: Id, now: Date): boolean =>
  reader === staffId && !filedBefore && now.getTime() - startedAt.getTime() < SHOWN_FOR_HOURS * 3_600_000
