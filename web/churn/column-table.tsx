import { useState } from 'react'
import { useCan } from '#web/client/session.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { Link } from '#web/ui/link.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Table } from '#web/ui/table.tsx'
import { MeaningForm } from './meaning-form.tsx'
import { warningMessages } from './messages.ts'
import type { Model } from './model-board.tsx'

type Column = Model['columns'][number]

/** What the model looks at, by how far each column moves the result; what it means can be said, and a column left out. */
export function ColumnTable({
  model,
  excluded,
  onExcluded,
}: {
  model: Model
  excluded: readonly string[]
  onExcluded: (columns: readonly string[]) => void
}) {
  const m = useMessages(warningMessages)
  const language = useLanguage()
  const may = useCan('warning.train')
  const [editing, setEditing] = useState<Column | null>(null)
  const widest = Math.max(...model.columns.map(({ weight }) => weight), 1e-9)
  const leftOut: Column[] = model.excluded.map((name) => ({ name, meaning: null, weight: 0 }))
  const toggle = (name: string, on: boolean): void =>
    onExcluded(on ? [...excluded, name] : excluded.filter((each) => each !== name))
  return (
    <Section className="lg:col-span-2" title={m.model.columns} remark={m.model.columnsRemark}>
      <Table
        label={m.model.columns}
        rows={[...model.columns, ...leftOut]}
        rowKey={(column) => column.name}
        columns={[
          {
            key: 'meaning',
            title: m.model.meaning,
            render: ({ meaning, name }) => (
              <>
                {meaning ? meaning[language] : name}
                {meaning?.[language] !== name && (
                  <span className="t12 block text-ink-3">{meaning ? name : m.model.unsaid}</span>
                )}
              </>
            ),
          },
          {
            key: 'changeable',
            title: m.model.changeable,
            render: ({ meaning }) =>
              meaning && (
                <CanMark can={meaning.changeable ? 'yes' : 'no'}>
                  <span className="sr-only">{meaning.changeable ? m.list.can : m.list.cannot}</span>
                </CanMark>
              ),
          },
          {
            key: 'weight',
            title: m.model.weight,
            width: '22%',
            render: ({ weight }) => (
              <span className="flex items-center gap-2" title={weight.toFixed(2)}>
                <span aria-hidden="true" className="h-1.5 bg-ink-3" style={{ width: `${(weight / widest) * 100}%` }} />
                <span className="sr-only">{weight.toFixed(2)}</span>
              </span>
            ),
          },
          {
            key: 'edit',
            title: '',
            num: true,
            render: (column) =>
              may && (
                <Link aria-label={`${m.model.edit} ${column.name}`} onPress={() => setEditing(column)}>
                  {m.model.edit}
                </Link>
              ),
          },
          {
            key: 'exclude',
            title: m.model.leaveOut,
            num: true,
            render: ({ name }) =>
              may && (
                <Checkbox
                  aria-label={`${m.model.leaveOut} ${name}`}
                  isSelected={excluded.includes(name)}
                  onChange={(on) => toggle(name, on)}
                >
                  {null}
                </Checkbox>
              ),
          },
        ]}
      />
      {editing && <MeaningForm name={editing.name} meaning={editing.meaning} onClose={() => setEditing(null)} />}
    </Section>
  )
}
