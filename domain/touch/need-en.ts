import { type NeedReading, wordsFrom } from './need.ts'

const CUE =
  /\b(?:wants?|would like|is looking for|looking for|(?:is |are )?interested in|needs?|(?:asks?|asked|inquired?d?) (?:about|for|(?:if|whether) (?:there (?:is|are|was)|we have|we do|we offer)))\s+|['’]d like\s+/iu

/** By these one comes to have something; any other deed is a wish about us, or a step of the work. */
const DEEDS =
  'get|have|buy|order|add|switch|upgrade|change to|install|set up|subscribe|try|rent|renew|open|activate|move to|sign up|extend'
const TO_GET = new RegExp(`^to (?=(?:${DEEDS})\\b)`, 'iu')

const OTHER: readonly RegExp[] = [
  new RegExp(`^to\\b(?! (?:${DEEDS})\\b)`, 'iu'),
  /^(?:(?:an?|the|his|her|their|our|some|another|more|written) )*(?:refund|money|apology|explanation|answer|reply|response|call|callback|visit|invoice|compensation|credit|result|manager|supervisor|complaint|time|word|signature|proof|help|update|status|progress|reason|why|bill|charge|delay|day|hour|week|minute|moment)\b/iu,
  /^(?:\d+|one|two|three|a few|a couple of|about|at least|some) (?:working |more )*(?:day|hour|week|minute|month)/iu,
  /^(?:(?:us|you|it|me|him|this|that|nothing|someone|somebody|no)\b|\w+ing\b)/iu,
]

const LEAVES = /\b(?:cancel|port out|porting|leave|leaving|close (?:the|his|her|their|an?) account|terminate)\b/iu
const SHORT =
  /\b(?:(?:always |keeps? )?(?:runs?|running) out of|not enough|too little|short of)\s+(?!time\b|words\b)[\w -]{3,}/iu
const NEGATED = /(?:n['’]t|\bnot|\bno longer|\bno|\bnever|\bhardly)\s+(?:\w+\s+)?$/iu
const NOT_THEIRS =
  /^\s*(?:and\s+)?(?:I|we|you|it|this|that|there|our|the (?:engineer|technician|system|team|office|branch|order|form|case|request|application)|engineer|technician|please|if)\b|\b(?:you|we|competitor|rival|already|used to|last (?:time|year|month)|recommend\w*|suggest\w*|advise\w*)\b/iu

/** The need in one clause of English; null without one. */
export const needsInEnglish = (said: string): NeedReading | null => {
  if (LEAVES.test(said)) return null
  const short = SHORT.exec(said)
  if (short && !NOT_THEIRS.test(said.slice(0, short.index))) return wordsFrom(said, short.index, 6)
  const match = CUE.exec(said)
  if (match === null) return null
  const before = said.slice(0, match.index)
  const at = match.index + match[0].length
  const rest = said.slice(at)
  if (NEGATED.test(before) || NOT_THEIRS.test(before) || OTHER.some((shape) => shape.test(rest))) return null
  const lead = TO_GET.exec(rest)?.[0].length ?? 0
  return wordsFrom(said, at + lead, 4)
}
