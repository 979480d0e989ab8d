import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useReadPages, useRead, useWrite } from '#web/client/query.ts'
import { useErrorText } from '#web/client/errors.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { StatusDot } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { useWhen } from './when.ts'
import { importMessages } from './messages.ts'

export type ImportView = Reply<Contract['GET /api/imports/:id']>

const dots = {
  uploading: 'idle',
  ready: 'idle',
  checking: 'live',
  waiting: 'live',
  running: 'live',
  done: 'good',
  cancelled: 'idle',
  failed: 'now',
  undoing: 'live',
  undone: 'idle',
} as const

/** Every import with what it did, newest first. */
export function PastImports() {
  const m = useMessages(importMessages)
  const errorText = useErrorText()
  const { number } = useFormat()
  const when = useWhen()
  const pages = useReadPages('GET /api/imports', { query: {} })
  if (pages.error) return <ErrorState title={errorText(pages.error)} remedy="" onRetry={() => void pages.refetch()} />
  if (!pages.data) return <SkeletonRows rows={5} />
  const rows = pages.data.pages.flatMap((page) => page.rows)
  return (
    <Section title={m.past.title} remark={rows.length > 0 ? number(rows.length) : undefined}>
      {rows.length === 0 ? (
        <EmptyState title={m.past.none} hint={m.past.noneHint} icon="upload" />
      ) : (
        <>
          <Table<ImportView>
            label={m.past.title}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'file',
                title: m.past.columns.file,
                render: ({ id, fileName }) => (
                  <Link quiet href={`/imports/${id}`}>
                    {fileName}
                  </Link>
                ),
              },
              {
                key: 'what',
                title: m.past.columns.what,
                quiet: true,
                render: ({ target }) => target && m.targets[target],
              },
              {
                key: 'state',
                title: m.past.columns.state,
                render: ({ state }) => <StatusDot state={dots[state]}>{m.states[state]}</StatusDot>,
              },
              {
                key: 'rows',
                title: m.past.columns.rows,
                quiet: true,
                render: ({ figures, finishedAt, undone }) =>
                  finishedAt &&
                  (undone
                    ? m.undone.sum(number(undone.removed), number(undone.restored))
                    : m.past.result(number(figures.created), number(figures.updated), number(figures.rejected))),
              },
              { key: 'who', title: m.past.columns.who, quiet: true, render: ({ actor }) => actor.name },
              { key: 'when', title: m.past.columns.when, num: true, render: ({ askedAt }) => when(askedAt) },
            ]}
          />
          {pages.hasNextPage && (
            <div className="py-3">
              <Button onPress={() => void pages.fetchNextPage()}>{m.past.more}</Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}

/** Mappings that will be applied by themselves. */
export function KeptMappings() {
  const m = useMessages(importMessages)
  const kept = useRead('GET /api/import-templates', {})
  const forget = useWrite('DELETE /api/import-templates/:id')
  const rows = kept.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={m.templates.title} remark={m.templates.remark}>
      <div className="flex flex-wrap gap-2 py-3">
        {rows.map(({ id, name, target, mayForget }) => (
          <Chip key={id} icon="columns" onRemove={mayForget ? () => forget.mutate({ params: { id } }) : undefined}>
            {name} <span className="text-ink-3">{m.targets[target]}</span>
          </Chip>
        ))}
      </div>
    </Section>
  )
}
