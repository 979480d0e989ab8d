import { useReadPages } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { arms, type CampaignFilter, type CampaignMember, type CampaignShown } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'

type Props = { campaign: CampaignShown; filter: CampaignFilter; onFilter: (filter: CampaignFilter) => void }

/** Who is contacted and who is held out, by name. */
export function MembersSection({ campaign, filter, onFilter }: Props) {
  const { members: m } = useMessages(campaignMessages)
  const arm = filter.arm ?? 'contacted'
  const pages = useReadPages('GET /api/campaigns/:id/customers', { params: { id: campaign.id }, query: { arm } })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Section title={m.title} remark={m.remark}>
      <SegmentedTabs
        label={m.title}
        selected={arm}
        onSelect={(id) => onFilter({ arm: arms.find((one) => one === id) })}
        items={arms.map((id) => ({ id, label: m[id], count: campaign[id].customers }))}
      />
      {!pages.data && <SkeletonRows rows={6} />}
      {pages.data && rows.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      {rows.length > 0 && <Members rows={rows} label={m[arm]} readable={campaign.phase === 'readable'} />}
      {pages.hasNextPage && (
        <Button className="mt-2" isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {m.more}
        </Button>
      )}
    </Section>
  )
}

function Members({ rows, label, readable }: { rows: readonly CampaignMember[]; label: string; readable: boolean }) {
  const { members: m } = useMessages(campaignMessages)
  const { today } = useSession()
  const f = useFormat()
  const contact = ({ arm, reachedOn, dueOn }: CampaignMember): string => {
    if (reachedOn) return m.reachedOn(f.shortDay(reachedOn, today))
    if (dueOn) return m.dueOn(f.shortDay(dueOn, today))
    return arm === 'heldOut' ? m.held : m.notDue
  }
  const later = ({ stayed }: CampaignMember): string => (stayed === null ? m.unknown : stayed ? m.stayed : m.left)
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={({ customerId }) => customerId}
      columns={[
        {
          key: 'customer',
          title: m.customer,
          render: (row) => (
            <span className="flex items-center gap-1.5">
              <Link href={`/customers/${row.customerId}`} quiet>
                {row.name}
              </Link>
              {row.tier !== null && <Tier letter={row.tier} />}
            </span>
          ),
        },
        { key: 'manager', title: m.manager, quiet: true, render: ({ manager }) => manager ?? '—' },
        { key: 'state', title: m.state, quiet: true, num: true, render: contact },
        ...(readable ? [{ key: 'outcome', title: m.outcome, num: true, render: later }] : []),
      ]}
    />
  )
}
