import { voiceMessages } from '#web/coach/voice/messages.ts'
import { PracticeScreen } from '#web/coach/voice/practice-screen.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function PracticePage() {
  const m = useMessages(voiceMessages)
  return (
    <Page title={m.title} remark={m.remark}>
      <PracticeScreen />
    </Page>
  )
}
