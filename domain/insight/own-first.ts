import { addDays, addMonths, type Day, type Month } from '#domain/kernel/day.ts'

/** Days after a month's end in which figures about a person belong to that person alone. */
const daysAlone = 5

/** The last day on which a month's figures are only for those they are about. */
export const ownUntil = (month: Month): Day => addDays(`${addMonths(month, 1)}-01`, daysAlone - 1)

/**
 * Whether a person's dot may stand in the distribution a lead sees: once the person has seen it, and so could write a note
 * to it, or when there was time enough to. Nobody hears about an own figure from somebody else first. [P-18]
 */
export const maySee = (seenByOwner: boolean, month: Month, today: Day): boolean =>
  seenByOwner || today > ownUntil(month)
