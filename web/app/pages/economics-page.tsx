import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCan } from '#web/client/session.tsx'
import { BridgeBoard } from '#web/economics/bridge-board.tsx'
import { ChainBoard } from '#web/economics/chain-board.tsx'
import { LossBoard } from '#web/economics/loss-board.tsx'
import { economicsMessages } from '#web/economics/messages.ts'
import { ValueSheet } from '#web/satisfaction/value-sheet.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { type EconomicsAddress, economicsTabs } from '../economics-address.ts'
import { Page } from '../shell.tsx'

/** What the customers bring and what losing them costs; for leads also the chain from colleagues to revenue. */
export function EconomicsPage() {
  const m = useMessages(economicsMessages)
  const search = useSearch({ from: '/signed-in/economics' })
  const navigate = useNavigate()
  const leads = useCan('team.read')
  const tabs = leads ? economicsTabs : (['bridge', 'loss'] as const)
  const tab = tabs.find((one) => one === search.tab) ?? 'bridge'
  const change = (next: EconomicsAddress): void =>
    void navigate({ to: '/economics', search: { ...search, ...next }, replace: true })
  return (
    <Page
      title={m.title}
      tabs={
        <SegmentedTabs
          label={m.title}
          height={52}
          items={tabs.map((id) => ({ id, label: m.tabs[id] }))}
          selected={tab}
          onSelect={(id) => change({ tab: tabs.find((one) => one === id) })}
        />
      }
    >
      {tab === 'bridge' && (
        <BridgeBoard ask={{ from: search.from, to: search.to, kind: search.kind }} onAsk={(ask) => change(ask)} />
      )}
      {tab === 'loss' && <LossBoard />}
      {tab === 'chain' && (
        <>
          <ChainBoard unit={search.unit} onUnit={(unit) => change({ unit })} />
          <div className="max-w-4xl px-4 pb-8 lg:px-6">
            <ValueSheet />
          </div>
        </>
      )}
    </Page>
  )
}
