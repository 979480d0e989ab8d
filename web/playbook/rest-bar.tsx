import { useRest } from '#web/client/rest.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { contactMessages } from './messages.ts'

/** On every page while somebody rests: until when, that the next call waits, and the way back whenever they are ready. */
export function RestBar() {
  const m = useMessages(contactMessages)
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  const { until, end } = useRest()
  if (!until) return null
  return (
    <Banner
      icon="calm"
      end={
        <Button size="s" onPress={end}>
          {m.rest.ready}
        </Button>
      }
    >
      {m.rest.until(format.time(until))}
    </Banner>
  )
}

/** Hard words were heard: five minutes, for the one who heard them. Not asked for and not stored who said what. */
export function RestButton() {
  const m = useMessages(contactMessages)
  const { until, begin } = useRest()
  if (until) return null
  return (
    <Button size="s" icon="calm" onPress={begin}>
      {m.rest.begin}
    </Button>
  )
}
