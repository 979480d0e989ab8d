/**
 * Text as the rules see it, with the way back: `at[i]` is where the i-th UTF-16 unit of `text` began in the raw text,
 * and `at[text.length]` is the raw length. Never decreasing.
 */
export type Normal = { text: string; at: number[] }

/** Traditional characters (and other variants) to the one the rules are written with. */
export type Fold = ReadonlyMap<string, string>

/** 您, 妳 and 你 are one person; which of them is used is manners, and manners are looked at in the raw text. */
const PRONOUN: Readonly<Record<string, string>> = { 您: '你', 妳: '你' }

/** Punctuation is full-width in normal text, so that a pattern can name it without escaping. */
const MARK: Readonly<Record<string, string>> = {
  ',': '，',
  '﹐': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '｡': '。',
  '…': '。',
  '~': '。',
  '～': '。',
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '＂': '"',
  '’': "'",
  '‘': "'",
}

const HAN = /\p{Script=Han}/u
const WORD = /[a-z0-9]/i
const INVISIBLE = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFE0F|\uFEFF/
const PUNCTUATION = /[，。！？；,.!?;\n]/

const halfWidth = (char: string): string => {
  const code = char.charCodeAt(0)
  if (code === 0x3000) return ' '
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
}

/** One unit of the raw text as a rule sees it; the neighbours decide what a full stop or a blank is. */
const charOf = (raw: string, index: number, fold: Fold, spoken: boolean): string => {
  const own = raw.charAt(index)
  if (own >= '一' && own <= '鿿') return PRONOUN[own] ?? fold.get(own) ?? own
  const char = halfWidth(own)
  if (INVISIBLE.test(char)) return ''
  const [before, after] = [raw.charAt(index - 1), raw.charAt(index + 1)]
  if (char === '.') return WORD.test(before) && WORD.test(after) ? '.' : '。'
  if (char === ',' && /\d/.test(before) && /\d/.test(after)) return ''
  if (char === '\n' || char === '\r') return '。'
  if (char === ' ' || char === '\t') return blank(before, after, spoken)
  const simple = fold.get(char) ?? char
  return (MARK[simple] ?? PRONOUN[simple] ?? simple).toLowerCase()
}

/** A blank between Chinese characters is nothing, unless it is all the punctuation a transcript has. */
const blank = (before: string, after: string, spoken: boolean): string => {
  if (HAN.test(before) && HAN.test(after)) return spoken ? '，' : ''
  return HAN.test(before) || HAN.test(after) || before === ' ' ? '' : ' '
}

const REPEATED = new Set(['，', '。', '！', '？', '；', ' '])

/**
 * Width, capitals, traditional characters, 您, punctuation and blanks made alike [H-38]. Marks that repeat are kept once
 * ("！！！" is "！"), a question mark wins over the marks beside it.
 */
export const normalise = (raw: string, fold: Fold = new Map()): Normal => {
  const spoken = !PUNCTUATION.test(raw)
  const units: string[] = []
  const at: number[] = []
  for (let i = 0; i < raw.length; i++) {
    const char = charOf(raw, i, fold, spoken)
    const last = units.at(-1)
    if (char === '') continue
    if (last !== undefined && REPEATED.has(char) && REPEATED.has(last)) {
      if (char === '？' || (char !== ' ' && (last === '，' || last === ' '))) units[units.length - 1] = char
      continue
    }
    for (const unit of char) {
      units.push(unit)
      for (let k = 0; k < unit.length; k++) at.push(i)
    }
  }
  at.push(raw.length)
  return { text: units.join(''), at }
}

/** The raw span that a span of normal text stands for. */
export const rawSpan = ({ at }: Normal, start: number, end: number): { start: number; end: number } => ({
  start: at[start] ?? 0,
  end: end === 0 ? 0 : (at[end] ?? at.at(-1) ?? 0),
})
