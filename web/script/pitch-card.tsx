import { useState } from 'react'
import { pitchLines, pitchText } from '#domain/script/pitch.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { AgainstLeaving } from './against-leaving.tsx'
import { HowSent, useSending } from './copy-acts.tsx'
import type { For, Library, Pitch } from './library.ts'
import { scriptMessages } from './messages.ts'
import { PitchForm } from './pitch-form.tsx'
import { toClipboard, useCopy } from './use-copy.ts'

/** A pitch has one wording: what was counted is what was said of this product. */
export const PITCH_WORDING = 'pitch'
export const pitchKey = (id: string): string => `pitch/${id}`

export const pitchesIn = ({ pitches }: Library, search: string): Pitch[] => {
  const wanted = search.trim().toLowerCase()
  return pitches.filter((pitch) =>
    [pitch.product, pitch.persona, pitchText(pitch)].some((text) => text.toLowerCase().includes(wanted)),
  )
}

/** Three lines and a half as they are said, for one product and one sort of customer [G-13]. */
export function PitchCard({ pitch, target }: { pitch: Pitch; target: For | null }) {
  const { pitch: m, copy } = useMessages(scriptMessages)
  const [changing, setChanging] = useState(false)
  const remove = useWrite('DELETE /api/pitches/:id')
  const text = pitchText(pitch)
  return (
    <article aria-label={m.for(pitch.product, pitch.persona)} className="flex flex-col gap-3">
      <header className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="t16">{m.for(pitch.product, pitch.persona)}</h2>
          <p className="t12 text-ink-3">{pitch.everybodys ? m.all : m.mine}</p>
        </div>
        {pitch.mayChange && (
          <>
            <Button size="s" icon="edit" onPress={() => setChanging(true)}>
              {m.edit}
            </Button>
            <Button
              size="s"
              kind="bare"
              onPress={() =>
                remove.mutate({ params: { id: pitch.id } }, { onSuccess: () => notify({ text: m.removed }) })
              }
            >
              {m.remove}
            </Button>
          </>
        )}
      </header>
      <ol className="border-l-2 border-jade pl-3">
        {pitchLines.map((line) => (
          <li key={line} className="read py-0.5">
            {pitch[line]}
          </li>
        ))}
      </ol>
      {target ? (
        <Sent pitch={pitch} target={target} text={text} />
      ) : (
        <Button className="self-start" onPress={() => void toClipboard(text).then(() => notify({ text: copy.copied }))}>
          {copy.only}
        </Button>
      )}
      {changing && <PitchForm pitch={pitch} onClose={() => setChanging(false)} />}
    </article>
  )
}

function Sent({ pitch, target, text }: { pitch: Pitch; target: For; text: string }) {
  const { copy: m } = useMessages(scriptMessages)
  const sending = useSending({ customerId: target.customerId, purpose: 'sales' })
  const { copy, pending, against } = useCopy(target.customerId, target.calledBy)
  const { channel, agreedTime } = sending
  const cited = { script: pitchKey(pitch.id), wording: PITCH_WORDING, version: target.fitting }
  return (
    <>
      <HowSent sending={sending} />
      <Button
        kind="go"
        className="self-start"
        isDisabled={!sending.open || pending}
        onPress={() => copy({ ...cited, text, channel, purpose: 'sales', agreedTime })}
      >
        {m.act}
      </Button>
      {against && <AgainstLeaving against={against} onAnyway={() => copy(against.copied, true)} />}
    </>
  )
}
