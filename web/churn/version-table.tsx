import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { download, Refused } from '#web/client/send.ts'
import { useCan, useDayOf } from '#web/client/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { notify } from '#web/ui/toast.tsx'
import { modelMessages } from './model-messages.ts'

type Version = Reply<Contract['GET /api/warning/versions']>['versions'][number]

/** Every model that was trained here; an older one is taken up again with one press, and that is taken back with another. */
export function VersionTable() {
  const m = useMessages(modelMessages)
  const f = useFormat()
  const dayOf = useDayOf()
  const { data } = useRead('GET /api/warning/versions', {})
  if (!data) return <SkeletonRows rows={3} />
  if (data.versions.length === 0) return null
  const notes = ({ excluded, alarms }: Version): string =>
    [
      ...(excluded.length > 0 ? [m.versions.without(f.list(excluded))] : []),
      ...(alarms > 0 ? [m.versions.alarms(alarms)] : []),
    ].join(' · ')
  return (
    <Section className="lg:col-span-2" title={m.versions.title} remark={m.versions.remark}>
      <Table
        label={m.versions.title}
        rows={data.versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'trained',
            title: m.versions.trained,
            render: ({ trainedAt, trainedBy, active }) => (
              <span className="inline-flex items-center gap-2 whitespace-nowrap">
                {m.versions.by(dayOf(trainedAt), trainedBy)}
                {active && <span className="t12 text-jade">{m.versions.active}</span>}
              </span>
            ),
          },
          {
            key: 'data',
            title: m.versions.data,
            render: (version) => (
              <>
                <span className="block min-w-24">
                  {m.versions.rows(f.number(version.rows), f.number(version.leavers))}
                </span>
                {notes(version) && <span className="t12 block text-ink-3">{notes(version)}</span>}
                <span className="t12 block text-ink-3">
                  {version.months.length === 0 ? m.versions.none : m.versions.months(f.list(version.months))}
                </span>
              </>
            ),
          },
          {
            key: 'quality',
            title: m.versions.auc,
            num: true,
            render: ({ auc, topDecileLift, brier }) => (
              <>
                {auc.value.toFixed(3)}
                <span className="t12 block text-ink-3">{`${auc.low.toFixed(2)} – ${auc.high.toFixed(2)}`}</span>
                <span className="t12 block text-ink-3">
                  {m.versions.also(topDecileLift.toFixed(1), brier.toFixed(3))}
                </span>
              </>
            ),
          },
          { key: 'actions', title: '', num: true, render: (version) => <VersionActs version={version} /> },
        ]}
      />
    </Section>
  )
}

function VersionActs({ version: { id, active, trainedAt } }: { version: Version }) {
  const m = useMessages(modelMessages)
  const dayOf = useDayOf()
  const errorText = useErrorText()
  const use = useWrite('PUT /api/warning/versions/:id/use')
  const problem = (error: unknown): void => {
    if (error instanceof Refused) notify({ text: errorText(error), tone: 'problem' })
  }
  if (!useCan('warning.train')) return null
  const day = dayOf(trainedAt)
  const back = (before: string): void =>
    use.mutate({ params: { id: before } }, { onSuccess: () => notify({ text: m.versions.back }), onError: problem })
  const take = (): void =>
    use.mutate(
      { params: { id } },
      {
        onSuccess: ({ before }) =>
          notify({ text: m.versions.used(day), ...(before === null ? {} : { undo: () => back(before) }) }),
        onError: problem,
      },
    )
  return (
    <span className="inline-flex items-center gap-1">
      {!active && (
        <Button size="s" isPending={use.isPending} onPress={take}>
          {m.versions.use}
        </Button>
      )}
      <IconButton
        kind="bare"
        icon="download"
        label={`${m.versions.file} ${day}`}
        onPress={() => {
          notify({ text: m.versions.fileHint })
          download('GET /api/warning/versions/:id/file', { params: { id } }).catch(problem)
        }}
      />
    </span>
  )
}
