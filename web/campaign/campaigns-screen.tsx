import { phaseNames as phasesEn } from '#domain/retention/campaign-words.en.ts'
import { phaseNames as phasesZh } from '#domain/retention/campaign-words.zh.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { type CampaignLine, campaignShows, type CampaignsFilter } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'

type Props = { filter: CampaignsFilter; onFilter: (filter: CampaignsFilter) => void; onAdd: () => void }

export const phaseNames = { zh: phasesZh, en: phasesEn }

/** Retention campaigns under way, to be read, put away; each with what may be said of it today. */
export function CampaignsScreen({ filter, onFilter, onAdd }: Props) {
  const m = useMessages(campaignMessages)
  const show = filter.show ?? 'open'
  const { data, error, refetch } = useRead('GET /api/campaigns', { query: { show } }, { keep: true })
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  return (
    <div className="flex min-w-0 flex-col px-4 lg:px-6">
      <div className="overflow-x-auto border-b border-line">
        <SegmentedTabs
          label={m.showLabel}
          selected={show}
          onSelect={(id) => onFilter({ show: campaignShows.find((one) => one === id) })}
          items={campaignShows.map((id) => ({ id, label: m.shows[id], count: data?.counts[id] }))}
        />
      </div>
      {!data && <SkeletonRows rows={6} />}
      {data && data.rows.length === 0 && (
        <EmptyState {...m.none[show]} icon="campaign">
          {show === 'open' && (
            <Button kind="go" onPress={onAdd}>
              {m.add}
            </Button>
          )}
        </EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <Rows label={m.shows[show]}>
          {data.rows.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} />
          ))}
        </Rows>
      )}
    </div>
  )
}

function CampaignRow({ campaign }: { campaign: CampaignLine }) {
  const m = useMessages(campaignMessages)
  const language = useLanguage()
  const { branch } = useSession()
  const f = useFormat(branch.timeZone)
  const { contacted, heldOut, effect, phase } = campaign
  const assigned = contacted.customers + heldOut.customers > 0
  return (
    <Row
      note={[
        assigned && m.arms(f.number(contacted.customers), f.number(heldOut.customers)),
        m.readOn(campaign.readOn),
        m.by(campaign.setBy),
      ]
        .filter(Boolean)
        .join(' · ')}
      end={
        phase === 'readable' && effect
          ? m.verdicts[effect.verdict]
          : campaign.stopped
            ? m.stopped
            : phaseNames[language][phase]
      }
    >
      <Link href={`/campaigns/${campaign.id}`} quiet className="font-strong">
        {campaign.title}
      </Link>
    </Row>
  )
}
