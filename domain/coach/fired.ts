/** Sums go up in steps, so that nobody sees one rise after a colleague's call. */
const STEP = 5

/** Of fewer writers a figure could be laid at one person's door. */
const LEAST_WRITERS = 3

/** Marks of a rule in a month, how many were taken, and how many people they were made for. */
export type Fired = { rule: string; marked: number; taken: number; writers: number }

/** How often a rule fired, as a lead may see it: sums in steps of five, and none that could tell of somebody [H-42]. */
export const shownToLeads = ({
  rule,
  marked,
  taken,
  writers,
}: Fired): { rule: string; marked: number | null; taken: number | null } =>
  marked < STEP || writers < LEAST_WRITERS
    ? { rule, marked: null, taken: null }
    : { rule, marked: stepped(marked), taken: stepped(taken) }

const stepped = (count: number): number => count - (count % STEP)

/** What became of a mark: the other form taken, waved away, rewritten in own words, or left as it was. */
export const hitEnds = ['taken', 'waved', 'rewritten', 'left'] as const
export type HitEnd = (typeof hitEnds)[number]
