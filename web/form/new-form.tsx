import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useReasonText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { download } from '#web/client/send.ts'
import { Button } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type FormAbout, refusals } from './form-types.ts'
import { formMessages } from './messages.ts'
import { useBeginForm } from './use-begin-form.ts'

type Props = {
  about: FormAbout
  /** The box that finds a customer; it belongs to another part of the house. */
  customerBox: (value: string | null, onChange: (customer: { id: string } | null) => void) => ReactNode
  onBegun: (id: string) => void
}

/** Which form, for whom; where both are known already, as from a contact or a printed code, it is begun at once. */
export function NewForm({ about, customerBox, onBegun }: Props) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const text = useReasonText(refusals)
  const { data } = useRead('GET /api/form-layouts', {})
  const { begin, pending } = useBeginForm()
  const [key, setKey] = useState<string | null>(about.form ?? null)
  const [customer, setCustomer] = useState<string | null>(about.customer ?? null)
  const begun = useRef(false)
  const offered = data?.layouts.find(({ layout }) => layout.id === key)
  const ofDay = offered?.layout.about === 'day'
  const open = async (): Promise<void> => {
    if (!offered) return
    try {
      onBegun(await begin(offered, { ...about, ...(customer && { customer }) }))
    } catch (error) {
      notify({ text: text(error), tone: 'problem' })
    }
  }
  const printed = async (): Promise<void> => {
    if (!offered || !customer) return
    await download('GET /api/form-layouts/:key/pdf', {
      params: { key: offered.layout.id },
      query: { language, customerId: customer },
    }).catch((error: unknown) => notify({ text: text(error), tone: 'problem' }))
  }
  const atOnce =
    offered !== undefined && about.form !== undefined && (ofDay || about.run !== undefined || about.after !== undefined)
  useEffect(() => {
    if (!atOnce || begun.current) return
    begun.current = true
    void open()
  })
  if (!data || (atOnce && pending)) return <SkeletonRows rows={8} />
  return (
    <div className="mx-auto grid w-full max-w-lg gap-4 px-4 py-5">
      <ComboBox
        label={m.which}
        placeholder={m.choose}
        options={data.layouts.map(({ layout }) => ({
          id: layout.id,
          label: layout.title[language],
          note: layout.aim[language],
        }))}
        value={key}
        onChange={setKey}
        isRequired
      />
      {ofDay ? (
        <p className="t13 text-ink-3">{m.aboutDay}</p>
      ) : (
        customerBox(customer, (one) => setCustomer(one?.id ?? null))
      )}
      {offered?.layout.for === 'owner' && <p className="t13 text-ink-3">{m.ownOnly}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          kind="go"
          isPending={pending}
          isDisabled={!offered || (!ofDay && customer === null)}
          onPress={() => void open()}
        >
          {m.open}
        </Button>
        {offered && !ofDay && (
          <Button icon="print" isDisabled={customer === null} onPress={() => void printed()}>
            {m.printed}
          </Button>
        )}
      </div>
    </div>
  )
}
