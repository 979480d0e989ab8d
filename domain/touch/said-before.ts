/** Words that ask, address or fill, and say nothing of the matter: 希望再… and 别把我… are about what follows. */
const FILLERS =
  /希望|盼着|期待|巴不得|要是能|想要|最好|能不能|可不可以|能否|要求|必须|一定要|务必|客户|以后|你们|我们|一下|[再把我您你的了吧呢啊能请就都也还很]/gu
const ENGLISH_FILLERS: ReadonlySet<string> = new Set(
  'a an the to of for in on at and or is are be it they he she her his their our us we i you please want wants would like hope hopes wish wishes could can prefer prefers expects more'.split(
    ' ',
  ),
)

/** Two of them must fall together, and most of the shorter wording: 月租 30 元 lies in 儿子的号月租降到 30 元以内. */
const LEAST_PIECES = 2
const LEAST_SHARE = 0.6

/**
 * Which of the wordings on record says the same matter as what was just said; null when none does. A hint for a person to take or not,
 * so another figure for the same thing (月租 28 元) is the same matter.
 */
export const saidBefore = <K extends { what: string }>(said: string, known: readonly K[]): K | null => {
  const pieces = piecesOf(said)
  const alike = known
    .map((one) => ({ one, share: shareOf(pieces, piecesOf(one.what)) }))
    .filter(({ share }) => share >= LEAST_SHARE)
  return alike.sort((a, b) => b.share - a.share)[0]?.one ?? null
}

/** Both wordings in one, neither twice: the fuller one where it holds the other. */
export const bothWordings = (known: string, said: string): string => {
  const [before, now] = [bare(known), bare(said)]
  if (before.includes(now)) return known
  return now.includes(before) ? said : `${known}${HAN.test(known) ? '，' : ', '}${said}`
}

const HAN = /\p{Script=Han}/u

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(FILLERS, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Pairs of characters in Chinese, where any figure counts as one and the same; words elsewhere. */
const piecesOf = (text: string): ReadonlySet<string> => {
  const plain = text
    .toLowerCase()
    .replace(/不要/gu, '别')
    .replace(FILLERS, '')
    .replace(/\d+(?:\.\d+)?/gu, '#')
  const tokens = plain.match(/\p{Script=Han}|\p{L}+|#/gu) ?? []
  if (!HAN.test(text)) return new Set(tokens.filter((word) => !ENGLISH_FILLERS.has(word)))
  return new Set(tokens.slice(1).map((token, place) => `${tokens[place]}${token}`))
}

const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((piece) => b.has(piece)).length
  return shared < LEAST_PIECES ? 0 : shared / Math.min(a.size, b.size)
}
