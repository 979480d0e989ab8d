/** Acts by which a customer goes; 走 and 转 alone only where no other word begins with them: 走高速, 转给. */
const going = String.raw`(?:办走|转走|转网|转出|转号|携转|携号|携出|离网|离开|退网|销户|销号|注销|走(?=$|[^\p{Script=Han}]|[了的吧啊呢呀嘛人])|转(?=$|[^\p{Script=Han}]|[了的吧啊呢呀嘛去别]))`
const forbidding = String.raw`(?:不能|不可以|不准|不许|不让|不给|不放|不得|不允许|不同意|无法|没法|没办法|休想|别想)`
/** 能不能走 asks, 不会不让您走 denies: neither forbids. */
const neither = String.raw`(?<!能|可|是|没有|没|不会|不能|不可|并非|谁说|如果|要是|为什么)`
const whom = String.raw`(?:您|你|客户|用户|大家)?(?:们)?(?:再|就|现在|马上|这么|随便|中途|提前|说)?(?:办理|办)?`

const saidInChinese: readonly RegExp[] = [
  new RegExp(`${neither}${forbidding}${whom}${going}`, 'u'),
  new RegExp(String.raw`(?<!会|有)(?:走|转网|转出|携转|离网|退网|销户|销号|转)不(?:了|成)(?![账接发解])`, 'u'),
]

const leave = String.raw`(?:leave(?! (?:a |your |any )?(?:message|feedback|comments?|note)\b)|switch|port|go elsewhere|(?:move|take) your number)\b`
const saidInEnglish: readonly RegExp[] = [
  new RegExp(
    String.raw`\byou (?:cannot|can't|can not|may not|must not|(?:are not|aren't|will not be|won't be) (?:allowed|permitted|able) to) ${leave}`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:will not|won't|do not|don't|does not|doesn't|cannot|can't) (?:let|allow|permit) (?:you|customers|anyone|anybody)(?: to)? ${leave}`,
    'u',
  ),
  new RegExp(String.raw`\bthere is no way (?:for you )?to ${leave}`, 'u'),
]

/** Conditions a law knows before leaving: real name, in use, bills settled, no fixed term open, 120 days since the last move. */
const lawfulGround =
  /实名|停机|挂失|欠费|结清|未缴|合约|合同|协议|约定|在网期|期限|到期|120\s*天|一百二十天|contract|agreement|term\b|unpaid|outstanding|overdue|real name|identity|suspended|120 days/u

/**
 * Words that forbid a customer to leave and name no condition for it, in the sentence that says so; null when there are none. Whether a
 * condition that is named is true, stays with who signs.
 */
export const refusingWords = (text: string): string | null => {
  for (const sentence of text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[。!?;\n]/u)) {
    if (lawfulGround.test(sentence)) continue
    const found = wordsOf(saidInChinese, sentence.replaceAll(/\s+/gu, '')) ?? wordsOf(saidInEnglish, sentence)
    if (found !== null) return found
  }
  return null
}

const wordsOf = (patterns: readonly RegExp[], said: string): string | null => {
  for (const pattern of patterns) {
    const [found] = pattern.exec(said) ?? []
    if (found !== undefined) return found
  }
  return null
}
