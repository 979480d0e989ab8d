import type { CampaignMove } from '#domain/retention/campaign.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { type CampaignShown, refusals } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'

const back: Readonly<Record<CampaignMove, CampaignMove>> = {
  start: 'unstart',
  unstart: 'start',
  stop: 'resume',
  resume: 'stop',
  drop: 'restore',
  restore: 'drop',
}

type Moved = Pick<CampaignShown, 'id' | 'version' | 'title'>

/** Moves a campaign, each move with its way back; somebody else's meanwhile is named and shown. */
export const useCampaignMove = (): ((campaign: Moved, move: CampaignMove) => void) => {
  const m = useMessages(campaignMessages)
  const f = useFormat()
  const text = useReasonText(refusals)
  const refresh = useRefresh()
  const write = useWrite('POST /api/campaigns/:id/moves')
  const done: Record<CampaignMove, (title: string, contacted: number, heldOut: number) => string> = {
    start: (_title, contacted, heldOut) => m.acts.started(f.number(contacted), f.number(heldOut)),
    unstart: () => m.acts.unstarted,
    stop: () => m.acts.stopped,
    resume: () => m.acts.resumed,
    drop: (title) => m.acts.dropped(title),
    restore: () => m.acts.restored,
  }
  const move = (campaign: Moved, to: CampaignMove): void =>
    write.mutate(
      { params: { id: campaign.id }, body: { move: to, baseVersion: campaign.version } },
      {
        onSuccess: ({ version, contacted, heldOut }) =>
          notify({
            text: done[to](campaign.title, contacted, heldOut),
            undo: () => move({ ...campaign, version }, back[to]),
          }),
        onError: (error) => {
          const [clash] = error.reply.conflicts ?? []
          if (clash) void refresh()
          notify({ text: clash ? m.conflict(clash.by) : text(error), tone: 'problem' })
        },
      },
    )
  return move
}
