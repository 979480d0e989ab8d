import { outgoingWordsEn } from '#domain/coach/words.en.ts'
import { outgoingWordsZh } from '#domain/coach/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import type { LineVersion } from '#domain/playbook/script.ts'
import { guardEn, lawEn } from '#domain/retention/guard-words.en.ts'
import { guardZh, lawZh } from '#domain/retention/guard-words.zh.ts'
import type { WordsPurpose } from '#domain/script/purpose.ts'
import { gateWords as gateEn } from '#domain/touch/words.en.ts'
import { gateWords as gateZh } from '#domain/touch/words.zh.ts'
import { useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Refused } from '#web/client/send.ts'
import { useLanguage } from '#web/ui/language.tsx'
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
  /** The reasons of Today it sees to. */
  occasions?: { kind: string; recordId: string }[]
}

const words = {
  zh: { ...gateZh, ...outgoingWordsZh, ...guardZh, ...lawZh },
  en: { ...gateEn, ...outgoingWordsEn, ...guardEn, ...lawEn },
}

/** Puts words where they can be pasted; a browser that does not allow it says nothing. */
export const toClipboard = async (text: string): Promise<void> => {
  await navigator.clipboard?.writeText(text).catch(() => undefined)
}

/** The same once they may leave: until then whatever was there to be pasted stays. */
const toClipboardWhen = async (text: string, allowed: Promise<unknown>): Promise<void> => {
  const blob = allowed.then(() => new Blob([text], { type: 'text/plain' }))
  blob.catch(() => undefined)
  if (!('ClipboardItem' in globalThis)) return allowed.then(() => toClipboard(text))
  await navigator.clipboard?.write([new ClipboardItem({ 'text/plain': blob })])
}

/** What speaks against words that were to leave, all of it at once; `overrulable` where it is only their tone [P-35]. */
export type Against = { copied: Copied; reasons: readonly string[]; overrulable: boolean }

type Afterwards = { onCopied?: () => void; onTakenBack?: () => void }

/** Copies words and writes the contact down once, with a way back [P-10]; whoever asks hears of both. */
export const useCopy = (
  customerId: string,
  calledBy: string,
  { onCopied, onTakenBack }: Afterwards = {},
): { copy: (copied: Copied, overruled?: boolean) => void; pending: boolean; against: Against | null } => {
  const m = useMessages(scriptMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const [against, setAgainst] = useState<Against | null>(null)
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
        onError: (refused) => notify({ text: errorText(refused), tone: 'problem' }),
      },
    )
  const copy = (copied: Copied, overruled = false): void => {
    const touchId = freshId()
    setAgainst(null)
    const sent = (): void => {
      onCopied?.()
      notify({ text: m.copy.done(calledBy), undo: () => undo(touchId) })
    }
    const refused = (error: unknown): void => {
      const { reasons = [], params = {} } = error instanceof Refused ? error.reply : {}
      if (reasons.length === 0) return notify({ text: errorText(error), tone: 'problem' })
      setAgainst({
        copied,
        reasons: reasons.map((reason) => sentence(words[language], reason)),
        overrulable: params['overrulable'] === true,
      })
    }
    const recorded = record.mutateAsync({ params: { id: customerId, touchId }, body: { ...copied, overruled } })
    void recorded.then(sent, refused)
    void toClipboardWhen(copied.text, recorded).catch(() => undefined)
  }
  return { copy, pending: record.isPending, against }
}
