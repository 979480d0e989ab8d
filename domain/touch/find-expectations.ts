/** How strongly something is asked: `must` leaves no choice, `avoid` asks for something not to happen, `wish` is hoped for. */
export type ExpectationTone = 'must' | 'avoid' | 'wish'

/** An expectation found in running notes, as a suggestion: the words of the customer stay as spoken. `end` is exclusive. */
export type SpokenExpectation = { text: string; tone: ExpectationTone; start: number; end: number }

const CUES: readonly [ExpectationTone, RegExp][] = [
  ['must', /(?<!不)(?:要求|必须|一定要|务必|非要)|\b(?:must have|demands?|insists?(?: on)?|has to)\b/iu],
  [
    'avoid',
    /(?<![特分级个])别(?!的|人|处|家)|不要(?!紧|求)|不想(?!到)|不希望|不愿意?|以后不许|\b(?:don['’]t want|doesn['’]t want|please don['’]t|do not|no more|stop)\b/iu,
  ],
  [
    'wish',
    /希望|想要?(?!法|到|起|来是)|最好|能不能|可不可以|能否|盼着|期待|巴不得|要是能|\b(?:hopes?|wants?|would like|['’]d like|wish(?:es)?|prefers?|expects?|could you|can you)\b/iu,
  ],
]

/** What we say we will do is a promise, what we recommend a proposal: neither is the customer's wish. */
const OURS =
  /^(?:我们|建议|给您|帮您|为您)|^(?:I|we)['’]?(?:ll| will| would like to (?:offer|thank|help))|(?:想|希望)(?:问|了解|跟|和)(?:一下)?(?:您|你)/iu

/**
 * Finds what the customer wants in running notes, clause by clause: 希望…, 想要…, 最好…, 别再…, 要求…; wants, would like, please don't. Light on
 * purpose: it suggests, a person decides and ranks.
 */
export const findExpectations = (text: string): SpokenExpectation[] => {
  const found: SpokenExpectation[] = []
  for (const clause of text.matchAll(/[^，,。！!？?；;\n.]+/gu)) {
    const said = clause[0]
    const cues = CUES.flatMap(([tone, cue]) => {
      const at = said.search(cue)
      return at < 0 ? [] : [{ tone, at }]
    })
    const first = cues.sort((a, b) => a.at - b.at)[0]
    if (first === undefined || OURS.test(said.trim())) continue
    const words = said.slice(first.at).trimEnd()
    if ([...words].length < 3) continue
    const start = clause.index + first.at
    found.push({ text: words, tone: first.tone, start, end: start + words.length })
  }
  return found
}
