import { type Day, isDay } from '#domain/kernel/day.ts'

/** One message of a pasted chat: who, when as far as the paste says, and the words. */
export type ChatLine = { speaker: string; day: Day | null; time: string | null; text: string }

/** Marks that begin a message as messengers copy them: a name with day or time on a line of its own, or a name and a colon before the words. */
const CLOCK = String.raw`(上午|下午|凌晨|中午|晚上|AM|PM|am|pm)?\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*(AM|PM|am|pm)?`
const DATE = String.raw`(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?`
const NAME = String.raw`([^\s：:，。！？,!?\[\]【】][^：:，。！？,!?\[\]【】\n]{0,23}?)`
const headings = {
  /** `李素珍 2026/11/22 10:03:22`, `李素珍@微信 11-22 10:03`, `李素珍  上午10:03` */
  nameFirst: new RegExp(String.raw`^${NAME}(?:@微信)?(?:\(\d+\))?\s+(?:${DATE}\s+)?${CLOCK}\s*[：:]?\s*$`, 'u'),
  /** `2026-11-22 10:03:22 李素珍` or `[2026-11-22 10:03] 李素珍：您好` */
  timeFirst: new RegExp(
    String.raw`^[\[【]?(?:${DATE}\s+)?${CLOCK}[\]】]?\s+${NAME}(?:@微信)?(?:\(\d+\))?\s*(?:[：:]\s*(.*))?$`,
    'u',
  ),
  /** `李素珍：您好`, `李素珍:` */
  colon: new RegExp(String.raw`^${NAME}(?:@微信)?\s*[：:]\s*(.*)$`, 'u'),
}
/** `———— 2026-11-22 ————`, `2026年11月22日 星期日`, `昨天 10:03`: the day or time of what follows. */
const DAY_RULE = new RegExp(
  String.raw`^[-—–=─\s]*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[-—–=─\s]*(?:(?:星期|周)[一二三四五六日天])?[-—–=─\s]*$`,
  'u',
)
/** What the messenger says of itself. */
const SYSTEM =
  /撤回了一条消息|你已添加了|以上是打招呼的内容|拍了拍|recalled a message|开启了朋友验证|^\s*以下为新消息\s*$|的聊天记录\s*$|^Chat history/i

type Head = { speaker: string; day: Day | null; time: string | null; rest: string }

/**
 * Reads a chat pasted from a messenger into messages, in the order of the paste. A line without a mark goes on with the message before; what the messenger itself
 * says is left out. Nothing that looks like a message: an empty list.
 */
export const parseChat = (pasted: string): ChatLine[] => {
  const raw = pasted
    .replaceAll('\u00A0', ' ')
    .replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .split(/\r\n|\r|\n/)
  const names = namesIn(raw)
  const lines: ChatLine[] = []
  let day: Day | null = null
  for (const text of raw) {
    const line = text.trim()
    if (line === '' || SYSTEM.test(line)) continue
    const ruled = dayOf(DAY_RULE.exec(line)?.slice(1, 4) ?? [])
    if (ruled) {
      day = ruled
      continue
    }
    const head = headOf(line, names)
    const last = lines.at(-1)
    if (head) lines.push({ speaker: head.speaker, day: head.day ?? day, time: head.time, text: head.rest })
    else if (last) last.text = last.text === '' ? line : `${last.text}\n${line}`
  }
  return lines.filter(({ text }) => text !== '')
}

const headOf = (line: string, names: ReadonlySet<string>): Head | null => {
  const first = headings.nameFirst.exec(line)
  if (first) {
    const [, name = '', year, month, date, half, hour, minute, after] = first
    return {
      speaker: name.trim(),
      day: dayOf([year, month, date]),
      time: timeOf(half ?? after, hour, minute),
      rest: '',
    }
  }
  const second = headings.timeFirst.exec(line)
  if (second) {
    const [, year, month, date, half, hour, minute, after, name = '', rest = ''] = second
    return {
      speaker: name.trim(),
      day: dayOf([year, month, date]),
      time: timeOf(half ?? after, hour, minute),
      rest: rest.trim(),
    }
  }
  const [, name = '', rest = ''] = headings.colon.exec(line) ?? []
  return names.has(name.trim()) ? { speaker: name.trim(), day: null, time: null, rest: rest.trim() } : null
}

/** “时间：明天” inside a message is no speaker: a name before a colon heads the paste, stands twice, or heads a message elsewhere. */
const namesIn = (raw: readonly string[]): Set<string> => {
  const often = new Map<string, number>()
  const headed = new Set<string>()
  let first: string | null = null
  for (const text of raw) {
    const line = text.trim()
    if (line === '' || SYSTEM.test(line) || DAY_RULE.test(line)) continue
    const marked = headings.nameFirst.exec(line)?.[1] ?? headings.timeFirst.exec(line)?.[8]
    const before = marked === undefined ? headings.colon.exec(line)?.[1]?.trim() : undefined
    if (marked !== undefined) headed.add(marked.trim())
    if (before !== undefined) often.set(before, (often.get(before) ?? 0) + 1)
    first ??= before ?? marked?.trim() ?? ''
  }
  const twice = [...often].filter(([, times]) => times > 1).map(([name]) => name)
  const alone = headed.size === 0 ? otherOf(often, first, twice) : []
  return new Set([
    ...headed,
    ...(headed.size === 0 ? twice : []),
    ...(headed.size === 0 && first ? [first] : []),
    ...alone,
  ])
}

/** Of two people one may have written a single time: the only short name left that heads a line. */
const otherOf = (often: ReadonlyMap<string, number>, first: string | null, twice: readonly string[]): string[] => {
  const rest = [...often.keys()].filter((name) => name !== first && !twice.includes(name))
  return rest.length === 1 && new Set([first, ...twice]).size === 1 ? rest : []
}

const dayOf = ([year, month, date]: readonly (string | undefined)[]): Day | null => {
  if (year === undefined || month === undefined || date === undefined) return null
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

const timeOf = (half: string | undefined, hour: string | undefined, minute: string | undefined): string | null => {
  if (hour === undefined || minute === undefined) return null
  const late = /下午|晚上|pm/i.test(half ?? '') || (half === '中午' && Number(hour) < 11)
  const midnight = /凌晨|上午|am/i.test(half ?? '') && Number(hour) === 12
  const at = midnight ? 0 : late && Number(hour) < 12 ? Number(hour) + 12 : Number(hour)
  return at > 23 || Number(minute) > 59 ? null : `${String(at).padStart(2, '0')}:${minute}`
}

/** The people who wrote in a chat, in the order they first did. */
export const speakersOf = (lines: readonly ChatLine[]): string[] => [...new Set(lines.map(({ speaker }) => speaker))]

/** Who of them is us: the one whose name is ours, or begins with ours; null when nobody can be told. */
export const ourselvesIn = (speakers: readonly string[], ours: readonly string[]): string | null =>
  speakers.find((name) =>
    ours.some((own) => own !== '' && (name === own || name.startsWith(own) || name.endsWith(own))),
  ) ??
  speakers.find((name) => /^(?:我|me)$|客户经理|专席/i.test(name)) ??
  null
