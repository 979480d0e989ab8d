import { sentence } from '#domain/kernel/said.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { TouchPurpose } from '#domain/touch/touch.ts'
import { gateWords as gateEn } from '#domain/touch/words.en.ts'
import { gateWords as gateZh } from '#domain/touch/words.zh.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { contactMessages } from './messages.ts'

const words = { zh: gateZh, en: gateEn }
const ASKED_EVERY_MS = 60_000

/** Said before anybody presses: the same gate that would refuse the call, with its reason and its next time. Nothing when the way is open. */
export function GateHint({ customerId, purpose }: { customerId: string; purpose: TouchPurpose }) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const gate = useRead(
    'GET /api/customers/:id/contact-gate',
    { params: { id: customerId }, query: { purpose } },
    { every: ASKED_EVERY_MS },
  ).data
  const [reason] = gate?.reasons ?? []
  if (!gate || gate.allowed || !reason) return null
  const again = gate.nextAt ? wallClockAt(new Date(gate.nextAt), branch.timeZone) : null
  const said = sentence(words[language], reason)
  const alreadySaid = again !== null && said.includes(clockText(again.minute))
  return (
    <p className="t12 flex flex-wrap items-center gap-x-2 border-t border-line-2 bg-paper px-4 py-1.5 text-amber lg:px-6">
      <Icon name="shield" small />
      {said}
      {again && !alreadySaid && (
        <span className="text-ink-2">
          {m.start.nextAt(`${format.shortDay(again.day, today)} ${clockText(again.minute)}`)}
        </span>
      )}
    </p>
  )
}
