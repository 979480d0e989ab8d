import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Field, fieldsOf } from '#domain/form/layout.ts'
import { now } from '#web/client/clock.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSeat, useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { type Signed, SignatureMark, SignaturePad } from '#web/ui/signature.tsx'
import { notify } from '#web/ui/toast.tsx'
import { useWords } from '#web/ui/words.ts'
import { changeForm, signedStanding } from './form-here.ts'
import type { FormShown } from './form-types.ts'
import { refusals } from './form-types.ts'
import { aboutForm, hasWaiting, isCutOff, keepFormWrite } from './late-form.ts'
import { formMessages } from './messages.ts'

type Props = {
  form: FormShown
  /** Writes down what is not saved yet; false when it could not be. */
  beforeSigning: () => Promise<boolean>
}

/** Where it is signed: each place with its signature, or the pad; where the stamp goes once it is printed. */
export function Places({ form, beforeSigning }: Props) {
  const m = useMessages(formMessages)
  const places = fieldsOf(form.layout).filter(({ kind }) => kind === 'sign' || kind === 'seal')
  const [open, setOpen] = useState<string | null>(null)
  if (places.length === 0) return null
  return (
    <Section title={m.places} remark={m.placesRemark}>
      <ul className="grid gap-x-6 md:grid-cols-2">
        {places.map((place) => (
          <li key={place.id} className="border-b border-line py-2.5">
            <PlaceRow
              form={form}
              place={place}
              open={open === place.id}
              onOpen={(is) => setOpen(is ? place.id : null)}
              beforeSigning={beforeSigning}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type RowProps = Props & { place: Field; open: boolean; onOpen: (open: boolean) => void }

function PlaceRow({ form, place, open, onOpen, beforeSigning }: RowProps) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const { branch, staff } = useSession()
  const format = useFormat(branch.timeZone)
  const text = useReasonText(refusals)
  const write = useWrite('PUT /api/forms/:id/signatures/:field')
  const client = useQueryClient()
  const seat = useSeat()
  const words = useWords()
  const label = place.label[language]
  const signature = form.signatures[place.id]
  const sign = async (signed: Signed): Promise<void> => {
    if (!(await beforeSigning())) return
    const signature = { ...signed, at: now().toISOString() }
    const request = { params: { id: form.id, field: place.id }, body: signature }
    const keepHere = async (): Promise<void> => {
      const about = aboutForm(form, form.title[language])
      if (!(await keepFormWrite(seat, 'PUT /api/forms/:id/signatures/:field', request, about)))
        return notify({ text: words.noRoom, tone: 'problem' })
      changeForm(client, form, signedStanding(form, place.id, signature))
      onOpen(false)
      notify({ text: words.keptHere(m.signedToast(label)) })
    }
    if (hasWaiting(form.id)) return keepHere()
    write.mutate(request, {
      onSuccess: () => {
        onOpen(false)
        notify({ text: m.signedToast(label) })
      },
      onError: (error) => (isCutOff(error) ? void keepHere() : notify({ text: text(error), tone: 'problem' })),
    })
  }
  const likely = place.by === 'customer' ? likelySigner(form) : staff.name
  return (
    <>
      <div className="flex min-h-9 flex-wrap items-center gap-2">
        <span className="t13 text-ink-3">
          {label}
          {place.required && !signature && <span> · {m.required}</span>}
        </span>
        {place.kind === 'seal' && <span className="t13 ml-auto text-ink-3">{m.seal}</span>}
        {place.kind === 'sign' && !signature && !open && (
          <span className="ml-auto">
            {form.signable.includes(place.id) ? (
              <Button size="s" icon="edit" aria-label={m.signAs(label)} onPress={() => onOpen(true)}>
                {m.sign}
              </Button>
            ) : (
              <span className="t13 text-ink-3">{m.notSigned}</span>
            )}
          </span>
        )}
      </div>
      {signature && (
        <div className="flex items-end gap-3">
          <SignatureMark name={signature.name} path={signature.path} />
          <span className="t12 text-ink-3">
            {signature.path !== null && `${signature.name} · `}
            {format.dayOf(signature.at)} {format.time(signature.at)}
            {signature.path === null && ` · ${m.typedName}`}
          </span>
        </div>
      )}
      {open && !signature && (
        <SignaturePad
          label={label}
          says={m.says(form.title[language])}
          name={likely}
          isPending={write.isPending}
          onSign={(signed) => void sign(signed)}
          onCancel={() => onOpen(false)}
        />
      )}
    </>
  )
}

/** Whoever is named in the form signs most likely. */
const likelySigner = (form: FormShown): string => {
  const person = form.answers['person']
  return typeof person === 'string' && person !== '' ? person : (form.person?.name ?? '')
}
