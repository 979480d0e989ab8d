import { Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState } from '#web/ui/states.tsx'
import { appMessages } from '../messages.ts'
import { homeOf } from '../navigation.ts'
import { Page } from '../shell.tsx'
import { TodayPage } from './today-page.tsx'

/** Who has landed already in this window: the first look after signing in may lead elsewhere, a press on Today never does. */
const landed = new Set<string>()

/** `/`: today for who keeps customers, else one's own first place; a person without any is told so instead of seeing an empty page. */
export function HomePage() {
  const m = useMessages(appMessages)
  const { can } = useSession()
  const home = homeOf(can)
  if (can.includes('contact.run')) return can.includes('team.read') ? <LeadHome /> : <TodayPage />
  if (home) return <Navigate to={home} replace />
  return (
    <Page title={m.brand}>
      <EmptyState title={m.nowhere.title} hint={m.nowhere.hint} icon="calm" />
    </Page>
  )
}

/** A lead with nobody to reach today lands on the team. */
function LeadHome() {
  const { staff } = useSession()
  const day = useRead('GET /api/today', {}, { keep: true, every: 60_000 }).data
  const first = !landed.has(staff.id)
  const nothing = day?.rows.length === 0 && day.unattended.length === 0 && day.done.length + day.snoozed.length === 0
  useEffect(() => {
    if (day) landed.add(staff.id)
  }, [day, staff.id])
  return first && nothing ? <Navigate to="/team" replace /> : <TodayPage />
}
