import { useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState } from '#web/ui/states.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/ui/words.ts'
import { appMessages } from '../messages.ts'
import type { Recall } from './use-recall.ts'

/** The program is here, the server is not, and nothing may be shown meanwhile. */
export function Unreachable({ recall }: { recall: Recall | null }) {
  const { offline } = useMessages(appMessages)
  const words = useWords()
  const client = useQueryClient()
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState title={offline.title} hint={recall === 'idle' ? offline.idle : offline.nothing} icon="offline">
        <Button onPress={() => void client.refetchQueries()}>{words.retry}</Button>
      </EmptyState>
    </main>
  )
}
