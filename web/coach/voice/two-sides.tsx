import { listeningHabits, type ListeningHabit } from '#domain/coach/voice/listening.ts'
import type { TalkMeasures } from '#domain/coach/voice/talk.ts'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { voiceMessages } from './messages.ts'
import type { Take } from './take.ts'

type Props = {
  take: Take
  talk: TalkMeasures
  onTurn: ((ours: 0 | 1) => void) | null
  onTick: (habits: ListeningHabit[]) => void
}

/** Who spoke how much and who broke in when, from a recording with two sides; then the eight to talk over [H-19]. */
export function TwoSides({ take, talk, onTurn, onTick }: Props) {
  const { sides: m } = useMessages(voiceMessages)
  const format = useFormat()
  const alone = { us: talk.staffShare - talk.bothShare, customer: talk.customerShare - talk.bothShare }
  const parts = [
    { name: m.us, share: alone.us, fill: 'bg-jade-fill' },
    { name: m.both, share: talk.bothShare, fill: 'bg-ink-3' },
    { name: m.customer, share: alone.customer, fill: 'bg-line-2' },
  ]
  return (
    <Section title={m.title} remark={m.of}>
      {onTurn && (
        <RadioGroup
          className="pt-2"
          label={m.ours}
          options={m.channels.map((label, id) => ({ id: String(id), label }))}
          value={String(take.ours)}
          onChange={(id) => onTurn(id === '1' ? 1 : 0)}
        />
      )}
      <p className="pt-2">
        {m.shares(format.percent(talk.staffShare), format.percent(talk.customerShare), format.percent(talk.bothShare))}
      </p>
      <div className="my-2 flex h-3 gap-px overflow-hidden rounded-s" aria-hidden="true">
        {parts.map(({ name, share, fill }) => (
          <span key={name} className={fill} style={{ width: `${share * 100}%` }} />
        ))}
      </div>
      <p className="t12 flex gap-4 text-ink-3" aria-hidden="true">
        {parts.map(({ name, fill }) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            <span className={`size-2.5 rounded-s ${fill}`} />
            {name}
          </span>
        ))}
      </p>
      <p className="pt-2 font-strong">{m.interrupted(talk.interruptions.length)}</p>
      <Rows label={m.interrupted(talk.interruptions.length)}>
        {talk.interruptions.map(({ by, at }) => (
          <Row key={`${by} ${at}`}>{(by === 'staff' ? m.usAt : m.customerAt)(format.number(at, 1))}</Row>
        ))}
      </Rows>
      <CheckboxGroup
        className="pt-3"
        label={m.habits}
        hint={m.habitsHint}
        options={listeningHabits.map((id) => ({ id, label: m.eight[id] }))}
        value={take.habits}
        onChange={(ids) => onTick(listeningHabits.filter((id) => ids.includes(id)))}
      />
    </Section>
  )
}
