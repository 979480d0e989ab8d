import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileCoach } from '#domain/coach/compile.ts'
import type { CompiledCoach } from '#domain/coach/compiled.ts'
import { parseFragments, parseRules, type ReadRules } from '#domain/coach/parse.ts'
import type { RuleProblem } from '#domain/coach/problem.ts'
import { simplified } from '#domain/customer/simplified.ts'

/** The rules of a pack: plain data for the engine, the files they came from, and every problem found. */
export type CoachPack = { compiled: CompiledCoach; files: ReadRules[]; problems: RuleProblem[] }

/**
 * Reads `<folder>/coach/fragments.yaml` and `<folder>/coach/<language>/*.yaml`. A file with a problem is left out; the
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
  return {
    compiled: compileCoach(files, known, simplified),
    files,
    problems: [...(fragments.ok ? [] : fragments.error), ...read.flatMap((result) => (result.ok ? [] : result.error))],
  }
}
