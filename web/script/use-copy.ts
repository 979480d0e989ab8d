import type { LineVersion } from '#domain/playbook/script.ts'
import type { WordsPurpose } from '#domain/script/purpose.ts'
import { gateWords as gateEn } from '#domain/touch/words.en.ts'
import { gateWords as gateZh } from '#domain/touch/words.zh.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { scriptMessages } from './messages.ts'

export const copyChannels = ['message', 'mail', 'call', 'visit'] as const
export type CopyChannel = (typeof copyChannels)[number]

export type Copied = {
  script: string
  wording: string
  version: LineVersion
  text: string
  channel: CopyChannel
  purpose: WordsPurpose
  agreedTime: boolean
}

const gate = { zh: gateZh, en: gateEn }

/** Puts words where they can be pasted; a browser that does not allow it says nothing. */
export const toClipboard = async (text: string): Promise<void> => {
  await navigator.clipboard?.writeText(text).catch(() => undefined)
}

type Afterwards = { onCopied?: () => void; onTakenBack?: () => void }

/** Copies words and writes the contact down once, with a way back [P-10]; whoever asks hears of both. */
export const useCopy = (
  customerId: string,
  calledBy: string,
  { onCopied, onTakenBack }: Afterwards = {},
): { copy: (copied: Copied) => void; pending: boolean } => {
  const m = useMessages(scriptMessages)
  const reasonText = useReasonText(gate)
  const record = useWrite('PUT /api/customers/:id/copies/:touchId')
  const takeBack = useWrite('DELETE /api/customers/:id/copies/:touchId')
  const undo = (touchId: string): void =>
    takeBack.mutate(
      { params: { id: customerId, touchId } },
      {
        onSuccess: () => {
          onTakenBack?.()
          notify({ text: m.copy.back })
        },
        onError: (refused) => notify({ text: reasonText(refused), tone: 'problem' }),
      },
    )
  const copy = (copied: Copied): void => {
    const touchId = freshId()
    void toClipboard(copied.text)
    record.mutate(
      { params: { id: customerId, touchId }, body: copied },
      {
        onSuccess: () => {
          onCopied?.()
          notify({ text: m.copy.done(calledBy), undo: () => undo(touchId) })
        },
        onError: (refused) => notify({ text: reasonText(refused), tone: 'problem' }),
      },
    )
  }
  return { copy, pending: record.isPending }
}
