import type { Language } from '#domain/kernel/said.ts'
import type { LineVersion } from '#domain/playbook/script.ts'
import type { Wording } from '#domain/script/definition.ts'
import { type ReactNode, useState } from 'react'
import { CoachedArea } from '#web/client/coach/coached-area.tsx'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Filled, textOf } from './filled.tsx'
import type { For } from './library.ts'
import { scriptMessages } from './messages.ts'
import { toClipboard } from './use-copy.ts'
import { notify } from '#web/ui/toast.tsx'

export const lineVersions = ['first', 'familiar', 'difficult'] as const satisfies LineVersion[]

type Props = {
  words: Wording
  only?: readonly LineVersion[]
  target: For | null
  isDisabled?: boolean
  /** With a customer: copies and records. Without one, words are only copied. */
  onCopy?: (version: LineVersion, text: string) => void
  /** What speaks against the words that were to leave last, beside them. */
  against?: (version: LineVersion) => ReactNode
}

/** The versions under each other: for a first meeting, for somebody who knows us, for somebody in a hurry; the fitting one is marked. */
export function Versions({ words, only = lineVersions, target, isDisabled = false, onCopy, against }: Props) {
  const m = useMessages(scriptMessages)
  const language = useLanguage()
  const shown = target ? withoutRepeats(words, only, target, language) : only
  const [own, setOwn] = useState<{ version: LineVersion; text: string } | null>(null)
  const copyOnly = (text: string): void => void toClipboard(text).then(() => notify({ text: m.copy.copied }))
  return (
    <ol className="@container flex flex-col">
      {shown.map((version) => {
        const text = target ? textOf(words, version, target.facts, language) : null
        const fits = target?.fitting === version && shown.length > 1
        return (
          <li
            key={version}
            aria-label={m.versions[version]}
            className="grid items-start gap-x-4 gap-y-2 border-b border-line py-3 justify-items-start @lg:grid-cols-[72px_minmax(0,1fr)_auto]"
          >
            <span className="t13 text-ink-3">
              {shown.length > 1 && m.versions[version]}
              {fits && <span className="block text-jade">{m.fits}</span>}
            </span>
            {own?.version === version ? (
              <CoachedArea
                label={m.copy.own}
                labelHidden
                value={own.text}
                onChange={(changed) => setOwn({ version, text: changed })}
                rows={3}
                className="w-full"
                autoFocus
              />
            ) : (
              <Filled
                words={words}
                version={version}
                facts={target?.facts ?? null}
                quiet={target !== null && !fits && shown.length > 1}
              />
            )}
            {text !== null && (
              <span className="flex flex-wrap gap-1">
                {onCopy && (
                  <Button
                    size="s"
                    kind="bare"
                    onPress={() => setOwn(own?.version === version ? null : { version, text })}
                  >
                    {own?.version === version ? m.copy.asItWas : m.copy.change}
                  </Button>
                )}
                <Button
                  size="s"
                  kind={fits || shown.length === 1 ? 'go' : 'outlined'}
                  isDisabled={isDisabled && own?.version !== version}
                  onPress={() => {
                    const words = own?.version === version ? own.text : text
                    if (onCopy) onCopy(version, words)
                    else copyOnly(words)
                  }}
                >
                  {onCopy ? m.copy.act : m.copy.only}
                </Button>
              </span>
            )}
            {against?.(version)}
          </li>
        )
      })}
    </ol>
  )
}

/** With a fact missing every version falls back on the same words: those are shown once. */
const withoutRepeats = (
  words: Wording,
  only: readonly LineVersion[],
  target: For,
  language: Language,
): readonly LineVersion[] => {
  const texts = new Set(only.map((version) => textOf(words, version, target.facts, language)))
  return texts.size === 1 ? only.slice(0, 1) : only
}
