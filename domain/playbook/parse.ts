import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import { type Playbook, playbookSchema } from './definition.ts'
import type { Problem } from './problem.ts'
import { referenceProblems } from './references.ts'
import { inOrder, readYaml } from './yaml.ts'

/**
 * Reads one playbook file. Every problem found is returned at once, in the order of the file, each with its place;
 * references between steps are looked at once the shape is right.
 */
export const parsePlaybook = (file: string, text: string): Result<Playbook, Problem[]> => {
  const read = readYaml(file, text, playbookSchema)
  if (!read.ok) return read
  const { value, locate } = read.value
  const problems = referenceProblems(file, value).map(({ path, said }) => ({ ...locate(path), said }))
  return problems.length === 0 ? ok(value) : refuse(inOrder(problems))
}
