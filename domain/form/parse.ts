import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Path } from '#domain/playbook/locate.ts'
import type { Problem, ProblemFacts } from '#domain/playbook/problem.ts'
import { inOrder, readYaml } from '#domain/playbook/yaml.ts'
import { type FormFact, formFactNames, formFacts, type RowFact, rowFactNames, rowFacts } from './facts.ts'
import { columnsFor, type Field, fieldsOf, type Layout, layoutSchema } from './layout.ts'

type Remark = { path: Path; said: Said<ProblemFacts> }

/** Reads one file of `forms/`; every problem is returned at once, each with its place, as for playbooks. */
export const parseLayout = (file: string, text: string): Result<Layout, Problem[]> => {
  const read = readYaml(file, text, layoutSchema)
  if (!read.ok) return read
  const { value, locate } = read.value
  const problems = remarksOn(file, value).map(({ path, said }) => ({ ...locate(path), said }))
  return problems.length === 0 ? ok(value) : refuse(inOrder(problems))
}

const remarksOn = (file: string, layout: Layout): Remark[] => [
  ...(file.endsWith(`/${layout.id}.yaml`) || file.endsWith(`\\${layout.id}.yaml`)
    ? []
    : [{ path: ['id'], said: { code: 'id.notFileName' as const, params: { id: layout.id, file } } }]),
  ...sameIds(layout),
  ...dueRemark(layout),
  ...layout.sections.flatMap(({ fields }, section) =>
    fields.flatMap((field, index) => fieldRemarks(layout, field, ['sections', section, 'fields', index])),
  ),
]

/** Answers are kept by field, so an id stands once in the whole form. */
const sameIds = ({ sections }: Layout): Remark[] => {
  const seen = new Set<string>()
  return sections.flatMap(({ fields }, section) =>
    fields.flatMap(({ id }, index) => {
      const again = seen.has(id)
      seen.add(id)
      return again
        ? [{ path: ['sections', section, 'fields', index, 'id'], said: { code: 'id.twice' as const, params: { id } } }]
        : []
    }),
  )
}

const dueRemark = (layout: Layout): Remark[] => {
  const days = fieldsOf(layout).filter(({ kind }) => kind === 'day')
  if (layout.due === undefined || days.some(({ id }) => id === layout.due)) return []
  return [
    {
      path: ['due'],
      said: unknown(
        layout.due,
        days.map(({ id }) => id),
      ),
    },
  ]
}

const unknown = (found: string, allowed: readonly string[]): Said<ProblemFacts> => ({
  code: 'value.unknown',
  params: { found, allowed: allowed.join(', ') },
})

const fieldRemarks = (layout: Layout, field: Field, at: Path): Remark[] => [
  ...belongs(field, at, 'choices', field.kind === 'choice' || field.kind === 'choices'),
  ...belongs(field, at, 'columns', field.kind === 'rows'),
  ...belongs(field, at, 'by', field.kind === 'sign'),
  ...fillRemarks(layout, field, at),
  ...makesRemarks(field, at),
]

const belongs = (field: Field, at: Path, key: 'choices' | 'columns' | 'by', wanted: boolean): Remark[] => {
  if (wanted === (field[key] !== undefined)) return []
  return wanted
    ? [{ path: [...at, key], said: { code: 'field.missing', params: { field: key } } }]
    : [{ path: [...at, key], said: { code: 'key.unknown', params: { key } } }]
}

const fillRemarks = (layout: Layout, field: Field, at: Path): Remark[] => {
  const { fill, kind } = field
  if (kind === 'rows') return rowFillRemarks(field, at)
  if (fill === undefined) return []
  const fitting = formFactNames.filter((name) => fitsKind(formFacts[name].kind, kind))
  if (!fitting.includes(fill as FormFact)) return [{ path: [...at, 'fill'], said: unknown(fill, fitting) }]
  const ours = 'ours' in formFacts[fill as FormFact]
  return ours && layout.for === 'customer'
    ? [{ path: [...at, 'fill'], said: { code: 'fact.ours', params: { fact: fill } } }]
    : []
}

/** A short text takes anything that can be written in one line. */
const fitsKind = (fact: Field['kind'], field: Field['kind']): boolean =>
  fact === field || field === 'long' || (field === 'text' && fact !== 'long')

const rowFillRemarks = ({ fill, columns = [] }: Field, at: Path): Remark[] => {
  if (fill === undefined)
    return columns.flatMap(({ fill: named }, index) =>
      named === undefined
        ? []
        : [
            {
              path: [...at, 'columns', index, 'fill'],
              said: { code: 'key.unknown' as const, params: { key: 'fill' } },
            },
          ],
    )
  if (!rowFactNames.includes(fill as RowFact)) return [{ path: [...at, 'fill'], said: unknown(fill, rowFactNames) }]
  const told: readonly string[] = rowFacts[fill as RowFact]
  return columns.flatMap(({ fill: named }, index) =>
    named === undefined || told.includes(named)
      ? []
      : [{ path: [...at, 'columns', index, 'fill'], said: unknown(named, told) }],
  )
}

const makesRemarks = ({ makes, columns = [] }: Field, at: Path): Remark[] =>
  makes === undefined
    ? []
    : columnsFor[makes]
        .filter((wanted) => !columns.some(({ id }) => id === wanted))
        .map((wanted) => ({
          path: [...at, 'columns'],
          said: { code: 'column.missing' as const, params: { column: wanted } },
        }))
