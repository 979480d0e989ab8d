import { isMap, isNode, isScalar, isSeq, Document, Scalar, visit } from 'yaml'
import { refuse, ok, type Result } from '#domain/kernel/result.ts'
import { type Playbook, playbookSchema } from '../definition.ts'
import { parsePlaybook } from '../parse.ts'
import type { Problem, ProblemFacts } from '../problem.ts'
import { readYaml } from '../yaml.ts'
import { z } from 'zod'

/** A playbook being written: of the right shape, while words may still be missing and references lead nowhere. */
export type Draft = Playbook

const fileOf = (id: string): string => `${id}.yaml`

/** What is wrong in a draft, by field and by line of its YAML, with the very remedies a file in a pack gets. */
export const draftProblems = (draft: Draft): Problem[] => {
  const read = parsePlaybook(fileOf(draft.id), writePlaybook(draft))
  return read.ok ? [] : read.error
}

/** Takes what was typed as YAML for the draft; what does not have the shape of a playbook is refused with line and remedy. */
export const takeYaml = (id: string, text: string): Result<Draft, Problem[]> => {
  const read = parsePlaybook(fileOf(id), text)
  if (read.ok) return ok(read.value)
  const shape = read.error.filter(({ said }) => !leavesShape.has(said.code) || said.code === 'id.notFileName')
  if (shape.length > 0) return refuse(shape)
  const raw = readYaml(fileOf(id), text, z.unknown())
  return raw.ok ? ok(withDefaults(raw.value.value)) : raw
}

/** Whether something sent as a draft can be taken for one: a playbook but for missing words and loose references. */
export const isDraft = (id: string, value: unknown): value is Draft => {
  if (typeof value !== 'object' || value === null || !('id' in value) || value.id !== id) return false
  const parsed = playbookSchema.safeParse(value)
  return (
    parsed.success ||
    parsed.error.issues.every(
      (issue) => issue.code === 'custom' || (issue.code === 'too_small' && issue.origin === 'array'),
    )
  )
}

/** Problems that a draft may have while it is being written: each field is there, what stands in it is not right yet. */
const leavesShape: ReadonlySet<keyof ProblemFacts> = new Set([
  'list.empty',
  'text.empty',
  'id.form',
  'id.twice',
  'id.notFileName',
  'source.form',
  'day.form',
  'clock.form',
  'hours.backward',
  'slot.unknown',
  'slot.broken',
  'slot.notHere',
  'slot.oneLanguage',
  'line.noneSure',
  'step.noTalk',
  'goTo.unknown',
  'checked.unknown',
  'needs.later',
  'branch.oneWay',
  'purpose.unlisted',
  'purpose.unprepared',
  'missed.absent',
  'task.oneDue',
])

type Raw = Record<string, unknown>

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the schema fills in for a file that is sound, for one that is not yet. */
const withDefaults = (value: unknown): Draft => {
  const raw = plain(value) as Raw
  const steps = (raw['steps'] as Raw[]).map((step) => ({ ...emptyStep, ...step }))
  return { goodHours: [], missed: [], ...raw, steps } as unknown as Draft
}

const emptyStep = {
  discloses: false,
  say: [],
  checks: [],
  skills: [],
  questions: [],
  tips: [],
  captures: [],
  branches: [],
}

/** Days as text, as the schema reads them; a condition's single value as a list of one. */
const plain = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => plain(item))
  if (!isRaw(value)) return value
  const parts = Object.entries(value).map(([name, part]): [string, unknown] => [
    name,
    conditions.has(key) && !Array.isArray(part) ? [part] : plain(part, name),
  ])
  return Object.fromEntries(parts)
}

const conditions = new Set(['when', 'suggestWhen'])

/**
 * A draft as the YAML file an editor would have written: fields in the order of the guide, words in quotes, both languages
 * on one line, nothing that would be so anyway. Reading it back gives the same draft.
 */
export const writePlaybook = (draft: Draft): string => {
  const document = new Document(ordered(draft))
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && typeof node.value === 'string' && !/^[\w-]+(\.[\w-]+)?$/.test(node.value))
        node.type = Scalar.QUOTE_DOUBLE
    },
    Map: (_, node) => {
      if (node.items.every(({ value }) => isNode(value) && !isMap(value) && isFlat(value)))
        node.flow = isPair(node.items)
    },
    Seq: (_, node) => {
      node.flow = node.items.every((item) => isScalar(item))
    },
    Pair: (_, { key, value }) => {
      if (isScalar(key) && conditions.has(String(key.value)) && isMap(value)) value.flow = true
    },
  })
  return document.toString({ lineWidth: 0 })
}

const isFlat = (node: unknown): boolean => isScalar(node) || (isSeq(node) && node.items.every((item) => isScalar(item)))

const short: readonly (readonly string[])[] = [
  ['zh', 'en'],
  ['from', 'to'],
  ['most', 'wayOut'],
  ['afterMinutes', 'atGoodHour'],
]

const isPair = (items: readonly { key: unknown }[]): boolean => {
  const keys = items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  return short.some((pair) => pair.length === keys.length && pair.every((key) => keys.includes(key)))
}

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isRaw(value)) return value
  const parts = Object.entries(value).filter(([key, part]) => part !== undefined && !isUsual(key, part))
  return Object.fromEntries(
    parts.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([key, part]) => [key, ordered(part)]),
  )
}

/** What a playbook has without saying so. Sources, directions and steps are always written: without them it is none. */
const isUsual = (key: string, value: unknown): boolean =>
  (key === 'discloses' && value === false) ||
  (Array.isArray(value) && value.length === 0 && Object.hasOwn({ ...emptyStep, goodHours: [], missed: [] }, key))

const order = (
  'id version kind side form playbook title label about aim ask answer heed text prompt first familiar difficult fallback zh en ' +
  'words sources reviewer reviewed directions channels customerKinds contactPurpose occasions goodHours from to suggestWhen ' +
  'direction customerKind stage skill lastOutcome captured checked purpose entered ' +
  'asksAim sameDay purposes offers most wayOut followUp withinDays workdays onDay waits forms signed tasks ' +
  'evidence exception required assumed seen shows confirms discloses aside needs say checks skills questions tips captures goTo ends redial branches ' +
  'steps missed retry afterMinutes atGoodHour when'
).split(' ')
