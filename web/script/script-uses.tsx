import { useState } from 'react'
import { betterOf, ENOUGH_USES, type Standing, standingOf, type UseCounts } from '#domain/script/outcome.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { InUse, Script } from './library.ts'
import { scriptMessages } from './messages.ts'
import { ReviseForm } from './revise-form.tsx'
import { useWordingName } from './script-card.tsx'

const nothing: UseCounts = { spoken: 0, talked: 0, met: 0, accepted: 0, written: 0, answered: 0 }

type Known = { key: string; name: string; wording: InUse | null; standing: Standing }

/** What came of each wording of a script, summed over everybody, and which of them is said from now on [S-30]. */
export function ScriptUses({ script, mayRevise }: { script: Script; mayRevise: boolean }) {
  const m = useMessages(scriptMessages)
  const nameOf = useWordingName()
  const [revising, setRevising] = useState(false)
  const rows = useRead('GET /api/scripts/uses', {}).data?.uses.filter((one) => one.script === script.key) ?? []
  const standing = (key: string) => standingOf(script.roles, rows.find(({ wording }) => wording === key) ?? nothing)
  const known: Known[] = [
    ...script.wordings.map((wording) => ({
      key: wording.key,
      name: nameOf(wording),
      wording,
      standing: standing(wording.key),
    })),
    ...rows
      .filter(({ wording }) => !script.wordings.some(({ key }) => key === wording))
      .map(({ wording }) => ({ key: wording, name: m.oldVersion, wording: null, standing: standing(wording) })),
  ]
  return (
    <Section
      title={m.uses.title}
      remark={m.uses.remark}
      end={
        mayRevise && (
          <Button size="s" icon="edit" onPress={() => setRevising(true)}>
            {m.revise.act}
          </Button>
        )
      }
    >
      <ul aria-label={m.uses.title}>
        {known.map((one) => (
          <WordingRow key={one.key} known={one} script={script} mayRevise={mayRevise} />
        ))}
      </ul>
      <Verdict known={known.filter(({ wording }) => wording?.live)} />
      {revising && <ReviseForm script={script} onClose={() => setRevising(false)} />}
    </Section>
  )
}

function WordingRow({ known, script, mayRevise }: { known: Known; script: Script; mayRevise: boolean }) {
  const { uses: m } = useMessages(scriptMessages)
  const format = useFormat()
  const { name, wording, standing } = known
  const { of, worked, share, thin, aim } = standing
  return (
    <li className="t13 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <span className="min-w-28 flex-1">
        {name}
        {wording?.live && <span className="t12 ml-2 text-jade">{m.live}</span>}
        {wording?.why && <span className="t12 block text-ink-3">{wording.why}</span>}
      </span>
      <span className="text-ink-3">
        {m.used} <b className="num text-ink">{of}</b>
      </span>
      <span className="text-ink-3">
        {m.worked[aim]} <b className="num text-ink">{worked}</b>
      </span>
      <span className="min-w-36 text-right">
        {of === 0 ? (
          <span className="text-ink-3">{m.none}</span>
        ) : (
          <>
            <b className="num">{format.percent(share.value)}</b>{' '}
            <span className="t12 text-ink-3">{m.interval(format.percent(share.low), format.percent(share.high))}</span>
            {thin && <span className="t12 block text-amber">{m.thin}</span>}
          </>
        )}
      </span>
      {mayRevise && wording && <LiveChoice script={script} wording={wording} />}
    </li>
  )
}

/** Only this wording, or turn about with the one in use. */
function LiveChoice({ script, wording }: { script: Script; wording: InUse }) {
  const { uses: m } = useMessages(scriptMessages)
  const errorText = useErrorText()
  const choose = useWrite('PUT /api/scripts/:pack/:script/live')
  const live = script.wordings.filter((one) => one.live).map(({ key }) => key)
  const set = (wordings: string[]): void => {
    const [pack = '', id = ''] = script.key.split('/')
    choose.mutate(
      { params: { pack, script: id }, body: { wordings } },
      {
        onSuccess: () => notify({ text: m.chosen }),
        onError: (refused) => notify({ text: errorText(refused), tone: 'problem' }),
      },
    )
  }
  if (script.wordings.length < 2) return null
  return (
    <span className="flex gap-2">
      {!(wording.live && live.length === 1) && (
        <Button size="s" onPress={() => set([wording.key])} isDisabled={choose.isPending}>
          {m.makeLive}
        </Button>
      )}
      {!wording.live && (
        <Button
          size="s"
          kind="bare"
          onPress={() => set([...live.slice(0, 1), wording.key])}
          isDisabled={choose.isPending}
        >
          {m.both}
        </Button>
      )}
    </span>
  )
}

function Verdict({ known }: { known: readonly Known[] }) {
  const { uses: m } = useMessages(scriptMessages)
  const [one, other] = known
  if (!one || !other) return null
  const better = betterOf(one.standing, other.standing)
  const said = {
    one: m.better(one.name),
    other: m.better(other.name),
    open: m.open,
    thin: m.enough(ENOUGH_USES),
  }
  return <p className="t13 py-2 text-ink-2">{said[better]}</p>
}
