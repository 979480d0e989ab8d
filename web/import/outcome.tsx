import { useState } from 'react'
import { type Problem } from '#domain/import/facts.ts'
import { explained } from '#domain/import/rejected.ts'
import { fieldLabel } from '#domain/import/fields.ts'
import { download } from '#web/client/send.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner, SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { notify } from '#web/ui/toast.tsx'
import { importMessages } from './messages.ts'
import type { zh } from './messages.zh.ts'
import { NextSteps } from './next-steps.tsx'
import type { ImportView } from './past-imports.tsx'
import { useRefusalText } from './refusal.ts'

/** What an import did, or would do. */
export function Figures({ view, title, remark }: { view: ImportView; title: string; remark?: string }) {
  const m = useMessages(importMessages)
  const { number } = useFormat()
  const { figures, startedAt, finishedAt } = view
  const took = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null
  const remarks = [
    remark,
    m.outcome.would(number(figures.rowsRead)),
    took === null ? undefined : m.outcome.took(number(took, 1)),
  ]
  const shown = (['created', 'updated', 'unchanged', 'rejected'] as const).map((key) => ({ key, value: figures[key] }))
  return (
    <Section title={title} remark={remarks.filter(Boolean).join(' · ')}>
      <dl className="grid grid-cols-2 md:grid-cols-4">
        {shown.map(({ key, value }) => (
          <div key={key} className="flex flex-col-reverse border-b border-line py-2 pr-4">
            <dt className="t12 text-ink-3">{m.outcome[key]}</dt>
            <dd className={`t20 font-strong ${key === 'rejected' && value > 0 ? 'text-amber' : ''}`}>
              {number(value)}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

type Refusal = { row: number; problem: Problem }

const SHOWN = 50

/** Rejected rows with what to do, and the file to correct them in. */
export function RejectedRows({ view }: { view: ImportView }) {
  const m = useMessages(importMessages)
  const language = useLanguage()
  const { number } = useFormat()
  const problems = useRead('GET /api/imports/:id/problems', { params: { id: view.id }, query: { limit: SHOWN } })
  const save = (format: 'xlsx' | 'csv'): void =>
    void download('GET /api/imports/:id/rejects', { params: { id: view.id }, query: { format, language } })
  if (!problems.data) return <SkeletonRows rows={3} />
  const rows = problems.data.rows.flatMap(({ row, problems: own }) =>
    own.map((problem) => ({ row, problem: problem as Problem })),
  )
  const more = problems.data.total - problems.data.rows.length
  return (
    <Section title={m.outcome.rejects} remark={view.undone ? m.outcome.rejectsUndone : m.outcome.rejectsRemark}>
      <div className="flex flex-wrap gap-2 py-3">
        <Button icon="download" onPress={() => save('xlsx')}>
          {m.acts.xlsx}
        </Button>
        <Button kind="bare" icon="download" onPress={() => save('csv')}>
          {m.acts.csv}
        </Button>
      </div>
      <RefusalList refusals={rows} />
      {more > 0 && <p className="t12 py-2 text-ink-3">{m.outcome.more(number(more))}</p>}
    </Section>
  )
}

/** A table at a desk; on a phone each row's problem with its remedy below it. */
function RefusalList({ refusals }: { refusals: readonly Refusal[] }) {
  const { outcome: m } = useMessages(importMessages)
  const language = useLanguage()
  const keyOf = ({ row, problem }: Refusal): string => `${row} ${problem.field ?? ''} ${problem.said.code}`
  const told = ({ problem }: Refusal) => explained(problem, language)
  if (useWide('md'))
    return (
      <Table<Refusal>
        label={m.rejects}
        rows={refusals}
        rowKey={keyOf}
        columns={[
          { key: 'row', title: m.rowColumn, quiet: true, width: '4rem', render: ({ row }) => row },
          { key: 'field', title: m.fieldColumn, render: (refusal) => told(refusal).field },
          { key: 'problem', title: m.problemColumn, render: (refusal) => told(refusal).problem },
          { key: 'remedy', title: m.remedyColumn, quiet: true, render: (refusal) => told(refusal).remedy },
        ]}
      />
    )
  return (
    <Rows label={m.rejects}>
      {refusals.map((refusal) => (
        <Row key={keyOf(refusal)} note={told(refusal).remedy}>
          <span className="text-ink-3">{m.atRow(refusal.row, told(refusal).field)}</span> {told(refusal).problem}
        </Row>
      ))}
    </Rows>
  )
}

/** After an import: what it did, what came back, and the way to take it back. */
export function Outcome({ view }: { view: ImportView }) {
  const m = useMessages(importMessages)
  return (
    <>
      {!view.mine && <Banner>{m.outcome.notMine}</Banner>}
      {view.undone && <Undone view={view} undone={view.undone} />}
      <div className="grid gap-4 px-4 py-3 lg:px-5">
        {/* Once taken back, what it had made is no more: the line above says what was removed and what stayed. */}
        {!view.undone && <Figures view={view} title={m.outcome.done} />}
        {view.mine && view.figures.rejected > 0 && <RejectedRows view={view} />}
        {view.state === 'done' && <NextSteps view={view} />}
      </div>
      {isUndoable(view) && (
        <ActBar>
          <UndoButton view={view} />
        </ActBar>
      )}
    </>
  )
}

const isUndoable = ({ state, figures }: ImportView): boolean =>
  (state === 'done' || state === 'failed') && figures.created + figures.updated > 0

/** Asks first: what an undo removes only comes back by importing the file again. */
function UndoButton({ view }: { view: ImportView }) {
  const m = useMessages(importMessages)
  const { number } = useFormat()
  const refusalText = useRefusalText()
  const [asking, setAsking] = useState(false)
  const undo = useWrite('PUT /api/imports/:id/undo')
  const take = (): void => {
    setAsking(false)
    undo.mutate(
      { params: { id: view.id } },
      { onError: (error) => notify({ text: refusalText(error), tone: 'problem' }) },
    )
  }
  return (
    <>
      <Button icon="undo" isDisabled={undo.isPending} onPress={() => setAsking(true)}>
        {m.acts.undo}
      </Button>
      <Dialog
        title={m.undo.title}
        isOpen={asking}
        onClose={() => setAsking(false)}
        acts={
          <>
            <Button kind="go" onPress={take}>
              {m.undo.go}
            </Button>
            <Button kind="bare" onPress={() => setAsking(false)}>
              {m.undo.leave}
            </Button>
          </>
        }
      >
        {m.undo.what(number(view.figures.created), number(view.figures.updated))}
      </Dialog>
    </>
  )
}

function Undone({ view, undone }: { view: ImportView; undone: NonNullable<ImportView['undone']> }) {
  const m = useMessages(importMessages)
  const { number } = useFormat()
  const language = useLanguage()
  const kept = undone.left + undone.gone
  const left = useRead('GET /api/imports/:id/left', { params: { id: view.id }, query: {} }, { enabled: kept > 0 })
  return (
    <>
      <Banner tone="good" title={m.undone.title}>
        {[
          m.undone.sum(number(undone.removed), number(undone.restored)),
          ...(kept > 0 ? [m.undone.left(number(kept))] : []),
        ].join(language === 'zh' ? '；' : '; ')}
      </Banner>
      {left.data && left.data.rows.length > 0 && (
        <div className="px-4 py-3 lg:px-5">
          <Section title={m.undone.leftTitle}>
            <Rows label={m.undone.leftTitle}>
              {left.data.rows.map(({ entity, customerId, name, code, fields }) => (
                <Row
                  key={`${entity} ${customerId ?? code ?? ''} ${fields.join()}`}
                  note={fields.map((field) => leftField(field, language, m)).join(language === 'zh' ? '、' : ', ')}
                  end={m.undone.entities[entity as keyof typeof m.undone.entities]}
                >
                  {customerId && name ? (
                    <Link quiet href={`/customers/${customerId}`}>
                      {name}
                    </Link>
                  ) : (
                    (name ?? code ?? '')
                  )}
                </Row>
              ))}
            </Rows>
          </Section>
        </div>
      )}
    </>
  )
}

const leftField = (field: string, language: 'zh' | 'en', m: typeof zh): string => {
  const { record, gone, amount, attributes, contact, product } = m.undone
  const own: Readonly<Record<string, string>> = { record, gone, amount, attributes, contact, product }
  return own[field] ?? fieldLabel(field, language)
}
