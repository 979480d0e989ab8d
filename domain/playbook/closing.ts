/** What stands open at the end of a contact: wordings nobody took or waved away, promises due, required checks left out. */
export type Open = { guesses: number; due: number; missing: number }

/** How filing goes on: at once, after a look at what stands open, or with a reason for what was left out. */
export type Closing = 'file' | 'look' | 'reason' | 'guesses'

/**
 * What filing asks first. A promise is made by a person, never by a machine, so each wording that sounds like one is taken or
 * waved away before anything is filed; then a reason for what was left out; promises due are shown, and stay owed when
 * nothing is said of them. A call that reached nobody only asks about the wordings.
 */
export const closingOf = ({ guesses, due, missing }: Open, reached: boolean): Closing => {
  if (guesses > 0) return 'guesses'
  if (!reached) return 'file'
  if (missing > 0) return 'reason'
  return due > 0 ? 'look' : 'file'
}
