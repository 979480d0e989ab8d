import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { CampaignForm } from '#web/campaign/campaign-form.tsx'
import { CampaignsScreen } from '#web/campaign/campaigns-screen.tsx'
import { campaignMessages } from '#web/campaign/messages.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Retention campaigns with a control group. */
export function CampaignsPage() {
  const m = useMessages(campaignMessages)
  const filter = useSearch({ from: '/signed-in/campaigns' })
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={m.title}
      remark={m.remark}
      acts={
        <Button icon="plus" onPress={() => setAdding(true)}>
          {m.add}
        </Button>
      }
    >
      <CampaignsScreen
        filter={filter}
        onFilter={(search) => void navigate({ to: '/campaigns', search, replace: true })}
        onAdd={() => setAdding(true)}
      />
      {adding && (
        <CampaignForm
          campaign={null}
          onClose={() => setAdding(false)}
          onSaved={(id) => void navigate({ to: '/campaigns/$id', params: { id } })}
        />
      )}
    </Page>
  )
}
