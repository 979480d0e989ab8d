import { type Document, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { fieldName, type Path, placeAt, placeOf, placeOfKey } from './locate.ts'
import type { Problem, ProblemFacts } from './problem.ts'

type Open = { file: string; text: string; document: Document; lines: LineCounter }
type Issue = z.core.$ZodIssue

/** Where a field of the file stands, for remarks that only show once the whole has been read. */
export type Locate = (path: Path) => Omit<Problem, 'said'>

export type ReadYaml<T> = { value: T; locate: Locate }

/** Reads a file an editor wrote and checks its shape; every problem is returned at once, in the order of the file. */
export const readYaml = <T>(file: string, text: string, schema: z.ZodType<T>): Result<ReadYaml<T>, Problem[]> => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const open = { file, text, document, lines }
  if (document.errors.length > 0) return refuse(syntaxProblems(open))
  const alias = aliasProblem(open)
  if (alias) return refuse([alias])
  const parsed = schema.safeParse(document.toJS())
  if (!parsed.success) return refuse(inOrder(parsed.error.issues.flatMap((issue) => problemsOf(open, issue))))
  return ok({ value: parsed.data, locate: (path) => located(open, path) })
}

export const inOrder = <P extends Omit<Problem, 'said'>>(problems: P[]): P[] =>
  problems.sort((a, b) => a.line - b.line || a.column - b.column)

/** A field written twice is one slip; after any other error the rest of the file only echoes it. */
const syntaxProblems = (open: Open): Problem[] => {
  const { errors } = open.document
  const first = errors.findIndex(({ code }) => code !== 'DUPLICATE_KEY')
  return errors.slice(0, first < 0 ? errors.length : first + 1).map((error) => syntaxProblem(open, error))
}

const syntaxProblem = ({ file, text, lines }: Open, error: YAMLError): Problem => {
  const place = placeAt(lines, error.pos[0])
  if (error.code !== 'DUPLICATE_KEY') {
    return { file, ...place, field: '', said: { code: 'yaml.syntax', params: { reason: error.code } } }
  }
  const key = /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? ''
  return { file, ...place, field: key, said: { code: 'key.twice', params: { key } } }
}

/** A reference to text elsewhere (`*name`) hides from the editor what is said here, and can be made to grow without end. */
const aliasProblem = ({ file, lines, document }: Open): Problem | null => {
  let at: number | null = null
  visit(document, {
    Alias: (_, alias) => {
      at = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return at === null ? null : { file, ...placeAt(lines, at), field: '', said: { code: 'yaml.alias', params: {} } }
}

const located = ({ file, document, lines }: Open, path: Path): Omit<Problem, 'said'> => {
  const { line, column } = placeOf(document, lines, path)
  return { file, line, column, field: fieldName(path) }
}

const problemAt = (open: Open, path: Path, said: Said<ProblemFacts>): Problem => ({ ...located(open, path), said })

const problemsOf = (open: Open, issue: Issue): Problem[] => {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code !== 'unrecognized_keys') return [problemAt(open, path, saidOf(open, issue, path))]
  return issue.keys.map((key) => ({
    file: open.file,
    ...placeOfKey(open.document, open.lines, path, key),
    field: fieldName([...path, key]),
    said: { code: 'key.unknown' as const, params: { key } },
  }))
}

const saidOf = (open: Open, issue: Issue, path: Path): Said<ProblemFacts> => {
  const written = placeOf(open.document, open.lines, path).written
  const field = String(path.at(-1) ?? '')
  if (!written && (field === 'zh' || field === 'en')) return { code: 'language.missing', params: { language: field } }
  if (!written) return { code: 'field.missing', params: { field } }
  if (issue.code === 'custom') return issue.params as Said<ProblemFacts>
  if (issue.code === 'invalid_value') {
    const found = String(open.document.getIn(path) ?? open.document.getIn(path.slice(0, -1)))
    return { code: 'value.unknown', params: { found, allowed: issue.values.join(', ') } }
  }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return issue.minimum > 1
      ? { code: 'list.short', params: { least: Number(issue.minimum) } }
      : { code: 'list.empty', params: {} }
  if (issue.code === 'too_small') return { code: 'number.small', params: { least: Number(issue.minimum) } }
  return { code: 'type.wrong', params: { wanted: issue.code === 'invalid_type' ? issue.expected : issue.code } }
}
