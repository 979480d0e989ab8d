import { type ReactNode, useState } from 'react'
import { voiceNorms } from '#domain/coach/voice/norms.ts'
import { useRead } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { OpenDrill } from '../drill/open-drill.tsx'
import { Cures } from './cures.tsx'
import { InStep } from './in-step.tsx'
import { voiceMessages } from './messages.ts'
import { NormsPart } from './norms-part.tsx'
import { OWN, ReadAloud } from './read-aloud.tsx'
import { TakeIn } from './take-in.tsx'
import { TakeList } from './take-list.tsx'
import { TakeResult } from './take-result.tsx'
import { TaughtCard } from './taught-card.tsx'
import { usePractice } from './use-practice.ts'

/** For whom one reads, and where they are chosen; who talks to no customer is not asked. */
type Props = { listener: string | null; chooser: ReactNode | null }

/** Reading aloud, measured on this device [H-38][H-46]: take, look, try a cure, take again. */
export function PracticeScreen({ listener, chooser }: Props) {
  const m = useMessages(voiceMessages)
  const practice = usePractice()
  const given = useRead('GET /api/voice-norms', {}).data
  const [chosen, setChosen] = useState(m.read.texts[0]?.id ?? OWN)
  const [own, setOwn] = useState('')
  const passage = m.read.texts.find(({ id }) => id === chosen)?.text ?? own.trim()
  const { current, trouble } = practice
  const why =
    trouble === null ? null : trouble === 'noRoom' ? { title: m.result.noRoom, remedy: '' } : m.trouble[trouble]
  return (
    <div className="grid gap-x-8 gap-y-4 px-4 pb-8 lg:grid-cols-[minmax(0,1fr)_320px] lg:px-6">
      <div className="grid min-w-0 content-start gap-4">
        <p className="t12 pt-3 text-ink-3">{m.private}</p>
        <ReadAloud chosen={chosen} onChoose={setChosen} own={own} onOwn={setOwn} />
        <TakeIn practice={practice} text={passage === '' ? null : passage} />
        {why && (
          <div role="alert">
            <Banner tone="soon" title={why.title}>
              {why.remedy}
            </Banner>
          </div>
        )}
        {chooser !== null && (
          <InStep
            customerId={listener}
            chooser={chooser}
            text={passage === '' ? null : passage}
            take={current && !current.made ? current.take : null}
          />
        )}
        {current && (
          <TakeResult
            practice={practice}
            current={current}
            norms={given?.norms ?? voiceNorms}
            source={given?.own?.source ?? null}
          />
        )}
        <Cures practice={practice} />
        <OpenDrill />
      </div>
      <div className="grid min-w-0 content-start gap-4">
        <TakeList practice={practice} />
        {given && <NormsPart given={given} />}
        <TaughtCard />
      </div>
    </div>
  )
}
