import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCan, useDayOf } from '#web/client/session.tsx'
import { valueMessages } from '#web/portfolio/messages.ts'
import type { KindChoice } from '#web/portfolio/overview.tsx'
import { RulesEditor } from '#web/portfolio/rules-editor.tsx'
import { RunButton, useValue, type ValueAsk, ValueBoard } from '#web/portfolio/value-board.tsx'
import type { ValueFiles } from '#web/portfolio/watch-lists.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'

const TABS = ['overview', 'watch', 'frozen', 'rules'] as const
type Tab = (typeof TABS)[number]
const KINDS = ['all', 'person', 'group', 'outlet'] as const

const oneOf = <T extends string>(all: readonly T[], value: unknown, usual: T): T =>
  all.find((each) => each === value) ?? usual

const files: ValueFiles = {
  watch: (search) => <ListFileMenu of="GET /api/value/watch/file" search={search} />,
  frozen: (id) => <ListFileMenu of="GET /api/frozen-lists/:id/file" params={{ id }} search={{}} />,
}

/** What the customers are worth; month, kind and the chosen shares live in the address. */
export function ValuePage() {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const dayOf = useDayOf()
  const navigate = useNavigate()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const reads = useCan('value.read')
  const tabs = reads ? TABS : (['rules'] as const)
  const tab = oneOf<Tab>(tabs, search['tab'], tabs[0])
  const ask: ValueAsk = {
    kind: oneOf<KindChoice>(KINDS, search['kind'], 'all'),
    month: typeof search['month'] === 'string' ? search['month'] : undefined,
    share: typeof search['share'] === 'number' ? search['share'] : undefined,
    tiers: typeof search['tiers'] === 'string' ? search['tiers'].split(',') : undefined,
  }
  const change = (next: Record<string, unknown>): void =>
    void navigate({ to: '/value', search: { ...search, ...next }, replace: true })
  const value = useValue(ask, reads)
  const shown = value.data?.shown
  return (
    <Page
      title={m.title}
      remark={shown && value.data?.rule && m.computedAt(dayOf(shown.computedAt), value.data.rule.version)}
      tabs={
        <SegmentedTabs
          label={m.title}
          height={52}
          items={tabs.map((id) => ({ id, label: m.tabs[id] }))}
          selected={tab}
          onSelect={(id) => change({ tab: id })}
        />
      }
      acts={<RunButton words={m.again} />}
    >
      {tab === 'rules' ? (
        <RulesEditor />
      ) : (
        <>
          <div className="flex flex-wrap gap-3 px-4 pt-3 lg:px-6">
            <Select
              className="w-32"
              label={m.kind}
              labelHidden
              options={KINDS.map((id) => ({ id, label: m.kinds[id] }))}
              value={ask.kind}
              onChange={(kind) => change({ kind: kind === 'all' ? undefined : kind, tiers: undefined })}
            />
            {tab === 'overview' && shown && (
              <Select
                className="w-40"
                label={m.month}
                labelHidden
                options={(value.data?.months ?? []).map(({ month }) => ({ id: month, label: f.monthOfYear(month) }))}
                value={shown.month}
                onChange={(month) => change({ month })}
              />
            )}
          </div>
          <ValueBoard
            ask={ask}
            tab={tab}
            files={files}
            onTab={(next) => change({ tab: next })}
            onAsk={({ share, tiers }) =>
              change({ ...(share ? { share } : {}), ...(tiers ? { tiers: tiers.join(',') } : {}) })
            }
          />
        </>
      )}
    </Page>
  )
}
