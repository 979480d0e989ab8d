import { useState } from 'react'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import type { ReasonId } from '#domain/retention/case-reason.ts'
import { offerWays } from '#domain/retention/way.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { AskingForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { type CatalogueOffer, keepWords, reasonTree } from './retention-types.ts'

type Draft = Omit<CatalogueOffer, 'key' | 'version' | 'changedBy' | 'success'>

/** An offer of the branch's own, or other figures for one; cases keep it as it was. */
export function OfferForm({ offer, onClose }: { offer: CatalogueOffer | null; onClose: () => void }) {
  const { catalogue: m } = useMessages(retentionMessages)
  const language = useLanguage()
  return (
    <Drawer title={offer?.name[language] ?? m.add} isOpen onClose={onClose}>
      <Fields offer={offer} onClose={onClose} />
    </Drawer>
  )
}

const blank = (today: string): Draft => ({
  name: { zh: '', en: '' },
  way: 'fit',
  kinds: ['person'],
  answers: [],
  costFen: 0,
  benefitFen: 0,
  months: 1,
  addsTermMonths: 0,
  from: today,
  until: null,
  campaign: 0,
})

const draftOf = ({
  key: _key,
  version: _version,
  changedBy: _by,
  success: _success,
  ...draft
}: CatalogueOffer): Draft => draft

function Fields({ offer, onClose }: { offer: CatalogueOffer | null; onClose: () => void }) {
  const { catalogue: m, rules } = useMessages(retentionMessages)
  const { wayNames, reasonNames } = keepWords[useLanguage()]
  const { today } = useSession()
  const errorText = useErrorText()
  const refresh = useRefresh()
  const write = useWrite('PUT /api/offers/:key')
  const [key] = useState(() => offer?.key ?? `own-${freshId().slice(-12)}`)
  const [draft, setDraft] = useState<Draft>(() => (offer ? draftOf(offer) : blank(today)))
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const save = (): void =>
    write.mutate(
      { params: { key }, body: { offer: draft, baseVersion: offer?.version ?? null } },
      {
        onSuccess: () => {
          notify({ text: m.saved(draft.name.zh) })
          onClose()
        },
        onError: (error) => {
          const clash = error.reply.code === 'record.conflict'
          if (clash) void refresh()
          notify({ text: clash ? rules.conflict : errorText(error), tone: 'problem' })
        },
      },
    )
  return (
    <AskingForm plain save={rules.save} pending={write.isPending} onSubmit={save} onCancel={onClose}>
      <TextField
        label={`${m.name} · ${rules.zh}`}
        value={draft.name.zh}
        onChange={(zh) => set({ name: { ...draft.name, zh } })}
        maxLength={40}
        isRequired
      />
      <TextField
        label={`${m.name} · ${rules.en}`}
        value={draft.name.en}
        onChange={(en) => set({ name: { ...draft.name, en } })}
        maxLength={80}
        isRequired
      />
      <Select
        label={m.way}
        value={draft.way}
        onChange={(way) => set({ way })}
        options={offerWays.map((id) => ({ id, label: wayNames[id] }))}
      />
      <CheckboxGroup
        label={m.forWhom}
        value={draft.kinds}
        onChange={(kinds) => set({ kinds: kinds as CustomerKind[] })}
        options={customerKinds.map((id) => ({ id, label: rules.kinds[id] }))}
        isRequired
      />
      <Money label={m.cost} fen={draft.costFen} onChange={(costFen) => set({ costFen })} />
      <Money label={m.benefit} fen={draft.benefitFen} onChange={(benefitFen) => set({ benefitFen })} />
      <Count label={m.months} value={draft.months} least={1} most={60} onChange={(months) => set({ months })} />
      <Count
        label={m.term}
        value={draft.addsTermMonths}
        least={0}
        most={36}
        onChange={(addsTermMonths) => set({ addsTermMonths })}
      />
      <Count
        label={m.campaign}
        hint={m.campaignHint}
        value={draft.campaign}
        least={0}
        most={9}
        onChange={(campaign) => set({ campaign })}
      />
      <DatePicker label={m.from} value={draft.from} onChange={(from) => from && set({ from })} isRequired />
      <DatePicker label={m.until} value={draft.until} onChange={(until) => set({ until })} />
      <CheckboxGroup
        label={m.answers}
        value={draft.answers}
        onChange={(answers) => set({ answers: answers as ReasonId[] })}
        options={reasonTree.flatMap(({ ids }) => ids.map((id) => ({ id, label: reasonNames[id] })))}
      />
    </AskingForm>
  )
}

function Money({ label, fen, onChange }: { label: string; fen: number; onChange: (fen: number) => void }) {
  const { rules } = useMessages(retentionMessages)
  return (
    <NumberField
      label={label}
      unit={rules.yuan}
      value={fen / 100}
      onChange={(yuan) => onChange(Number.isNaN(yuan) ? 0 : Math.round(yuan * 100))}
      minValue={0}
      maxValue={1_000_000}
    />
  )
}

type CountProps = {
  label: string
  hint?: string
  value: number
  least: number
  most: number
  onChange: (count: number) => void
}

function Count({ label, hint, value, least, most, onChange }: CountProps) {
  return (
    <NumberField
      label={label}
      hint={hint}
      value={value}
      onChange={(count) => onChange(Number.isNaN(count) ? least : count)}
      minValue={least}
      maxValue={most}
    />
  )
}
