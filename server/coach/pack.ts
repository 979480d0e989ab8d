import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Pair, pairFileSchema } from '#domain/coach/pair.ts'
import { type Policy, policyFileSchema } from '#domain/coach/policy.ts'
import { compileCoach } from '#domain/coach/compile.ts'
import type { CompiledCoach } from '#domain/coach/compiled.ts'
import { parseFragments, parseRules, type ReadRules } from '#domain/coach/parse.ts'
import type { RuleProblem } from '#domain/coach/problem.ts'
import { readYaml } from '#domain/playbook/yaml.ts'
import { simplified } from '#domain/customer/simplified.ts'

/** By language and kind (`zh.order`): of the sentences a kind marked when it was measured, how many rightly. */
export type Measured = Readonly<Record<string, { right: number; marked: number }>>

/** The rules of a pack: plain data for the engine, the files they came from, and every problem found. */
export type CoachPack = {
  compiled: CompiledCoach
  files: ReadRules[]
  pairs: Pair[]
  /** What rules protect the customer from [H-43]. */
  policies: Policy[]
  measured: Measured
  problems: RuleProblem[]
}

/**
 * Reads `<folder>/coach/fragments.yaml`, what is taught beside the rules, and `<folder>/coach/<language>/*.yaml`. A file with a problem is left out; the
 * rest works.
 */
export const readCoachPack = async (folder: string): Promise<CoachPack> => {
  const root = join(folder, 'coach')
  const fragmentFile = join(root, 'fragments.yaml')
  const fragments = parseFragments(fragmentFile, await readFile(fragmentFile, 'utf8'))
  const known = fragments.ok ? fragments.value : {}
  const names = (await readdir(root, { recursive: true })).filter((name) => /[\\/].*\.yaml$/.test(name)).sort()
  const read = await Promise.all(
    names.map(async (name) => parseRules(join(root, name), await readFile(join(root, name), 'utf8'), known)),
  )
  const files = read.flatMap((result) => (result.ok ? [result.value] : []))
  const pairFile = join(root, 'pairs.yaml')
  const pairs = readYaml(pairFile, await readFile(pairFile, 'utf8'), pairFileSchema)
  const policyFile = join(root, 'policies.yaml')
  const policies = readYaml(policyFile, await readFile(policyFile, 'utf8'), policyFileSchema)
  return {
    compiled: compileCoach(files, known, simplified),
    files,
    measured: JSON.parse(await readFile(join(root, 'measured.json'), 'utf8')) as Measured,
    pairs: pairs.ok ? pairs.value.value.pairs : [],
    policies: policies.ok ? policies.value.value.policies : [],
    problems: [
      ...(policies.ok ? [] : policies.error),
      ...(pairs.ok ? [] : pairs.error),
      ...(fragments.ok ? [] : fragments.error),
      ...read.flatMap((result) => (result.ok ? [] : result.error)),
    ],
  }
}
