/** How a promise without an hour begins, in the order it is said: who, whether, how vaguely [H-37]. */
const VAGUE = {
  zh: /^(?:那|好的?|行|这样)?[，,]?\s*(?:我(?:们)?|这边)?(?:这边)?(?:一定)?(?:会|来|去)?(?:再|先)?(?:尽量|尽力|尽可能|争取|力争|尽快|尽早|早点|第一时间|及时|抓紧|想办法)(?:会|去|来|地)?/,
  en: /^(?:well|ok(?:ay)?|right)?,?\s*(?:i|we)(?:'ll|’ll| will)?\s+(?:try(?: my best| our best)?(?: to)?|do (?:my|our) best(?: to)?|see if (?:i|we) can)\s*/i,
}

const END = /[。！!.；;，,\s]+$/

/** What "尽量…" was about: the words without the vagueness; nothing where too little is left to promise. */
export const promisedIn = (sentence: string): string | null => {
  const plain = sentence.trim().replace(END, '')
  const language = /\p{Script=Han}/u.test(plain) ? 'zh' : 'en'
  const what = plain.replace(VAGUE[language], '').trim()
  return what.length >= 2 && what !== plain ? what : null
}

/** The same as a commitment with its hour: `我今天17:30前帮您问问套餐，给您回话。` */
export const withHour = (
  what: string | null,
  day: 'today' | 'tomorrow',
  time: string,
  language: 'zh' | 'en',
): string => {
  if (language === 'zh') {
    const when = `我${day === 'today' ? '今天' : '明天'}${time}前`
    return what === null ? `${when}给您结果。` : `${when}${what}，给您回话。`
  }
  const when = `by ${time} ${day}`
  return what === null ? `I will have the answer for you ${when}.` : `I will ${what} and call you back ${when}.`
}
