import { bothWordings } from './said-before.ts'

/** A need in the customer's words; `joins` is the line on record it belongs to. `explicit`: they said it has to change [H-28]. */
export type HeardNeed = { text: string; joins?: string; explicit: boolean }

export type NeedsOnRecord = { implied: readonly string[]; explicit: readonly string[] }

/**
 * The needs on record with those heard in a contact. A need that became explicit leaves the implied ones with all it was called there; an
 * explicit one stays explicit, whatever is added to it. Filing the same contact again changes nothing.
 */
export const withNeedsHeard = (record: NeedsOnRecord, heard: readonly HeardNeed[]): NeedsOnRecord =>
  heard.reduce(withNeed, record)

const withNeed = ({ implied, explicit }: NeedsOnRecord, need: HeardNeed): NeedsOnRecord => {
  const stood = lineFor(explicit, need)
  if (stood !== null) return { implied, explicit: joined(explicit, stood, need) }
  const line = lineFor(implied, need)
  if (!need.explicit) return { implied: joined(implied, line, need), explicit }
  return {
    implied: implied.filter((one) => one !== line),
    explicit: [...explicit, line === null ? need.text.trim() : bothWordings(line, need.text.trim())],
  }
}

/** The line a need belongs to: the one it joins, by its words as they were or, filed again, with ours in them already. */
const lineFor = (lines: readonly string[], { text, joins }: HeardNeed): string | null => {
  const words = text.trim()
  return (
    lines.find((line) => line === (joins ?? words)) ??
    (joins === undefined ? null : lines.find((line) => line.includes(words))) ??
    null
  )
}

const joined = (lines: readonly string[], line: string | null, { text }: HeardNeed): string[] => {
  const words = text.trim()
  if (line !== null) return lines.map((one) => (one === line ? bothWordings(one, words) : one))
  return words === '' ? [...lines] : [...lines, words]
}
