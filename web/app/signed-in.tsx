import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useRead } from '#web/client/query.ts'
import { SessionProvider } from '#web/client/session.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { appMessages } from './messages.ts'
import { ContactKey } from './contact-key.tsx'
import { navFor } from './navigation.ts'
import { SeatMenu } from './seat-menu.tsx'
import { Shell } from './shell.tsx'

/** The signed-in part: finds out who sits here, then shows the shell with what they may do. */
export function SignedIn() {
  const m = useMessages(appMessages)
  const { pathname, href } = useLocation()
  const session = useRead('GET /api/session', {})
  if (session.error)
    return session.error.status === 401 ? (
      <Navigate to="/sign-in" search={{ from: href }} replace />
    ) : (
      <p role="alert">{m.unreachable}</p>
    )
  if (!session.data) return null
  const { staff } = session.data
  return (
    <SessionProvider session={session.data}>
      <Shell
        folded={/^\/contact\/./.test(pathname)}
        nav={navFor(session.data.can, m.nav, pathname)}
        seat={{ name: staff.name, place: [staff.unitName, staff.seat].filter(Boolean).join(' · '), menu: <SeatMenu /> }}
      >
        <ContactKey />
        <Outlet />
      </Shell>
    </SessionProvider>
  )
}
