import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState } from '#web/ui/states.tsx'
import { appMessages } from './messages.ts'

/** An address that leads nowhere, and the way back. */
export function NoSuchPage() {
  const { noSuchPage } = useMessages(appMessages)
  return (
    <main className="grid min-h-full place-items-center">
      <EmptyState title={noSuchPage.title} hint={noSuchPage.hint} icon="search">
        <Link href="/">{noSuchPage.back}</Link>
      </EmptyState>
    </main>
  )
}
