import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { QrCode } from '#web/ui/qr-code.tsx'
import { notify } from '#web/ui/toast.tsx'
import { satisfactionMessages } from './messages.ts'

type Props = { path: string; until: string; long: boolean }

/** The address of a survey: to be scanned, or copied into a message with a sentence around it. */
export function LinkShown({ path, until, long }: Props) {
  const { ask: m } = useMessages(satisfactionMessages)
  const { today } = useSession()
  const format = useFormat()
  const address = `${location.origin}${path}`
  const text = long ? m.textLong(address) : m.text(address)
  return (
    <div className="grid justify-items-start gap-3">
      <QrCode text={address} label={m.qr} />
      <p className="t13 text-ink-2">{m.until(format.shortDay(until, today))}</p>
      <blockquote className="read w-full border-l-2 border-jade pl-3 break-words">{text}</blockquote>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          kind="go"
          onPress={() => void navigator.clipboard?.writeText(text).then(() => notify({ text: m.copied }))}
        >
          {m.copy}
        </Button>
        <Link href={path} target="_blank" className="t13 break-all">
          {address}
        </Link>
      </div>
      <p className="t12 text-ink-3">{m.reach}</p>
    </div>
  )
}
