import type { PromiseKind, Reading } from './promise.ts'

/** Deeds in their bare form (past forms are no promises), the one that counts first. */
const VERBS: readonly [PromiseKind, RegExp][] = [
  ['call', /\b(?:call|ring|phone)\b/iu],
  [
    'visit',
    /\b(?:visit|come (?:over|out|round)|be (?:on site|there|at your)|get (?:an? |the )?(?:engineer|technician|colleague) (?:out|over))\b/iu,
  ],
  [
    'reply',
    /\b(?:get back to|reply|answer|let (?:you|the customer|her|him|them) know|tell you|inform|update|(?:give|have) (?:you )?(?:an? |the )?(?:answer|result|reply|update)s?|hear (?:back )?from us|results?)\b/iu,
  ],
  ['refund', /\b(?:refund(?:ed)?|credit(?:ed)?|reimburse[d]?|pay back|compensate|waive|be back in your account)\b/iu],
  ['deliver', /\b(?:deliver(?:ed)?|restock(?:ed)?|drop(?:\s+\w+){0,3}\s+off)\b/iu],
  ['send', /\b(?:send|e?mail|post|forward|share|issue|be sent|provide)\b/iu],
  [
    'fix',
    /\b(?:fix(?:ed)?|repair(?:ed)?|restore[d]?|resolved?|sort(?:ed)?(?: out)?|correct(?:ed)?|replaced?|activated?|install(?:ed)?|set up|check|investigate|look into|cancel(?:led)?|change[d]?|process(?:ed)?|handle[d]?)\b/iu,
  ],
  ['other', /\b(?:arrange|confirm|coordinate|follow up|escalate|prepare|finish|submit|be (?:ready|done))\b/iu],
]

const FIRM =
  /\b(?:(?:i|we)(?:['’]ll|['’]d| will| shall| am going to|['’]m going to| are going to|['’]re going to)|promised?|guarantee|commit(?:ted)? to|let me)\b/iu
const WILL = /\b(?:will|shall|going to|['’]ll)\b|['’]ll\b/iu
const TOLD = /^\W*(?:(?:to|will|and|then|promised?(?: to)?)\s+)*/iu
const OTHERS =
  /\b(?:he|she|they|(?:the |this )?(?:customer|client|caller|owner|competitor|rival|boss|husband|wife|son|daughter)|mr\.?|mrs\.?|ms\.?)\b/iu
/** Words after which the customer is the one promised to, not the one who acts. */
const TOLD_THEM =
  /\b(?:promised?|told|assured|agreed with|call|ring|phone|send|tell|inform|visit|refund|give)\s+(?:back\s+)?(?:to\s+)?(?:the\s+|this\s+)?(?:customer|client|caller|owner|boss|her|him|them|mr|mrs|ms|wife|husband)\b/iu
const YOU_ACT =
  /\byou(?:['’]ll| will| can| need| must| should| could| have)?\b(?!['’]?(?:ll| will)? (?:have|get|receive|see|hear))/iu
const ASKED =
  /\b(?:please|wants?|wanted|wish(?:es)?|expects?|asks?|asked|requests?|requested|needs?|demands?|demanded|would like|plans?|must|should|hopes? (?:we|that|for)|(?:call|tell|inform|send|email|give|ring|phone|let|refund|visit) (?:me|us)\b)/iu
const GUESSED = /\b(?:might|maybe|perhaps|possibly|probably|may)\b/iu
const SOFT = /\b(?:try|trying|hope to|aim|do (?:my|our) best)\b/iu
const PAST =
  /\b(?:already|earlier|ago|was|were|had|did|have been|has been|called|sent|came|visited|fixed it|paid|replied|received)\b/iu
const GENERAL = /\b(?:usually|normally|typically|generally|always|every|policy|rules?|standard|as a rule)\b/iu
const QUESTION = /\?|^\W*(?:can|could|would|will you|when|what|do|does|did|is|are|how|why|may i)\b/iu
const CONDITION = /\b(?:if|unless|in case|whether)\b/iu
const HARMLESS =
  /\b(?:no(?:t)? later than|not a problem|no problem|no more than|don['’]t worry|without fail|no cost)\b/giu
const NEGATED = /\b(?:not|never|cannot|unable|no longer|nobody|no one|won['’]t)\b|n['’]t\b/iu
const BROKEN = /\b(?:but|and) (?:nobody|no one|never|still|didn|has ?n|have ?n)/iu

/** What is promised, by its verb; null without one. */
export const kindInEnglish = (said: string): PromiseKind | null =>
  VERBS.find(([, verb]) => verb.test(said))?.[0] ?? null

/** Judges one stretch of English around a time; null when it is no promise of ours. */
export const readEnglish = ({
  before,
  after,
  sentence,
  next,
}: Reading): { kind: PromiseKind; what: string; weight: number } | null => {
  const said = `${before} ${after}`
  const plain = said.replaceAll(HARMLESS, ' ')
  if (QUESTION.test(sentence.trim()) || CONDITION.test(said) || BROKEN.test(next) || BROKEN.test(said)) return null
  if (NEGATED.test(plain) || [GUESSED, PAST, GENERAL, ASKED].some((shape) => shape.test(plain))) return null
  const found = VERBS.flatMap(([kind, verb]) => {
    const match = verb.exec(plain)
    return match ? [{ kind, at: match.index }] : []
  })[0]
  if (found === undefined) return null
  const subject = plain.slice(0, found.at)
  if (
    /\byou\b/iu.test(subject)
      ? YOU_ACT.test(subject + plain.slice(found.at, found.at + 24)) && !FIRM.test(subject)
      : false
  )
    return null
  if (OTHERS.test(subject) && !TOLD_THEM.test(plain) && !FIRM.test(subject)) return null
  if (/^\W*(?:the |this |a )?(?:customer|client|caller|owner|competitor|rival|he|she|they)\b/iu.test(plain)) return null
  const firm = FIRM.test(subject)
  const bare =
    TOLD.exec(plain)?.[0].length === found.at || TOLD.exec(after)?.[0].length === plain.indexOf(after) + found.at
  if (!firm && !WILL.test(plain) && !bare && !/^\W*(?:\w+\W+){0,2}$/u.test(subject)) return null
  const weight =
    (firm ? 0.25 : WILL.test(plain) ? 0.15 : 0) - (SOFT.test(plain) ? 0.25 : 0) - (found.kind === 'other' ? 0.1 : 0)
  return { kind: found.kind, what: whatIsDone(before, after), weight }
}

const whatIsDone = (before: string, after: string): string => {
  const longer = before.trim().length > after.trim().length ? before : after
  return longer
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s,;:.-]*(?:ok|okay|yes|sure|and|then)?[\s,]*/iu, '')
    .replace(
      /^(?:(?:i|we)(?:['’]ll| will| shall| am going to|['’]m going to| are going to|['’]re going to| promise)?|promised?(?: (?:the |this )?(?:customer|client|caller|owner|her|him|them))?|to|will)\s+(?:to\s+)?/iu,
      '',
    )
    .replace(/[\s,.;!-]+$/u, '')
}
