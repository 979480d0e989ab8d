import type { Hit, Turn } from '../look.ts'
import { type Fold, normalise } from '../normalise.ts'
import type { Span } from '../clause.ts'

/** Something said back to the customer: facts or a feeling, what it says, and whether they said yes to it; null where they did not answer. */
export type SaidBack = Span & { turn: number; about: 'facts' | 'feeling'; what: string; confirmed: boolean | null }

const FEELING =
  /担心|着急|急|生气|失望|委屈|难受|不满|心情|感受|烦|累|怕|折腾|\b(?:feel|worried|upset|frustrat|afraid|concerned|annoy|disappoint)/
const LEADS =
  /^(?:所以|那么?|嗯|好的?|如果我?没(?:有)?理解错|我(?:的)?理解(?:的)?是|我(?:再)?(?:复述|重复|确认)一(?:下|遍)|也就是说|您的意思是|你的意思是|您(?:是|指的是|说的是)?(?:说|指)?|你(?:是|指的是|说的是)?(?:说|指)?|if i understand (?:you )?(?:rightly|right|correctly)|so|(?:it )?sounds like|in other words|you(?:'re| are) saying|you mean|that|[，,：:、\s])/i
const TAGS =
  /[，,\s]*(?:(?:我)?(?:说得|理解得)?(?:对吗|对吧|对么|是吗|是吧|是不是|对不对|没错吧)|(?:is that )?(?:right|correct))?[。？?！!.，,]*$/i

/** The content of a restatement without the words that lead into it and the question after it. */
export const contentOf = (restated: string): string => {
  let text = restated.trim()
  for (let i = 0; i < 4; i++) text = text.replace(LEADS, '')
  return text.replace(TAGS, '').trim()
}

const YES =
  /^\s*(?:对|是的?(?!吗|不)|嗯|没错|就是(?:这样|这个|的)|可以|好|yes|yeah|yep|right|exactly|correct|that's (?:right|it))/i
const NO = /^\s*(?:不对|不是|没有|不完全|错|no\b|not\b)/i

/** What was said back, facts and feelings, and whether the customer confirmed it with the next words [H-31][H-21]. */
export const saidBack = (turns: readonly Turn[], hits: readonly (readonly Hit[])[], fold: Fold): SaidBack[] =>
  turns.flatMap(({ by, text }, turn) => {
    if (by !== 'staff') return []
    const reply = turns[turn + 1]
    const heard = reply?.by === 'customer' ? normalise(reply.text, fold).text : null
    const confirmed = heard === null ? null : YES.test(heard) ? true : NO.test(heard) ? false : null
    return (hits[turn] ?? []).flatMap(({ act, start, end }): SaidBack[] => {
      const words = text.slice(start, end)
      if (act === 'empathy') return [{ turn, start, end, about: 'feeling', what: words, confirmed: null }]
      if (act !== 'restatement') return []
      const about = FEELING.test(words) ? 'feeling' : 'facts'
      return [{ turn, start, end, about, what: contentOf(words), confirmed }]
    })
  })
