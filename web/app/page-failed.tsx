import type { ErrorComponentProps } from '@tanstack/react-router'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState } from '#web/ui/states.tsx'
import { appMessages } from './messages.ts'

/** A page that broke while it was drawn, or whose code is gone since the program was renewed: loading anew mends the second. */
export function PageFailed({ error }: ErrorComponentProps) {
  const { pageFailed } = useMessages(appMessages)
  return (
    <main className="grid min-h-full place-items-center">
      <ErrorState
        title={pageFailed.title}
        remedy={pageFailed.remedy}
        onRetry={() => location.reload()}
        code={String(error)}
      />
    </main>
  )
}
