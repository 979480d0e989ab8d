import { useState } from 'react'
import { CoachedArea } from '#web/client/coach/coached-area.tsx'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { type CoachAddress, coachTabs, type OwnShown } from './address.ts'
import { coachMessages } from './messages.ts'
import { OwnHits } from './own-hits.tsx'
import { OwnRules } from './own-rules.tsx'
import { Pairs } from './pairs.tsx'
import { Policies } from './policies.tsx'
import { RuleList } from './rule-list.tsx'

type Props = {
  address: CoachAddress
  onGo: (change: CoachAddress) => void
  onWrite: (rule: OwnShown | null) => void
}

/** The rules of wording as people read them: a sentence can be tried, the pairs that are taught, rules explained, every rule, our own, and one's own marks [H-39]. */
export function CoachScreen({ address, onGo, onWrite }: Props) {
  const m = useMessages(coachMessages)
  const errorText = useErrorText()
  const [tried, setTried] = useState('')
  const { data: library, error, refetch } = useRead('GET /api/coach/library', {}, { keep: true })
  const of = address.of ?? 'pairs'
  if (error && !library)
    return <ErrorState title={m.failed.title} remedy={errorText(error)} onRetry={() => void refetch()} />
  return (
    <div className="flex min-w-0 flex-col px-4 pb-8 lg:px-6">
      <div className="max-w-3xl pt-3">
        <CoachedArea label={m.try.label} placeholder={m.try.place} value={tried} onChange={setTried} rows={2} opening />
      </div>
      <div className="border-b border-line">
        <SegmentedTabs
          label={m.tabsLabel}
          selected={of}
          onSelect={(id) => onGo({ of: coachTabs.find((one) => one === id) })}
          items={coachTabs.map((id) => ({ id, label: m.tabs[id] }))}
        />
      </div>
      {of === 'mine' && <OwnHits />}
      {of === 'policies' && <Policies />}
      {of !== 'mine' && of !== 'policies' && !library && <SkeletonRows rows={8} />}
      {library && of === 'pairs' && <Pairs library={library} />}
      {library && of === 'rules' && <RuleList library={library} address={address} onGo={onGo} />}
      {library && of === 'own' && <OwnRules library={library} onWrite={onWrite} />}
    </div>
  )
}
