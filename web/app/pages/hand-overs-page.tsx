import { useNavigate, useSearch } from '@tanstack/react-router'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { DepartureRows } from '#web/departure/departures-screen.tsx'
import { departureMessages } from '#web/departure/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { HandOverList } from '#web/worklist/hand-over-list.tsx'
import { workMessages } from '#web/worklist/messages.ts'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'

/** What colleagues ask of each other. For a light collaborator this is the whole of Weixi: the question, never the dossier. */
export function HandOversPage() {
  const { handOvers: m, list } = useMessages(workMessages)
  const errorText = useErrorText()
  const asks = useCan('handover.ask')
  const search: Record<string, unknown> = useSearch({ from: '/signed-in/handovers' })
  const navigate = useNavigate()
  const lines = useRead('GET /api/handovers', {}, { keep: true, every: 60_000 })
  const departing = useMessages(departureMessages)
  const reads = useCan('customer.read')
  const departures = (useRead('GET /api/departures', {}, { enabled: reads }).data?.rows ?? []).filter(
    ({ done }) => !done,
  )
  const shown = asks && search['whose'] === 'fromMe' ? 'fromMe' : 'toMe'
  const count = (rows: readonly { state: string }[] | undefined): number | undefined =>
    rows?.filter(({ state }) => state === 'asked' || state === 'accepted').length
  const tabs = asks && (
    <SegmentedTabs
      height={52}
      label={m.title}
      selected={shown}
      onSelect={(whose) => void navigate({ to: '/handovers', search: { whose }, replace: true })}
      items={[
        { id: 'toMe', label: m.toMe, count: count(lines.data?.toMe) },
        { id: 'fromMe', label: m.fromMe, count: count(lines.data?.fromMe) },
      ]}
    />
  )
  return (
    <Page
      title={m.title}
      {...(tabs ? { tabs } : { remark: m.toMe })}
      acts={<ListFileMenu of="GET /api/handovers/file" search={{ whose: shown }} />}
    >
      {departures.length > 0 && (
        <section aria-label={departing.title} className="border-b border-line px-4 lg:px-6">
          <DepartureRows rows={departures} />
        </section>
      )}
      {lines.data ? (
        <HandOverList rows={lines.data[shown]} mine={shown === 'toMe'} />
      ) : lines.error ? (
        <ErrorState
          title={errorText(lines.error)}
          remedy={list.loadRemedy}
          onRetry={() => void lines.refetch()}
          code={lines.error.reply.requestId}
        />
      ) : (
        <div className="px-4 lg:px-6">
          <SkeletonRows rows={4} />
        </div>
      )}
    </Page>
  )
}
