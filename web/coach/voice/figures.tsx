import { lengthOf, type Stretch, totalOf } from '#domain/coach/voice/sound.ts'
import type { Reading } from '#domain/coach/voice/reading.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { voiceMessages } from './messages.ts'

type Line = { name: string; value: string; where: string }

/** Every figure with its unit and the stretch it comes from [H-38]; level and noise apart, as clarity of the recording. */
export function Figures({ reading }: { reading: Reading }) {
  const { figures: m } = useMessages(voiceMessages)
  const format = useFormat()
  const { pitch, pace, activity, level } = reading
  const tenth = (n: number): string => format.number(n, 1)
  const speech = totalOf(activity.speech)
  const [longest] = activity.pauses.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  const between = ({ from, to }: Stretch): string => m.between(tenth(from), tenth(to))
  const [first, last] = [activity.speech[0], activity.speech.at(-1)]
  const whole = first && last ? between({ from: first.from, to: last.to }) : m.whole
  const falling = pitch?.endings.filter((slope) => slope < 0).length ?? 0
  const voice: Line[] = [
    {
      name: m.range,
      value: pitch ? m.semitones(tenth(pitch.range)) : m.unknown,
      where: pitch ? m.voiced(tenth(pitch.voiced)) : '',
    },
    { name: m.median, value: pitch ? m.hertz(Math.round(pitch.median)) : m.unknown, where: whole },
    ...(pitch && pitch.endings.length > 0
      ? [
          {
            name: m.endings,
            value: m.falls(falling, pitch.endings.length - falling),
            where: m.phrases(pitch.endings.length),
          },
        ]
      : []),
    {
      name: m.pace,
      value: pace.perMinute === null ? m.unknown : m.syllables(Math.round(pace.perMinute)),
      where: pace.counted === 'transcript' ? m.byText(pace.count) : m.bySound(pace.count),
    },
    { name: m.pauses, value: activity.pauses.length === 0 ? m.none : m.times(activity.pauses.length), where: whole },
    ...(longest ? [{ name: m.longest, value: m.seconds(tenth(lengthOf(longest))), where: between(longest) }] : []),
    { name: m.level, value: m.decibels(Math.round(level.active)), where: m.speech(tenth(speech)) },
  ]
  const clarity: Line[] = [
    {
      name: m.overNoise,
      value: level.overNoise === null ? m.unknown : m.decibels(Math.round(level.overNoise)),
      where: m.room,
    },
    { name: m.peak, value: m.decibels(Math.round(level.peak)), where: m.whole },
    { name: m.clipped, value: level.clipped === 0 ? m.none : format.percent(level.clipped), where: m.whole },
  ]
  return (
    <div className="grid gap-x-6 gap-y-2 xl:grid-cols-2">
      <Section title={m.title} level={3}>
        <Lines lines={voice} label={m.title} />
      </Section>
      <Section title={m.clarity} remark={m.clarityNote} level={3}>
        <Lines lines={clarity} label={m.clarity} />
      </Section>
    </div>
  )
}

const Lines = ({ lines, label }: { lines: readonly Line[]; label: string }) => (
  <Rows label={label}>
    {lines.map(({ name, value, where }) => (
      <Row key={name} note={where} end={value}>
        {name}
      </Row>
    ))}
  </Rows>
)
