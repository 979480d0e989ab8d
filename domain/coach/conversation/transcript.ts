import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Turn } from '../look.ts'

type Role = 'staff' | 'customer'

/** A turn with the name it stood under and the line of the pasted text it began on, from 1. */
export type SpokenTurn = Turn & { by: Role; speaker: string; line: number }

/** Why a pasted text cannot be read as a conversation. */
export type TranscriptFacts = {
  'transcript.empty': Record<string, never>
  'transcript.unmarked': { lines: number }
  'transcript.roles': { names: string }
}

/** Names that say who somebody is. */
const KNOWN: Readonly<Record<Role, RegExp>> = {
  staff:
    /^(?:人工)?(?:客服|坐席|座席|话务员|营业员|客户经理|经理|员工|服务人员|工作人员|专员|我|我方|agent|staff|rep|advisor|adviser|manager|operator|support|me|us)(?:[0-9a-z#\p{Script=Han}]{0,4})$/iu,
  customer:
    /^(?:客户|用户|顾客|机主|来电人|对方|老板|店主|客|customer|client|caller|user|them)(?!经理)(?:[0-9a-z#\p{Script=Han}]{0,4})$/iu,
}

const CLOCK = String.raw`[\[(【（]?\d{1,2}:\d{2}(?::\d{2})?[\])】）]?`
const DATE = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?`
const NAME = String.raw`([^\s：:，。！？,.!?\[\]【】()（）]{1,12}(?: [A-Z][a-z]{1,12})?)`
/** `客户：…`, `[00:12] Agent: …`, `2026-11-22 10:03 客服01：…` */
const MARKED = new RegExp(
  String.raw`^\s*(?:${DATE}\s*)?(?:${CLOCK}\s*)?${NAME}\s*(?:[(（][^)）]{0,20}[)）])?\s*(?:${CLOCK})?\s*[：:]\s*(.*)$`,
  'u',
)
/** `李经理 2026-11-22 10:03:22` on a line of its own, as messengers save it. */
const HEADED = new RegExp(String.raw`^\s*${NAME}\s+(?:${DATE}\s*)?${CLOCK}\s*$`, 'u')

type Line = { line: number; name: string | null; text: string }

/**
 * Reads a pasted conversation: every turn begins with who speaks, `客户：` or `Agent:` or a name; a line without goes on with the
 * turn before. Names whose role cannot be told are refused by name, to be given in `roles`.
 */
export const parseTranscript = (
  pasted: string,
  roles: Readonly<Record<string, Role>> = {},
): Result<SpokenTurn[], Said<TranscriptFacts>> => {
  const lines = linesOf(pasted, roles)
  if (lines.length === 0) return refuse({ code: 'transcript.empty', params: {} })
  const names = [...new Set(lines.flatMap(({ name }) => (name === null ? [] : [name])))]
  if (names.length === 0) return refuse({ code: 'transcript.unmarked', params: { lines: lines.length } })
  const known = rolesOf(names, roles)
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length > 0) return refuse({ code: 'transcript.roles', params: { names: unknown.join('、') } })
  return ok(turnsOf(lines, known))
}

const linesOf = (pasted: string, roles: Readonly<Record<string, Role>>): Line[] => {
  const raw = pasted.split(/\r\n|\r|\n/)
  const often = new Map<string, number>()
  for (const text of raw) {
    const name = MARKED.exec(text)?.[1] ?? HEADED.exec(text)?.[1]
    if (name !== undefined) often.set(name, (often.get(name) ?? 0) + 1)
  }
  const isLabel = (name: string): boolean => name in roles || KNOWN.staff.test(name) || KNOWN.customer.test(name)
  const labelled = [...often.keys()].some((name) => isLabel(name) && !(name in roles))
  /** "时间：明天" inside a turn is no speaker: beside labels a name must stand at the head of two lines. */
  const isName = (name: string): boolean => isLabel(name) || !labelled || (often.get(name) ?? 0) > 1
  return raw.flatMap((text, index): Line[] => {
    if (text.trim() === '') return []
    const [, marked, said] = MARKED.exec(text) ?? []
    if (marked !== undefined && isName(marked)) return [{ line: index + 1, name: marked, text: said?.trim() ?? '' }]
    const headed = HEADED.exec(text)?.[1]
    if (headed !== undefined) return [{ line: index + 1, name: headed, text: '' }]
    return [{ line: index + 1, name: null, text: text.trim() }]
  })
}

const rolesOf = (names: readonly string[], given: Readonly<Record<string, Role>>): Map<string, Role> => {
  const known = new Map<string, Role>()
  for (const name of names) {
    const role = given[name] ?? (['staff', 'customer'] as const).find((each) => KNOWN[each].test(name))
    if (role) known.set(name, role)
  }
  const [other] = names.filter((name) => !known.has(name))
  if (names.length === 2 && known.size === 1 && other !== undefined)
    known.set(other, [...known.values()][0] === 'staff' ? 'customer' : 'staff')
  return known
}

const turnsOf = (lines: readonly Line[], roles: ReadonlyMap<string, Role>): SpokenTurn[] => {
  const turns: SpokenTurn[] = []
  for (const { line, name, text } of lines) {
    const last = turns.at(-1)
    const role = name === null ? undefined : roles.get(name)
    if (name !== null && role) turns.push({ by: role, speaker: name, line, text })
    else if (last) last.text = last.text === '' ? text : `${last.text}\n${text}`
  }
  return turns.filter(({ text }) => text !== '')
}
