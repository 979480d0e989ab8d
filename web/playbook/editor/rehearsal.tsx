import { type ReactNode, useState } from 'react'
import type { Draft } from '#domain/playbook/editing/draft.ts'
import { customerKinds } from '#domain/playbook/definition.ts'
import type { RunEvent } from '#domain/playbook/event.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import { sentence } from '#domain/kernel/said.ts'
import { readEvent } from '#domain/playbook/wire.ts'
import { refusalWordsEn } from '#domain/playbook/words.en.ts'
import { refusalWordsZh } from '#domain/playbook/words.zh.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { Identity } from '../identity.tsx'
import { Matter } from '../matter.tsx'
import type { Known } from '../outbox.ts'
import { RunScreen } from '../run-screen.tsx'
import { useFinishing } from '../use-finishing.ts'
import type { Note } from '../use-note.ts'
import { firstRefusal, type LiveRun, type RunRead } from '../use-run.ts'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'
import { sampleRun, type Setting } from './sample-run.ts'

const refusals = { zh: refusalWordsZh, en: refusalWordsEn }
const none = () => undefined

/** The draft held as a real contact, with somebody invented: the screen is the one contacts have, and nothing leaves this page. */
export function Rehearsal({ draft }: { draft: Draft }) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const language = useLanguage()
  const { staff, today } = useSession()
  const first = draft.customerKinds?.[0] ?? 'person'
  const [setting, setSetting] = useState<Setting>({
    kind: first,
    direction: draft.directions[0] ?? 'outbound',
    met: 'first',
  })
  const [round, setRound] = useState(0)
  const begin = (next: Partial<Setting>): void => {
    setSetting({ ...setting, ...next })
    setRound(round + 1)
  }
  const who = { staffId: staff.id, staffName: staff.name, today, words: m.preview, language }
  const [held, setHeld] = useState<{ round: number; run: RunRead } | null>(null)
  if (held?.round !== round) setHeld({ round, run: sampleRun(draft, setting, { ...who, runId: freshId(), at: now() }) })
  const kinds = Object.fromEntries(customerKinds.map((kind) => [kind, names.choiceNames.customerKind[kind]]))
  const choice = (key: keyof Setting, label: string, choices: Readonly<Record<string, string>>) => (
    <Select
      label={label}
      className="min-w-28"
      options={Object.entries(choices).map(([id, text]) => ({ id, label: text }))}
      value={setting[key]}
      onChange={(id) => begin({ [key]: id })}
    />
  )
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Banner icon="eye">{m.preview.remark}</Banner>
      <div className="flex flex-wrap items-end gap-3 border-b border-line px-4 py-2 lg:px-5">
        {choice('kind', m.preview.kind, kinds)}
        {choice('direction', m.preview.direction, names.choiceNames.direction)}
        {choice('met', m.preview.met, m.preview.meets)}
        <Button icon="again" onPress={() => begin({})}>
          {m.preview.again}
        </Button>
      </div>
      <div className="min-h-0 flex-1">
        {held?.round === round && <Held key={round} run={held.run} onAgain={() => begin({})} />}
      </div>
    </div>
  )
}

function Held({ run, onAgain }: { run: RunRead; onAgain: () => void }) {
  const m = useMessages(editorMessages)
  const live = useUnsent(run)
  const note = useUnkept(live)
  const nothing = {
    promises: [],
    wishes: [],
    needs: [],
    matter: null,
    left: 0,
    takePromise: none,
    takeWish: none,
    takeNeed: none,
    wave: none,
  }
  const ending = useFinishing(live, note, {
    guesses: nothing,
    due: { promises: [], pending: false, keep: none, move: none },
    next: null,
    onNext: onAgain,
  })
  const who = (identity: ReactNode) => (
    <div className="flex flex-col gap-2 px-5 py-3">
      <b className="t20">{run.customer.calledBy}</b>
      <p className="t12 text-ink-3">{m.preview.invented}</p>
      {identity}
      <Matter live={live} />
    </div>
  )
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="lg:hidden">{who(null)}</div>
      <div className="min-h-0 flex-1">
        <RunScreen live={live} note={note} who={who(<Identity live={live} />)} ending={ending} />
      </div>
      {!live.state.finished && (
        <p className="border-t border-line px-4 py-2 max-md:hidden lg:px-5">
          <Button onPress={ending.ask}>{m.preview.finish}</Button>
        </p>
      )}
    </div>
  )
}

const known: Known = { confirmed: [], waiting: [], filed: null, saving: 'nowhere', ready: true }

/** A run that lives in this page alone; the rules are those of a real one. */
const useUnsent = (run: RunRead): LiveRun => {
  const language = useLanguage()
  const { branch, staff, today } = useSession()
  const [events, setEvents] = useState<readonly RunEvent[]>(() => run.events.map(readEvent))
  return {
    run,
    state: reduceRun(run.playbook, events),
    known,
    others: [],
    today,
    timeZone: branch.timeZone,
    act: (...happenings) => {
      const refusal = firstRefusal(run, events, happenings, staff.id)
      if (refusal !== null) {
        notify({ text: sentence(refusals[language], refusal), tone: 'problem' })
        return null
      }
      const fresh = happenings.map((happening): RunEvent => ({
        id: freshId(),
        runId: run.id,
        actor: staff.id,
        at: now(),
        sequence: null,
        ...happening,
      }))
      setEvents((before) => [...before, ...fresh])
      return fresh.map(({ id }) => id)
    },
  }
}

/** A note box whose words are kept nowhere. */
const useUnkept = ({ act }: LiveRun): Note => {
  const [text, setText] = useState('')
  return {
    text,
    noteId: null,
    write: setText,
    commit: () => {
      if (text.trim() !== '') act({ type: 'noted', text: text.trim(), replaces: [] })
      setText('')
    },
  }
}
