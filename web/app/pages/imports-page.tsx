import { useNavigate } from '@tanstack/react-router'
import { Begin } from '#web/import/begin.tsx'
import { importMessages } from '#web/import/messages.ts'
import { KeptMappings, PastImports } from '#web/import/past-imports.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Where files come in: a new one, kept mappings, and every import there was. */
export function ImportsPage() {
  const m = useMessages(importMessages)
  const navigate = useNavigate()
  return (
    <Page title={m.title}>
      <div className="grid gap-4 px-4 py-3 lg:px-5">
        <Begin onUploaded={(id) => void navigate({ to: '/imports/$id', params: { id } })} />
        <KeptMappings />
        <PastImports />
      </div>
    </Page>
  )
}
