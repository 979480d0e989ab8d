import { useNavigate, useSearch } from '@tanstack/react-router'
import { CatalogueScreen } from '#web/retention/catalogue-screen.tsx'
import { retentionMessages } from '#web/retention/messages.ts'
import { RulesScreen } from '#web/retention/rules-screen.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { Page } from '../shell.tsx'

const parts = ['offers', 'rules'] as const

/** The branch's offers and the rules behind them: open to everybody, changed by a lead. */
export function RetentionRulesPage() {
  const { rules: m } = useMessages(retentionMessages)
  const { of = 'offers' } = useSearch({ from: '/signed-in/retention-rules' })
  const navigate = useNavigate()
  return (
    <Page
      title={m.title}
      remark={m.remark}
      tabs={
        <SegmentedTabs
          label={m.tabsLabel}
          height={52}
          selected={of}
          onSelect={(id) =>
            void navigate({ to: '/retention-rules', search: { of: parts.find((one) => one === id) }, replace: true })
          }
          items={parts.map((id) => ({ id, label: m.tabs[id] }))}
        />
      }
    >
      {of === 'offers' ? <CatalogueScreen /> : <RulesScreen />}
    </Page>
  )
}
