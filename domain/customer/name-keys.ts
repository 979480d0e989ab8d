import { type NameOf, readingsOf, sortKeyOf } from './name.ts'
import { bigramsOf, plainText } from './name-text.ts'
import { simplified } from './simplified.ts'

/**
 * What is stored beside a name so that it is found and ordered alike by every engine. Made on the server only: the two dictionaries behind
 * it (400 kB) never reach the browser.
 */
export type SearchKeys = {
  /** Simplified, without width, case, accents, spaces and punctuation. */
  plain: string
  /** Single characters and bigrams of `plain`, for a GIN index. */
  pieces: string[]
  /** First letters of the reading, one entry for each plausible one: 单立人 → slr, dlr, clr. */
  initials: string[]
  /** The readings spelt out without tones, most likely first: shanliren, danliren, … */
  spellings: string[]
  /** See `nameSortKey`. */
  sortKey: string
}

/** Enough for every real name; a hostile one of many ambiguous characters must not multiply without end. */
const MOST_READINGS = 24

/** Every way to read the words in a row, the likely reading of each first. */
const combined = (choices: readonly (readonly string[])[]): string[] => {
  let rows = ['']
  for (const choice of choices) {
    const several = [...new Set(choice)]
    const kept = rows.length * several.length <= MOST_READINGS ? several : several.slice(0, 1)
    rows = rows.flatMap((row) => kept.map((each) => row + each))
  }
  return rows.filter((row) => row !== '')
}

/** The keys a name is found and ordered by; empty for a name without letters or digits [P-34]. */
export const searchKeysOf = (name: string, of: NameOf = 'person'): SearchKeys => {
  const reads = readingsOf(name, of)
  const plain = simplified(plainText(name))
  return {
    plain,
    pieces: [...new Set([...plain, ...bigramsOf(plain)])],
    initials: combined(reads.map((read) => read.readings.map((reading) => [...reading][0] ?? ''))),
    spellings: combined(reads.map((read) => read.readings)),
    sortKey: sortKeyOf(reads),
  }
}
