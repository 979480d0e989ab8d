import { useNavigate, useParams } from '@tanstack/react-router'
import { useRead } from '#web/client/query.ts'
import { importMessages } from '#web/import/messages.ts'
import { OneImport } from '#web/import/one-import.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** One import, from its columns to its outcome. */
export function ImportPage() {
  const m = useMessages(importMessages)
  const navigate = useNavigate()
  const { id } = useParams({ strict: false })
  const view = useRead('GET /api/imports/:id', { params: { id: id ?? '' } })
  return (
    <Page
      title={view.data?.fileName ?? m.title}
      remark={view.data && m.states[view.data.state]}
      acts={
        <Link href="/imports" className="whitespace-nowrap" aria-label={m.acts.back}>
          <span className="hidden md:inline">{m.acts.back}</span>
          <Icon name="left" className="md:hidden" />
        </Link>
      }
    >
      <div className="flex min-h-full flex-col">
        <OneImport key={id} id={id ?? ''} onGone={() => void navigate({ to: '/imports' })} />
      </div>
    </Page>
  )
}
