import clsx from 'clsx'
import { useState } from 'react'
import { placeInVisit } from '#domain/playbook/visit.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'
import { visitMessages } from './visit/messages.ts'

/** What a visit is for, several at once; each brings its own preparation into the list below, and what to mind [S-32][S-33]. */
export function Purposes({ live }: { live: LiveRun }) {
  const { run, state } = live
  const [changing, setChanging] = useState(false)
  const { purposes } = run.playbook
  if (!purposes || state.finished) return null
  const before = state.connectedAt === null && state.step === run.playbook.steps[0]?.id
  return before || changing || state.purposes.length === 0 ? (
    <Choice live={live} purposes={purposes} onDone={before ? null : () => setChanging(false)} />
  ) : (
    <Chosen live={live} purposes={purposes} onChange={() => setChanging(true)} />
  )
}

type Purpose = NonNullable<LiveRun['run']['playbook']['purposes']>[number]
type Props = { live: LiveRun; purposes: readonly Purpose[] }

function Choice({ live, purposes, onDone }: Props & { onDone: (() => void) | null }) {
  const { purposes: m } = useMessages(procedureMessages)
  const words = useMessages(visitMessages)
  const language = useLanguage()
  const { state, act } = live
  const turn = (id: string): void => {
    const chosen = state.purposes.includes(id)
    act({
      type: 'purposesSet',
      purposes: chosen ? state.purposes.filter((one) => one !== id) : [...state.purposes, id],
    })
  }
  return (
    <section aria-label={m.title} className="border-b border-line-2 px-4 py-3 lg:px-6">
      <h3 className="t12 font-normal text-ink-3">{m.title}</h3>
      <div className="flex flex-wrap gap-2 py-2">
        {purposes.map(({ id, title }) => {
          const chosen = state.purposes.includes(id)
          return (
            <Button
              key={id}
              size="s"
              aria-pressed={chosen}
              {...(chosen ? { icon: 'check' as const } : {})}
              className={clsx(chosen && 'border-jade text-jade')}
              onPress={() => turn(id)}
            >
              {title[language]}
            </Button>
          )
        })}
      </div>
      {onDone && state.purposes.length > 0 && (
        <Button size="s" kind="bare" className="-ml-2" onPress={onDone}>
          {words.purposes.done}
        </Button>
      )}
    </section>
  )
}

/** Chosen, they take one line; what to mind about them stands where it is needed: at packing and in the talk. */
function Chosen({ live, purposes, onChange }: Props & { onChange: () => void }) {
  const { purposes: m } = useMessages(procedureMessages)
  const words = useMessages(visitMessages)
  const language = useLanguage()
  const format = useFormat()
  const { run, state } = live
  const chosen = purposes.filter(({ id }) => state.purposes.includes(id))
  const here = run.playbook.steps.find(({ id }) => id === state.step)
  const place = here && placeInVisit(run.playbook, state, here)
  const minded = place === 'ready' || (here !== undefined && here.captures.length > 0 && place === 'meeting')
  return (
    <section aria-label={m.title} className="border-b border-line px-4 py-1.5 lg:px-6">
      <p className="t13 flex items-center gap-2">
        <span className="flex-none text-ink-3">{words.purposes.chosen}</span>
        <b className="min-w-0">{format.list(chosen.map(({ title }) => title[language]))}</b>
        <Button
          size="s"
          kind="bare"
          className="ml-auto flex-none"
          aria-label={words.purposes.change}
          onPress={onChange}
        >
          {words.purposes.edit}
        </Button>
      </p>
      {minded && (
        <ul className="t12 pb-1 text-ink-2">
          {chosen
            .flatMap(({ heed }) => heed)
            .map((text) => (
              <li key={text.zh}>
                <span className="text-ink-3">{m.heed}</span> {text[language]}
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}
