import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/** What a visit is for, several at once; each brings its own preparation into the list below, and what to mind [S-32][S-33]. */
export function Purposes({ live }: { live: LiveRun }) {
  const { purposes: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const { run, state, act } = live
  const { purposes } = run.playbook
  if (!purposes || state.finished) return null
  const turn = (id: string): void => {
    const chosen = state.purposes.includes(id)
    act({
      type: 'purposesSet',
      purposes: chosen ? state.purposes.filter((one) => one !== id) : [...state.purposes, id],
    })
  }
  const heeded = purposes.filter(({ id }) => state.purposes.includes(id))
  return (
    <section aria-label={m.title} className="border-b border-line-2 px-4 py-3 lg:px-6">
      <h3 className="t12 font-normal text-ink-3">{m.title}</h3>
      <div className="flex flex-wrap gap-2 py-2">
        {purposes.map(({ id, title }) => (
          <Button
            key={id}
            size="s"
            aria-pressed={state.purposes.includes(id)}
            className={state.purposes.includes(id) ? 'border-jade text-jade' : ''}
            onPress={() => turn(id)}
          >
            {title[language]}
          </Button>
        ))}
      </div>
      {heeded.length > 0 && (
        <ul className="t12 text-ink-2">
          {heeded
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
