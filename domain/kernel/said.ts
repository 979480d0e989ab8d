/** The languages every sentence exists in. Chinese is first. */
export type Language = 'zh' | 'en'

/** The plain facts a sentence is made of: names, fen, ISO days and instants, counts; never text made for one language. */
export type Params = Readonly<Record<string, string | number | boolean | null>>

/** The sentences a domain can say: each code with the facts it needs. */
export type Facts = Record<string, Params>

/** One coded sentence, as it is stored and sent; rendered late, in the reader's language. */
export type Said<F extends Facts = Facts> = { [C in keyof F & string]: { code: C; params: F[C] } }[keyof F & string]

/** A domain's sentences in one language (`words.zh.ts`, `words.en.ts`): a missing one does not compile. */
export type Words<F extends Facts> = { [C in keyof F]: (facts: F[C]) => string }

/** The sentences of whichever domain. */
type AnyWords = Readonly<Record<string, (facts: never) => string>>

/** Renders a coded sentence; an unknown code (data written by a newer version) shows as the code itself. */
export const sentence = (words: AnyWords, said: { code: string; params: Params }): string => {
  const say = (words as Record<string, ((facts: Params) => string) | undefined>)[said.code]
  return say ? say(said.params) : said.code
}
