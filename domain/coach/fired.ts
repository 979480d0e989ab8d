/** With fewer marks in a month a figure could be laid at one person's door. */
const LEAST_SHOWN = 5

export type Fired = { rule: string; marked: number; taken: number }

/** How often a rule fired, as a lead may see it: sums only, and none so small that it tells of somebody [H-42]. */
export const shownToLeads = ({
  rule,
  marked,
  taken,
}: Fired): { rule: string; marked: number | null; taken: number | null } =>
  marked < LEAST_SHOWN ? { rule, marked: null, taken: null } : { rule, marked, taken }

/** What became of a mark: the other form taken, waved away, rewritten in own words, or left as it was. */
export const hitEnds = ['taken', 'waved', 'rewritten', 'left'] as const
export type HitEnd = (typeof hitEnds)[number]
