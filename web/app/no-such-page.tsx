import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState } from '#web/ui/states.tsx'
import { appMessages } from './messages.ts'
import { Page } from './shell.tsx'

/** An address that leads nowhere, and the way back. */
export function NoSuchPage() {
  const { noSuchPage } = useMessages(appMessages)
  return (
    <Page title={noSuchPage.title}>
      <EmptyState title={noSuchPage.headline} hint={noSuchPage.hint} icon="search">
        <Link href="/">{noSuchPage.back}</Link>
      </EmptyState>
    </Page>
  )
}
