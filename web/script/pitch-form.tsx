import { type FormEvent, useState } from 'react'
import { canBeSaid, overLong, pitchLength, type PitchLine, pitchLines } from '#domain/script/pitch.ts'
import { pitchWords as pitchEn } from '#domain/script/words.en.ts'
import { pitchWords as pitchZh } from '#domain/script/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Pitch } from './library.ts'
import { scriptMessages } from './messages.ts'

const words = { zh: pitchZh, en: pitchEn }
const nothing = { product: '', persona: '', itIs: '', suits: '', afterUse: '', example: '' }

/** Four fields, each with how long it may be; one too long says by how much, before anything is kept [G-13]. */
export function PitchForm({
  pitch,
  onClose,
  onKept,
}: {
  pitch: Pitch | null
  onClose: () => void
  onKept?: (id: string) => void
}) {
  const { pitch: m } = useMessages(scriptMessages)
  const reasonText = useReasonText(words)
  const mayForAll = useCan('script.revise')
  const keep = useWrite('PUT /api/pitches/:id')
  const [id] = useState(() => pitch?.id ?? freshId())
  const [draft, setDraft] = useState(() => (pitch ? { ...nothing, ...picked(pitch) } : nothing))
  const [everybodys, setEverybodys] = useState(pitch?.everybodys ?? false)
  const set = (change: Partial<typeof nothing>): void => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    keep.mutate(
      { params: { id }, body: { ...draft, everybodys } },
      {
        onSuccess: () => {
          notify({ text: m.saved })
          onKept?.(id)
          onClose()
        },
      },
    )
  }
  return (
    <Drawer title={pitch ? m.edit : m.add} isOpen onClose={onClose}>
      <form className="grid gap-3 pt-3" onSubmit={submit}>
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={m.product}
            value={draft.product}
            onChange={(product) => set({ product })}
            maxLength={40}
            isRequired
            autoFocus
          />
          <TextField
            label={m.persona}
            hint={m.personaHint}
            value={draft.persona}
            onChange={(persona) => set({ persona })}
            maxLength={40}
            isRequired
          />
        </div>
        {pitchLines.map((line) => (
          <Line key={line} line={line} value={draft[line]} onChange={(text) => set({ [line]: text })} />
        ))}
        {mayForAll && (
          <Checkbox isSelected={everybodys} onChange={setEverybodys}>
            {m.everybodys}
          </Checkbox>
        )}
        {keep.error && (
          <p role="alert" className="t13 text-red">
            {reasonText(keep.error)}
          </p>
        )}
        <Button
          kind="go"
          type="submit"
          isPending={keep.isPending}
          isDisabled={!canBeSaid(draft)}
          hotkey="mod+Enter"
          hotkeyWhileTyping
        >
          {m.save}
        </Button>
      </form>
    </Drawer>
  )
}

const picked = ({ product, persona, itIs, suits, afterUse, example }: Pitch) => ({
  product,
  persona,
  itIs,
  suits,
  afterUse,
  example,
})

function Line({ line, value, onChange }: { line: PitchLine; value: string; onChange: (text: string) => void }) {
  const { pitch: m } = useMessages(scriptMessages)
  const language = useLanguage()
  const by = overLong(line, value)
  const { have, most } = pitchLength(line, value)
  const error = by > 0 ? sentence(words[language], { code: 'pitch.long', params: { line, by } }) : undefined
  return (
    <TextField
      label={m.lines[line]}
      hint={m.length(have, most)}
      {...(error ? { error } : {})}
      value={value}
      onChange={onChange}
      maxLength={200}
      isRequired
    />
  )
}
