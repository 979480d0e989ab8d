import type { z } from 'zod'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Text } from '#domain/playbook/field.ts'
import type { Path } from '#domain/playbook/locate.ts'
import type { Problem, ProblemFacts } from '#domain/playbook/problem.ts'
import { slotsOf } from '#domain/playbook/slot.ts'
import { inOrder, readYaml } from '#domain/playbook/yaml.ts'
import { type ScriptFile, scriptFileSchema, type TextFile, textFileSchema } from './definition.ts'

type Remark = { path: Path; said: Said<ProblemFacts> }
type Entry = { id: string; fallback?: Text | undefined; versions: readonly (Text | undefined)[] }

/** Reads one file of `scripts/`; every problem is returned at once with its place. */
export const parseScripts = (file: string, text: string): Result<ScriptFile, Problem[]> =>
  parsed(file, text, scriptFileSchema, 'scripts', ({ scripts }) =>
    scripts.map((one) => ({ ...one, versions: [one.first, one.familiar, one.difficult] })),
  )

/** Reads one file of `texts/`. */
export const parseTexts = (file: string, text: string): Result<TextFile, Problem[]> =>
  parsed(file, text, textFileSchema, 'texts', ({ texts }) =>
    texts.map((one) => ({ ...one, versions: [one.text, one.familiar] })),
  )

const parsed = <F extends { id: string }>(
  file: string,
  text: string,
  schema: z.ZodType<F>,
  list: 'scripts' | 'texts',
  entriesOf: (value: F) => readonly Entry[],
): Result<F, Problem[]> => {
  const read = readYaml(file, text, schema)
  if (!read.ok) return read
  const { value, locate } = read.value
  const entries = entriesOf(value)
  const remarks = [
    ...fileName(file, value.id),
    ...twice(entries, list),
    ...entries.flatMap((entry, index) => unsure(entry, [list, index])),
  ]
  const problems = remarks.map(({ path, said }) => ({ ...locate(path), said }))
  return problems.length === 0 ? ok(value) : refuse(inOrder(problems))
}

const fileName = (file: string, id: string): Remark[] =>
  file.split('/').at(-1) === `${id}.yaml`
    ? []
    : [{ path: ['id'], said: { code: 'id.notFileName', params: { id, file } } }]

const twice = (entries: readonly Entry[], list: string): Remark[] =>
  entries.flatMap(({ id }, index) =>
    entries.findIndex((other) => other.id === id) < index
      ? [{ path: [list, index, 'id'], said: { code: 'id.twice' as const, params: { id } } }]
      : [],
  )

/** What is known of nearly everybody: how they are called, and who we are. */
const isSure = (slot: string): boolean => slot === 'address' || /^(?:manager|company)\./.test(slot)

/** The first slot in these words that may be unknown, so that they need something to fall back on; null when there is none. */
export const unsureSlot = (versions: readonly (Text | undefined)[]): string | null =>
  versions.flatMap((words) => slotsOf(words?.zh ?? '')).find((slot) => !isSure(slot)) ?? null

const unsure = ({ versions, fallback }: Entry, path: Path): Remark[] => {
  const slot = fallback ? null : unsureSlot(versions)
  return slot === null ? [] : [{ path, said: { code: 'fallback.needed', params: { slot } } }]
}
