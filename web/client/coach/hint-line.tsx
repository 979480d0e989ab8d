import { useState } from 'react'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import type { Mark } from './engine.ts'
import { HourAsk, type Promised } from './hour-ask.tsx'
import { coachFieldMessages } from './messages.ts'
import { OtherWay } from './other-way.tsx'

export type { Promised } from './hour-ask.tsx'

type Props = {
  mark: Mark | null
  more: number
  rephrases: boolean
  onReplace: (mark: Mark, words: string, span?: { start: number; end: number }) => void
  onWave: (mark: Mark) => void
  onPromise: ((promised: Promised) => void) | undefined
}

/** Its own key, on every keyboard within reach of Enter and taken by no browser and no input method. */
export const TAKE_KEY = 'alt+Enter'

/** A promise without an hour is taken by asking for the hour [H-37]. */
const asksHour = ({ act }: Mark): boolean => act === 'vague'

/** One line under the field: the words, what could be said instead, the key that takes it, why, and leave it. Its place is kept, so that nothing jumps. */
export function HintLine({ mark, more, rephrases, onReplace, onWave, onPromise }: Props) {
  const m = useMessages(coachFieldMessages)
  const language = useLanguage()
  const [asking, setAsking] = useState<string | null>(null)
  const asks = mark !== null && asking === mark.key
  return (
    <div role="status" className="@container min-h-8 pt-1">
      <div className="t12 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 @2xl:flex-nowrap">
        {mark && !asks && (
          <>
            <span className="min-w-0 @2xl:cut">
              <b className={mark.level === 'forbid' ? 'text-red' : 'text-amber'}>{m.levels[mark.level]}</b>{' '}
              {mark.level === 'forbid' && <span>{mark.title[language]} </span>}
              {m.instead(mark.words)}
              {mark.rewrite !== null && <span className="text-ink"> → {mark.rewrite}</span>}
            </span>
            <span className="flex flex-none items-center gap-1">
              {mark.rewrite !== null && (
                <Take
                  label={m.take}
                  onTake={() => (asksHour(mark) ? setAsking(mark.key) : onReplace(mark, mark.rewrite ?? ''))}
                />
              )}
              <WhyMarked mark={mark} rephrases={rephrases} onReplace={onReplace} />
              <IconButton label={m.wave} icon="x" size="s" kind="bare" onPress={() => onWave(mark)} />
              {more > 0 && <span className="text-ink-3">{m.more(more)}</span>}
            </span>
          </>
        )}
        {mark && asks && (
          <HourAsk
            mark={mark}
            promises={onPromise !== undefined}
            onBack={() => setAsking(null)}
            onKeep={(promised) => {
              setAsking(null)
              onReplace(mark, promised.sentence)
              onPromise?.(promised)
            }}
          />
        )}
      </div>
    </div>
  )
}

function Take({ label, onTake }: { label: string; onTake: () => void }) {
  return (
    <Button size="s" hotkey={TAKE_KEY} hotkeyWhileTyping onPress={onTake}>
      {label}
    </Button>
  )
}

function WhyMarked({ mark, rephrases, onReplace }: Pick<Props, 'rephrases' | 'onReplace'> & { mark: Mark }) {
  const m = useMessages(coachFieldMessages)
  const language = useLanguage()
  return (
    <Popover
      label={m.why}
      trigger={
        <Button size="s" kind="bare">
          {m.why}
        </Button>
      }
    >
      {(close) => (
        <div className="flex max-w-80 flex-col gap-2">
          <p className="t13 font-strong">{mark.title[language]}</p>
          <p className="t13 text-ink-2">{mark.why[language]}</p>
          {mark.rewrite !== null && <p className="t13">→ {mark.rewrite}</p>}
          {rephrases && (
            <OtherWay
              sentence={mark.sentence}
              onTake={(words) => {
                close()
                onReplace(mark, words)
              }}
            />
          )}
        </div>
      )}
    </Popover>
  )
}
