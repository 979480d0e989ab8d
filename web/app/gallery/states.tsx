import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { Banner, EmptyState, ErrorState, SkeletonBrief, SkeletonList, SkeletonRows } from '#web/ui/states.tsx'
import { galleryMessages } from './messages.ts'

export function StateSamples() {
  const { states: s, fields: f, layers } = useMessages(galleryMessages)
  return (
    <>
      <ProgressBar
        label={f.importing}
        share={0.336}
        remark={f.rows}
        end={
          <Button size="s" kind="bare">
            {layers.cancel}
          </Button>
        }
      />
      <ProgressBar label={f.importing} />
      <div>
        <Banner tone="soon" icon="truck" title={s.market}>
          {s.marketText}
        </Banner>
        <Banner tone="note" icon="offline" title={s.offline}>
          {s.offlineText}
        </Banner>
        <Banner tone="good">{s.saved}</Banner>
        <Banner tone="now">{s.failed}</Banner>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <EmptyState icon="today" title={s.empty} hint={s.emptyHint}>
          <Button>{s.emptyAct}</Button>
        </EmptyState>
        <ErrorState title={s.error} remedy={s.remedy} onRetry={() => undefined} code="WX-4F2A" />
        <SkeletonList rows={3} />
        <SkeletonRows rows={4} />
      </div>
      <SkeletonBrief />
    </>
  )
}
