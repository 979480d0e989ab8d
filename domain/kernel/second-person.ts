/**
 * What was written down about a customer, as it is said to their face: 她, 他 and 客户 become 您; “tell her” becomes “tell you”.
 * Somebody else who was named before and is to do it (“请李师傅，让他周五上门”) stays who they are.
 */
export const toTheirFace = (words: string): string =>
  /\p{Script=Han}/u.test(words) ? inChinese(words) : inEnglish(words)

/** 其他, 吉他, 他们 and 他人 are nobody's 他. */
const pronoun = /(?<![其吉])[她他](?![们人乡])/gu
const named = /师傅|同事|工程师|经理|班长|主任|专员|营业员|先生|女士|儿子|女儿|孩子|爱人|财务|会计|店员|部门/u
const asked = /[让请叫由派等催找]$/u
const theCustomer =
  /(?<=给|告诉|告知|通知|答复|回复|回电|联系|跟|和|向|替|帮|为|请|让)(?:这位|该)?客户(?!经理|服务|端|号)/gu

const inChinese = (words: string): string =>
  words
    .replaceAll(pronoun, (said, at: number) => {
      const before = words.slice(0, at)
      return asked.test(before) && named.test(before) ? said : '您'
    })
    .replaceAll(theCustomer, '您')

/** After “her” one of these, or nothing, says that it is she and not something of hers. */
const notHers =
  /^(?=$|[,.;:!?)]|\s+(?:about|after|and|as|at|back|before|by|for|how|if|in|know|of|on|or|that|the|this|to|today|tomorrow|until|what|when|where|whether|which|why|with)\b|\s+an?\b)/i

const inEnglish = (words: string): string =>
  words
    .replaceAll(/\b(?:s?he|the (?:customer|client)) (is|was|has|does)\b/gi, (_, verb: string) => `you ${plural[verb]}`)
    .replaceAll(/\bs?he['’]s\b/gi, 'you are')
    .replaceAll(/\bs?he\b/gi, 'you')
    .replaceAll(/\b(?:his|the (?:customer|client)['’]s)\b/gi, 'your')
    .replaceAll(/\b(?:him|the (?:customer|client))\b/gi, 'you')
    .replaceAll(/\bher\b/gi, (said, at: number, whole: string) =>
      notHers.test(whole.slice(at + said.length)) ? 'you' : 'your',
    )

const plural: Record<string, string> = { is: 'are', was: 'were', has: 'have', does: 'do' }
