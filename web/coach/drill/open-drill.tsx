import { type FormEvent, useState } from 'react'
import { type DrillVerdict, judgeOpen, openDrills } from '#domain/coach/drill.ts'
import { useErrorText } from '#web/client/errors.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useCoach } from '../conversation/use-coach.ts'
import { drillMessages } from './messages.ts'

/** The same matter asked closed and open [H-27]: a closed form is given, an open one taken in own words, a closed one returned with the reason. */
export function OpenDrill() {
  const m = useMessages(drillMessages)
  const [begun, setBegun] = useState(0)
  return (
    <Section title={m.title} remark={m.remark}>
      {begun === 0 ? (
        <div className="pt-2">
          <Button onPress={() => setBegun(1)}>{m.begin}</Button>
        </div>
      ) : (
        <Round key={begun} onAgain={() => setBegun(begun + 1)} />
      )}
    </Section>
  )
}

type Tried = { answer: string; verdict: DrillVerdict }

function Round({ onAgain }: { onAgain: () => void }) {
  const m = useMessages(drillMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const { coach, error, refetch } = useCoach(language)
  const [place, setPlace] = useState(0)
  const [answer, setAnswer] = useState('')
  const [tries, setTries] = useState<readonly Tried[]>([])
  const [shown, setShown] = useState(false)
  const [atOnce, setAtOnce] = useState(0)
  const drills = openDrills[language]
  const drill = drills[place]
  if (error) return <ErrorState title={errorText(error)} remedy={m.failed} onRetry={() => void refetch()} />
  if (!coach) return <SkeletonRows rows={3} />
  if (!drill)
    return (
      <div className="grid justify-items-start gap-2 pt-2" role="status">
        <p>{m.done(atOnce, drills.length)}</p>
        <Button onPress={onAgain}>{m.again}</Button>
      </div>
    )
  const last = tries.at(-1)
  const open = last?.verdict === 'open'
  const check = (event: FormEvent): void => {
    event.preventDefault()
    if (answer.trim() === '' || open) return
    const verdict = judgeOpen(coach, drill, answer)
    if (verdict === 'open' && tries.length === 0 && !shown) setAtOnce(atOnce + 1)
    setTries([...tries, { answer, verdict }])
  }
  const next = (): void => {
    setPlace(place + 1)
    setAnswer('')
    setTries([])
    setShown(false)
  }
  return (
    <form onSubmit={check} className="grid gap-3 pt-2">
      <p>
        <span className="t12 mr-2 text-ink-3">
          {m.place(place + 1, drills.length)} · {m.closed}
        </span>
        <span className="t16 block">{drill.closed}</span>
      </p>
      <TextField
        key={drill.id}
        label={m.own}
        hint={m.ownHint}
        value={answer}
        onChange={setAnswer}
        isReadOnly={open}
        autoFocus
      />
      <p role="status" className="t13 flex items-baseline gap-2">
        {last && (
          <>
            <Icon name={open ? 'check' : 'note'} small className={open ? 'text-jade' : 'text-amber'} />
            <span>{m.verdicts[last.verdict]}</span>
          </>
        )}
      </p>
      {shown && <p className="t13 text-ink-2">{m.onlyOne(drill.open)}</p>}
      <div className="flex flex-wrap gap-2">
        {open ? (
          <Button kind="go" onPress={next}>
            {m.next}
          </Button>
        ) : (
          <>
            <Button kind="go" type="submit">
              {m.check}
            </Button>
            {!shown && (
              <Button kind="bare" onPress={() => setShown(true)}>
                {m.one}
              </Button>
            )}
          </>
        )}
      </div>
    </form>
  )
}
