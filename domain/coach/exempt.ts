import type { Language } from '#domain/kernel/said.ts'
import type { Span } from './clause.ts'

/**
 * What takes the meaning away from words that would be marked: telling what somebody else said, and saying that it is not
 * so [H-42]. Looked for in the sentence, before the words.
 */
const REPORTED: Record<Language, RegExp> = {
  zh: /(?:你|客户|用户|对方|他|她|他们|师傅|前台|同事|营业员|有人|老板)(?:们)?(?:刚才|刚刚|之前|上次|今天|电话里|一直|也|又|要)?(?:是)?(?:说|讲|问|提到|提过|反映|反馈|认为|觉得|担心|回|投诉|抱怨|要求)(?:的原因是|到|了|过|的)?[^我]{0,10}$/,
  en: /\b(?:you|customer|he|she|they|someone|client|caller)(?: had| have| has)?(?: just| also)? (?:said|say|says|told|mentioned|felt|feel|asked|worry|worried|heard)[^.]{0,24}$/,
}

const DENIED: Record<Language, RegExp> = {
  zh: /(?:不是|并不是|并非|不会|不用|不必|不再|没说|没有说|不能说|不说|别说|绝不|从不|从来不|不要|谈不上|称不上|不该|不应该)(?:说|让你|叫你|因为|觉得)?(?:你)?$/,
  en: /\b(?:not|never|isn't|wasn't|won't|don't|didn't|doesn't|rather than|instead of|without)(?: saying| say| that)? $/,
}

/** Notes tell of the customer: "客户很着急" says nothing to anybody. */
const TOLD: Record<Language, RegExp> = {
  zh: /^["(（]?(?:客户|用户|对方|他|她|老板)/,
  en: /^["(]?(?:the )?(?:customer|client|caller|he|she|they)\b/,
}

const QUOTE = '"'
const CITES: Record<Language, RegExp> = {
  zh: /(?:说|讲|问|提到|反映|反馈|写|点|叫|词|句|话|喊|回|用)[^"。！？]{0,6}$/,
  en: /(?:said|say|says|told|wrote|asked|word|words|phrase|press|click|tap)[^"。！？]{0,6}$/,
}

export const isExempt = (text: string, sentence: Span, start: number, end: number, language: Language): boolean => {
  const before = text.slice(sentence.start, start)
  if (REPORTED[language].test(before) || DENIED[language].test(before)) return true
  return isQuoted(text, start, end, language)
}

/** In a note, a sentence about the customer is not said to the customer. */
export const isTold = (text: string, sentence: Span, language: Language): boolean =>
  TOLD[language].test(text.slice(sentence.start, sentence.start + 24))

/** Between quotation marks that a word of saying opens. Quotation marks may hold more than one sentence. */
const isQuoted = (text: string, start: number, end: number, language: Language): boolean => {
  const marks = text.slice(0, start).split(QUOTE).length - 1
  if (marks % 2 === 0 || !text.slice(end).includes(QUOTE)) return false
  const opened = text.lastIndexOf(QUOTE, start - 1)
  return CITES[language].test(text.slice(0, opened))
}
