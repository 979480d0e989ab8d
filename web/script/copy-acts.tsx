import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { WordsPurpose } from '#domain/script/purpose.ts'
import { gateWords as gateEn } from '#domain/touch/words.en.ts'
import { gateWords as gateZh } from '#domain/touch/words.zh.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { scriptMessages } from './messages.ts'
import { type CopyChannel, copyChannels } from './use-copy.ts'

const gateWords = { zh: gateZh, en: gateEn }

type Props = { customerId: string; purpose: WordsPurpose }

/** How words go out, and whether they may now: the gate's answer stands beside the choice before anybody presses. */
export const useSending = ({ customerId, purpose }: Props) => {
  const [channel, setChannel] = useState<CopyChannel>('message')
  const [agreedTime, setAgreed] = useState(false)
  const gate = useRead('GET /api/customers/:id/contact-gate', {
    params: { id: customerId },
    query: { purpose, channel },
  }).data
  const open = gate === undefined || gate.allowed || agreedTime
  return { channel, setChannel, agreedTime, setAgreed, gate, open }
}

export type Sending = ReturnType<typeof useSending>

export function HowSent({ sending }: { sending: Sending }) {
  const { copy: m } = useMessages(scriptMessages)
  const language = useLanguage()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const { channel, setChannel, agreedTime, setAgreed, gate } = sending
  const reasons = gate?.reasons ?? []
  const again = gate?.nextAt ? wallClockAt(new Date(gate.nextAt), branch.timeZone) : null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Select
        label={m.channel}
        labelHidden
        className="w-40"
        options={copyChannels.map((id) => ({ id, label: m.channels[id] }))}
        value={channel}
        onChange={setChannel}
      />
      {gate && !gate.allowed && reasons.length > 0 && (
        <>
          <span className="t12 flex items-center gap-1.5 text-amber">
            <Icon name="shield" small />
            <span>
              {reasons.map((reason) => (
                <span key={reason.code} className="block">
                  {sentence(gateWords[language], reason)}
                </span>
              ))}
            </span>
            {again && (
              <span className="text-ink-2">
                {m.again(`${format.shortDay(again.day, today)} ${clockText(again.minute)}`)}
              </span>
            )}
          </span>
          <Checkbox isSelected={agreedTime} onChange={setAgreed}>
            {m.agreed}
          </Checkbox>
        </>
      )}
    </div>
  )
}
