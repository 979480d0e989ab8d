import { Navigate } from '@tanstack/react-router'
import { useSession } from '#web/client/session.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState } from '#web/ui/states.tsx'
import { appMessages } from '../messages.ts'
import { homeOf } from '../navigation.ts'
import { Page } from '../shell.tsx'
import { TodayPage } from './today-page.tsx'

/** `/`: today for who keeps customers, else one's own first place; a person without any is told so instead of seeing an empty page. */
export function HomePage() {
  const m = useMessages(appMessages)
  const { can } = useSession()
  const home = homeOf(can)
  if (can.includes('contact.run')) return <TodayPage />
  if (home) return <Navigate to={home} replace />
  return (
    <Page title={m.brand}>
      <EmptyState title={m.nowhere.title} hint={m.nowhere.hint} icon="calm" />
    </Page>
  )
}
