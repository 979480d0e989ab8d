/** What is needed, as said from `at` on in its clause. */
export type NeedReading = { words: string; at: number }

/** The words from a place on, without what surrounds them; null when too little is left to mean something. */
export const wordsFrom = (said: string, at: number, least: number): NeedReading | null => {
  const rest = said.slice(at)
  const lead = /^[\s：:“”"]*/u.exec(rest)?.[0].length ?? 0
  const words = rest.slice(lead).replace(/[\s“”"？?呢啊呀吧嘛吗哦]+$/u, '')
  return [...words].length < least ? null : { words, at: at + lead }
}
