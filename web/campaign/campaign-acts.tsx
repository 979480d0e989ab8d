import { useFormat } from '#web/ui/format.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { useRead } from '#web/client/query.ts'
import type { AudienceQuery, CampaignShown } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'
import { useCampaignMove } from './use-move.ts'

/** What can be done with a campaign today. */
export function CampaignActs({ campaign, onChange }: { campaign: CampaignShown; onChange: () => void }) {
  const { acts: m } = useMessages(campaignMessages)
  const move = useCampaignMove()
  const { phase, stopped } = campaign
  if (phase === 'dropped') return <Button onPress={() => move(campaign, 'restore')}>{m.restore}</Button>
  if (phase === 'draft')
    return (
      <>
        <Button kind="bare" onPress={() => move(campaign, 'drop')}>
          {m.drop}
        </Button>
        <Button icon="edit" onPress={onChange}>
          {m.change}
        </Button>
        <Start campaign={campaign} onStart={() => move(campaign, 'start')} />
      </>
    )
  if (phase === 'readable') return null
  return stopped ? (
    <Button onPress={() => move(campaign, 'resume')}>{m.resume}</Button>
  ) : (
    phase === 'contacting' && <Button onPress={() => move(campaign, 'stop')}>{m.stop}</Button>
  )
}

/** Starting says first how many are drawn; it draws once. */
function Start({ campaign, onStart }: { campaign: CampaignShown; onStart: () => void }) {
  const { acts: m } = useMessages(campaignMessages)
  const f = useFormat()
  const { mine, ...filter } = campaign.audience.filter
  const query: AudienceQuery = {
    ...filter,
    ...(mine === true ? { mine: 'true' } : {}),
    playbook: campaign.playbook,
    share: campaign.share,
  }
  const { data } = useRead('GET /api/campaigns/audience', { query })
  return (
    <Popover label={m.start} placement="bottom end" trigger={<Button kind="go">{m.start}</Button>}>
      {(close) => (
        <div className="grid gap-3">
          <p className="t13">{m.startAsk(data ? f.number(data.customers) : '…')}</p>
          <Button
            kind="go"
            onPress={() => {
              onStart()
              close()
            }}
          >
            {m.startSure}
          </Button>
        </div>
      )}
    </Popover>
  )
}
