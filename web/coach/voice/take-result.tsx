import { useState } from 'react'
import { changeOf } from '#domain/coach/voice/cure.ts'
import { type VoiceNorms, voiceFindings } from '#domain/coach/voice/norms.ts'
import { voiceWordsEn } from '#domain/coach/voice/words.en.ts'
import { voiceWordsZh } from '#domain/coach/voice/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { notify } from '#web/ui/toast.tsx'
import { Figures } from './figures.tsx'
import { voiceMessages } from './messages.ts'
import { Pictures } from './pictures.tsx'
import { playSound } from './sound.ts'
import type { Take } from './take.ts'
import { TwoSides } from './two-sides.tsx'
import type { Current, Practice } from './use-practice.ts'

const words = { zh: voiceWordsZh, en: voiceWordsEn }
const WELL = new Set(['pace.easy', 'pitch.lively'])
const NOBODY = 'none'

type Props = { practice: Practice; current: Current; norms: VoiceNorms; source: string | null }

/** What a take shows: in words first, then as pictures, then as figures; beside another take if wished. */
export function TakeResult({ practice, current, norms, source }: Props) {
  const { result: m } = useMessages(voiceMessages)
  const language = useLanguage()
  const { take, sound } = current
  const [besideId, setBesideId] = useState<string>(NOBODY)
  const others = (practice.things ?? []).filter(({ id }) => id !== current.id)
  const beside = others.find(({ id }) => id === besideId)?.value ?? null
  const keep = async (): Promise<void> => {
    if (await practice.keep()) notify({ text: m.kept })
  }
  const heard = take.reading.activity.speech.length > 0
  return (
    <div className="grid gap-4">
      <Section
        title={m.title}
        remark={take.name}
        end={current.id === null ? undefined : <span className="text-jade">{m.keptAlready}</span>}
      >
        <ul aria-label={m.title} className="py-2">
          {voiceFindings(take.reading, norms).map((said) => (
            <li key={said.code} className="flex items-baseline gap-2 py-0.5">
              <Icon
                name={WELL.has(said.code) ? 'check' : 'note'}
                small
                className={WELL.has(said.code) ? 'text-jade' : 'text-amber'}
              />
              <span>{sentence(words[language], said)}</span>
            </li>
          ))}
        </ul>
        <p className="t12 text-ink-3">{source === null ? m.provisional : m.officeNorms(source)}</p>
        {current.made && <p className="t12 text-ink-3">{m.made}</p>}
        <div className="flex flex-wrap gap-2 pt-2">
          {sound && <Play key={take.name} sound={sound} />}
          {current.id === null && sound && (
            <Button icon="lock" onPress={() => void keep()}>
              {m.keep}
            </Button>
          )}
        </div>
      </Section>
      {heard && (
        <>
          <BesideChoice take={take} others={others} chosen={besideId} onChoose={setBesideId} />
          <Pictures reading={take.reading} norms={norms} beside={beside} />
          <Figures reading={take.reading} />
        </>
      )}
      {take.reading.talk && (
        <TwoSides
          take={take}
          talk={take.reading.talk}
          onTurn={sound ? (ours) => void practice.turn(ours) : null}
          onTick={practice.tick}
        />
      )}
    </div>
  )
}

function Play({ sound }: { sound: NonNullable<Current['sound']> }) {
  const { result: m } = useMessages(voiceMessages)
  const [stop, setStop] = useState<(() => void) | null>(null)
  return (
    <Button
      icon={stop ? 'pause' : 'play'}
      onPress={() => {
        if (stop) stop()
        else {
          const halt = playSound(sound, () => setStop(null))
          setStop(() => halt)
        }
      }}
    >
      {stop ? m.stop : m.play}
    </Button>
  )
}

type BesideProps = {
  take: Take
  others: readonly { id: string; at: string; value: Take }[]
  chosen: string
  onChoose: (id: string) => void
}

/** Which kept take lies beside this one, a model reading first, and by how much they differ. */
function BesideChoice({ take, others, chosen, onChoose }: BesideProps) {
  const { beside: m, list } = useMessages(voiceMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  if (others.length === 0) return <p className="t12 text-ink-3">{m.none}</p>
  const sorted = others.toSorted((a, b) => Number(b.value.model) - Number(a.value.model))
  const other = others.find(({ id }) => id === chosen)?.value
  const change = other ? changeOf(other.reading, take.reading) : null
  const signed = (n: number, digits = 0): string => `${n > 0 ? '+' : ''}${format.number(n, digits)}`
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <Select
        className="w-72"
        label={m.choose}
        options={[
          { id: NOBODY, label: m.nobody },
          ...sorted.map(({ id, at, value }) => ({
            id,
            label: [
              value.model ? `${list.model}${format.colon}${value.name}` : value.name,
              `${format.shortDay(format.dayOf(at), today)} ${format.time(at)}`,
            ].join(' · '),
          })),
        ]}
        value={chosen}
        onChange={onChoose}
      />
      {change && change.range !== null && (
        <p className="t13">
          {m.change(signed(change.range, 1), change.pace === null ? null : signed(Math.round(change.pace)))}
          {other?.text !== take.text && <span className="t12 block text-ink-3">{m.notText}</span>}
        </p>
      )}
    </div>
  )
}
