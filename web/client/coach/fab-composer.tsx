import { useState } from 'react'
import { type Fab, fabSample, fabSentence } from '#domain/coach/fab.ts'
import { fabWordsEn } from '#domain/coach/words.en.ts'
import { fabWordsZh } from '#domain/coach/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Say } from '#web/ui/quote.tsx'
import { CoachedLine } from './coached-area.tsx'
import { coachFieldMessages } from './messages.ts'

const words = { zh: fabWordsZh, en: fabWordsEn }
const slots = ['feature', 'advantage', 'benefit'] as const
const blank: Fab = { feature: '', advantage: '', benefit: '' }

/** Three slots that make one sentence to say [H-30], opened with a sample [G-12]; `onTake` keeps the sentence where it is needed. */
export function FabComposer({ takeLabel, onTake }: { takeLabel: string; onTake: (said: string) => void }) {
  const { fab: m } = useMessages(coachFieldMessages)
  const language = useLanguage()
  const [fab, setFab] = useState<Fab>(fabSample[language])
  const [asked, setAsked] = useState(false)
  const made = fabSentence(fab, language)
  const isSample = slots.every((slot) => fab[slot] === fabSample[language][slot])
  const begun = slots.some((slot) => fab[slot].trim() !== '')
  return (
    <form
      aria-label={m.title}
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (made.ok) onTake(made.value)
      }}
    >
      {slots.map((slot) => (
        <CoachedLine
          key={slot}
          by="staff"
          label={m.slots[slot]}
          hint={m.hints[slot]}
          value={fab[slot]}
          onChange={(text) => setFab({ ...fab, [slot]: text })}
        />
      ))}
      <div role="status">
        {made.ok ? (
          <>
            <Say small>{made.value}</Say>
            {isSample && <p className="t12 pt-1 text-ink-3">{m.sample}</p>}
          </>
        ) : (
          asked && <p className="t13 text-amber">{sentence(words[language], made.error)}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button kind="go" type="submit" isDisabled={isSample}>
          {takeLabel}
        </Button>
        {begun && (
          <Button
            kind="bare"
            onPress={() => {
              setFab(blank)
              setAsked(false)
            }}
          >
            {m.clear}
          </Button>
        )}
      </div>
    </form>
  )
}
