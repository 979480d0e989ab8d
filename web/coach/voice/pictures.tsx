import type { VoiceNorms } from '#domain/coach/voice/norms.ts'
import type { Reading } from '#domain/coach/voice/reading.ts'
import { ticksWithin } from '#web/ui/charts/scale.ts'
import { TimeLines } from '#web/ui/charts/time-lines.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { voiceMessages } from './messages.ts'

type Beside = { name: string; reading: Reading } | null
type Props = { reading: Reading; norms: VoiceNorms; beside: Beside }

/** Seconds along the bottom. */
const along = (seconds: number) => ({
  range: [0, seconds] as const,
  ticks: ticksWithin(0, seconds, 5).map((at) => ({ at, label: String(at) })),
})

/** The pitch line with its pauses, and the pace over time; another take dashed beside it, stretched to the same length. */
export function Pictures({ reading, norms, beside }: Props) {
  const { result: m, beside: b } = useMessages(voiceMessages)
  const stretch = beside ? reading.seconds / beside.reading.seconds : 1
  const heights = [reading, ...(beside ? [beside.reading] : [])]
    .flatMap(({ contour }) => contour)
    .flatMap(({ height }) => (height === null ? [] : [Math.abs(height)]))
  const reach = Math.max(6, Math.min(14, Math.ceil(quietest(heights))))
  const range = reading.pitch ? reading.pitch.range.toFixed(1) : '0'
  const unit = (text: string): string => (beside ? `${text} · ${b.stretched}` : text)
  return (
    <div className="grid gap-x-6 gap-y-2 xl:grid-cols-2">
      <Section title={m.pitch} remark={unit(m.pitchUnit)} level={3}>
        <TimeLines
          summary={m.pitchSummary(range, Math.round(reading.seconds))}
          table={{
            columns: [m.second, m.semitones],
            rows: sparse(reading.contour).map(({ at, height }) => [at.toFixed(1), height?.toFixed(1) ?? '–']),
          }}
          x={along(reading.seconds)}
          y={{ range: [-reach, reach], ticks: [-reach, 0, reach].map((at) => ({ at, label: signed(at) })) }}
          shades={reading.activity.pauses}
          lines={[
            {
              label: m.mine,
              points: reading.contour.map(({ at, height }) => ({ x: at, y: within(height, reach) })),
            },
            ...(beside
              ? [
                  {
                    label: beside.name,
                    beside: true,
                    points: beside.reading.contour.map(({ at, height }) => ({
                      x: at * stretch,
                      y: within(height, reach),
                    })),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={m.pace} remark={unit(m.paceUnit)} level={3}>
        {reading.paceOver.length < 3 ? (
          <p className="t13 py-6 text-ink-3">{m.tooShort}</p>
        ) : (
          <PaceLines reading={reading} norms={norms} beside={beside} stretch={stretch} />
        )}
      </Section>
    </div>
  )
}

function PaceLines({ reading, norms: { pace }, beside, stretch }: Props & { stretch: number }) {
  const { result: m } = useMessages(voiceMessages)
  const points = ({ paceOver }: Reading, by: number) =>
    paceOver.map(({ at, perMinute }) => ({ x: at * by, y: perMinute }))
  const lines = [
    { label: m.mine, points: points(reading, 1) },
    ...(beside ? [{ label: beside.name, beside: true, points: points(beside.reading, stretch) }] : []),
  ]
  const all = lines.flatMap((line) => line.points).flatMap(({ y }) => (y === null ? [] : [y]))
  const top = Math.max(pace.fast + 60, ...all)
  return (
    <TimeLines
      summary={m.paceSummary(pace.slow, pace.fast)}
      table={{
        columns: [m.second, m.perMinute],
        rows: reading.paceOver.map(({ at, perMinute }) => [at, perMinute === null ? '–' : Math.round(perMinute)]),
      }}
      x={along(reading.seconds)}
      y={{
        range: [Math.max(0, Math.min(pace.slow - 60, ...all)), top],
        ticks: [pace.slow, pace.fast, ...beyond(all, pace)].map((at) => ({ at, label: String(at) })),
      }}
      band={{ from: pace.slow, to: pace.fast }}
      lines={lines}
    />
  )
}

/** Where the line leaves the band by enough to have a label of its own. */
const beyond = (all: readonly number[], { slow, fast }: VoiceNorms['pace']): number[] => {
  const [least, most] = [Math.round(Math.min(...all)), Math.round(Math.max(...all))]
  return [
    ...(all.length > 0 && least < slow - 20 ? [least] : []),
    ...(all.length > 0 && most > fast + 20 ? [most] : []),
  ]
}

const signed = (n: number): string => (n > 0 ? `+${n}` : String(n))
const within = (height: number | null, reach: number): number | null =>
  height === null ? null : Math.max(-reach, Math.min(reach, height))
/** The height under which all but a fiftieth of the moments lie. */
const quietest = (heights: readonly number[]): number =>
  heights.toSorted((a, b) => a - b)[Math.floor(heights.length * 0.98)] ?? 0
/** Every so many of a long list: a table of forty rows can be listened to. */
const sparse = <T,>(all: readonly T[]): T[] => all.filter((_, i) => i % Math.max(1, Math.ceil(all.length / 40)) === 0)
