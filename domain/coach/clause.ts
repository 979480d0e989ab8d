/** A stretch of normal text, end excluded. */
export type Span = { start: number; end: number }

const SENTENCE_END = /[。！？；]/
const CLAUSE_END = /[，：。！？；]/

/** A transcript without punctuation still breathes: before these words a new clause begins, after these one ends. */
const OPENS =
  /^(?:但是|不过|可是|所以|因为|如果|要是|然后|那么|同时|而且|并且|另外|请问|麻烦你?|谢谢|不好意思|对不起|抱歉)/
const CLOSES = /[吗呢吧啊呀啦嘛]$/

/** Longer stretches without a mark are taken apart, so that no rule ever looks at an endless one. */
const LONG_CLAUSE = 24
const LONGEST = 300

/** Sentences with their closing mark; a sentence is never longer than 300 units. */
export const sentencesOf = (text: string): Span[] => cut(text, { start: 0, end: text.length }, SENTENCE_END)

/** The clauses of a sentence, without relying on punctuation [H-38]. */
export const clausesOf = (text: string, sentence: Span): Span[] =>
  cut(text, sentence, CLAUSE_END).flatMap((clause) => breathe(text, clause))

const cut = (text: string, { start, end }: Span, closing: RegExp): Span[] => {
  const spans: Span[] = []
  let from = start
  for (let i = start; i < end; i++) {
    const closes = closing.test(text.charAt(i)) || i + 1 - from >= LONGEST
    if (!closes && i + 1 < end) continue
    spans.push({ start: from, end: i + 1 })
    from = i + 1
  }
  return spans
}

const breathe = (text: string, clause: Span): Span[] => {
  if (clause.end - clause.start <= LONG_CLAUSE || /[a-z]/.test(text.charAt(clause.start))) return [clause]
  const spans: Span[] = []
  let from = clause.start
  for (let i = clause.start + 1; i < clause.end; i++) {
    const ready = i - from >= 4 && clause.end - i >= 2
    if (!ready || !(OPENS.test(text.slice(i, i + 4)) || CLOSES.test(text.charAt(i - 1)))) continue
    spans.push({ start: from, end: i })
    from = i
  }
  return [...spans, { start: from, end: clause.end }]
}

/** The span of a list that holds the place; spans are in order and side by side. */
export const spanAt = (spans: readonly Span[], place: number): Span | undefined =>
  spans.find(({ start, end }) => place >= start && place < end)
