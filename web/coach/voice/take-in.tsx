import { useEffect, useRef, useState } from 'react'
import { madeVoice, type SampleName, samples } from '#domain/coach/voice/sample.ts'
import { now } from '#web/client/clock.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { FileDrop } from '#web/ui/file-drop.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { voiceMessages } from './messages.ts'
import { record, type Running } from './microphone.ts'
import { NoSound } from './sound.ts'
import type { Practice } from './use-practice.ts'

const AUDIO = ['audio/*', '.wav', '.mp3', '.m4a', '.ogg', '.webm']

/** How a take comes: spoken now, from a file, or a made example. */
export function TakeIn({ practice, text }: { practice: Practice; text: string | null }) {
  const { take: m } = useMessages(voiceMessages)
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  const [running, setRunning] = useState<Running | null>(null)
  const [loads, setLoads] = useState(false)
  const start = async (): Promise<void> => {
    practice.setTrouble(null)
    try {
      setRunning(await record())
    } catch (error) {
      practice.setTrouble(error instanceof NoSound ? error.trouble : 'failed')
    }
  }
  const stop = async (): Promise<void> => {
    const blob = await running?.stop()
    setRunning(null)
    if (blob) await practice.takeFile(blob, { name: m.ownName(format.time(now())), text })
  }
  if (running)
    return (
      <Meter
        running={running}
        onStop={() => void stop()}
        onGiveUp={() => {
          running.giveUp()
          setRunning(null)
        }}
      />
    )
  const made = (name: SampleName): void => {
    const { samples: channel, rate } = madeVoice(samples[name])
    void practice.takeIn({ channels: [channel], rate }, { name: m.samples[name], text: null, made: true })
  }
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="go" icon="mic" hotkey="r" onPress={() => void start()} isDisabled={practice.measuring}>
          {m.record}
        </Button>
        <Button icon="upload" onPress={() => setLoads(!loads)} isDisabled={practice.measuring}>
          {m.load}
        </Button>
      </div>
      {loads && (
        <FileDrop
          label={m.drop}
          hint={m.dropHint}
          accept={AUDIO}
          onFiles={([file]) => {
            if (file) void practice.takeFile(file, { name: file.name, text: null })
          }}
        />
      )}
      {practice.measuring && <ProgressBar label={m.measuring} />}
      {!practice.current && !practice.measuring && (
        <p className="t13 flex flex-wrap items-center gap-2 text-ink-3">
          {m.sample}
          {(Object.keys(samples) as SampleName[]).map((name) => (
            <Button key={name} size="s" onPress={() => made(name)}>
              {m.samples[name]}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}

type MeterProps = { running: Running; onStop: () => void; onGiveUp: () => void }

function Meter({ running, onStop, onGiveUp }: MeterProps) {
  const { take: m } = useMessages(voiceMessages)
  const [seconds, setSeconds] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const from = now().getTime()
    const timer = setInterval(() => {
      setSeconds(Math.floor((now().getTime() - from) / 1000))
      if (bar.current) bar.current.style.width = `${Math.min(100, Math.round(running.level() * 140))}%`
    }, 100)
    return () => clearInterval(timer)
  }, [running])
  // Leaving the page lets go of the microphone.
  useEffect(() => () => running.giveUp(), [running])
  return (
    <div className="grid max-w-md gap-2">
      <p role="status" className="font-strong">
        {m.recording(seconds)}
      </p>
      <div className="h-2 overflow-hidden rounded-full bg-line" role="img" aria-label={m.level}>
        <div ref={bar} className="h-full bg-jade-fill" />
      </div>
      <div className="flex gap-2">
        <Button kind="go" hotkey="r" onPress={onStop}>
          {m.stop}
        </Button>
        <Button kind="bare" onPress={onGiveUp}>
          {m.giveUp}
        </Button>
      </div>
    </div>
  )
}
