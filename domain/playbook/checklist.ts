import { z } from 'zod'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { checkedPlain, day, id, sourceId } from './field.ts'
import type { Path } from './locate.ts'
import type { Problem, ProblemFacts } from './problem.ts'
import { inOrder, readYaml } from './yaml.ts'

/** The lists somebody may choose for themselves; nobody is sorted by us [S-24]. */
export const wears = ['all', 'women', 'men'] as const
export type Wear = (typeof wears)[number]

const pair = z.strictObject({ id, do: checkedPlain, dont: checkedPlain })

const group = z.strictObject({
  id,
  for: z.enum(wears),
  source: sourceId,
  /** Looked at once more at the customer's door. */
  door: z.boolean(),
  title: checkedPlain,
  pairs: z.array(pair).min(1),
})

const checklistSchema = z.strictObject({
  id,
  version: z.int().min(1),
  title: checkedPlain,
  aim: checkedPlain,
  sources: z.array(sourceId).min(1),
  reviewer: checkedPlain,
  reviewed: day,
  principles: z.array(checkedPlain).min(1),
  groups: z.array(group).min(1),
})

/** A self-check and, with the same pairs, an observer's sheet [S-24]; a pack may hold one, an office may leave it out. */
export type Checklist = z.infer<typeof checklistSchema>
export type CheckGroup = Checklist['groups'][number]

/** Reads one file of `checklists/`; every problem is returned with its place. */
export const parseChecklist = (file: string, text: string): Result<Checklist, Problem[]> => {
  const read = readYaml(file, text, checklistSchema)
  if (!read.ok) return read
  const { value, locate } = read.value
  const remarks = [
    ...(file.endsWith(`/${value.id}.yaml`)
      ? []
      : [{ path: ['id'], said: { code: 'id.notFileName' as const, params: { id: value.id, file } } }]),
    ...twice(value.groups, ['groups']),
    ...value.groups.flatMap(({ pairs }, index) => twice(pairs, ['groups', index, 'pairs'])),
  ]
  const problems = remarks.map(({ path, said }) => ({ ...locate(path), said }))
  return problems.length === 0 ? ok(value) : refuse(inOrder(problems))
}

const twice = (items: readonly { id: string }[], path: Path): { path: Path; said: Said<ProblemFacts> }[] =>
  items.flatMap(({ id }, index) =>
    items.findIndex((other) => other.id === id) < index
      ? [{ path: [...path, index, 'id'], said: { code: 'id.twice' as const, params: { id } } }]
      : [],
  )

/** The groups for a list chosen; at the door only what is looked at again there [S-34]. */
export const groupsFor = ({ groups }: Checklist, wear: Wear, atDoor = false): CheckGroup[] =>
  groups.filter((one) => (one.for === 'all' || one.for === wear) && (!atDoor || one.door))

/** What an observer saw of one pair, as `group.pair`: as it should be, as it should not, or nothing. */
export type Seen = 'do' | 'dont'

/** Seen as it should be, of what was seen at all; `open` pairs were not looked at and count in neither. */
export const observed = (
  groups: readonly CheckGroup[],
  seen: Readonly<Record<string, Seen>>,
): { good: number; seen: number; open: number; mend: string[] } => {
  const names = groups.flatMap((one) => one.pairs.map((two) => `${one.id}.${two.id}`))
  const looked = names.filter((name) => seen[name] !== undefined)
  const mend = looked.filter((name) => seen[name] === 'dont')
  return { good: looked.length - mend.length, seen: looked.length, open: names.length - looked.length, mend }
}
