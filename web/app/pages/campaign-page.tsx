import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { CampaignActs } from '#web/campaign/campaign-acts.tsx'
import { CampaignForm } from '#web/campaign/campaign-form.tsx'
import { CampaignScreen } from '#web/campaign/campaign-screen.tsx'
import { campaignMessages } from '#web/campaign/messages.ts'
import { useRead } from '#web/client/query.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** One retention campaign: its plan, its arms and what it caused. */
export function CampaignPage() {
  const m = useMessages(campaignMessages)
  const { id } = useParams({ from: '/signed-in/campaigns/$id' })
  const filter = useSearch({ from: '/signed-in/campaigns/$id' })
  const navigate = useNavigate()
  const [changing, setChanging] = useState(false)
  const { data, error, refetch } = useRead('GET /api/campaigns/:id', { params: { id } })
  const gone = error?.status === 404
  return (
    <Page
      title={<Link href="/campaigns">{m.title}</Link>}
      acts={data && <CampaignActs campaign={data} onChange={() => setChanging(true)} />}
    >
      {error && !data && (
        <ErrorState {...(gone ? m.gone : m.failed)} onRetry={gone ? undefined : () => void refetch()} />
      )}
      {!error && !data && <SkeletonBrief />}
      {data && (
        <CampaignScreen
          campaign={data}
          filter={filter}
          onFilter={(search) => void navigate({ to: '/campaigns/$id', params: { id }, search, replace: true })}
        />
      )}
      {data && changing && (
        <CampaignForm campaign={data} onClose={() => setChanging(false)} onSaved={() => setChanging(false)} />
      )}
    </Page>
  )
}
