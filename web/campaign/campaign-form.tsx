import { type FormEvent, useState } from 'react'
import { addMonths, monthOf } from '#domain/kernel/day.ts'
import { earliestReading } from '#domain/retention/campaign.ts'
import { type OfferWay, offerWays } from '#domain/retention/way.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Select } from '#web/ui/select.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { AudienceCount } from './audience-count.tsx'
import { AudienceFields, type Chosen, type Lists, useAudienceName } from './audience-fields.tsx'
import { type CampaignShown, refusals, wayNames } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'

type Props = { campaign: CampaignShown | null; onClose: () => void; onSaved: (id: string) => void }

/** A campaign prepared: whom, how, how many are held out, and the day its result is read, all before it starts. */
export function CampaignForm({ campaign, onClose, onSaved }: Props) {
  const { form: m } = useMessages(campaignMessages)
  const { data: lists } = useRead('GET /api/campaigns/lists', {})
  return (
    <Drawer title={campaign ? m.change : m.add} isOpen onClose={onClose}>
      {lists ? <Fields campaign={campaign} lists={lists} onSaved={onSaved} /> : <SkeletonRows rows={8} />}
    </Drawer>
  )
}

const shares = [0.1, 0.2, 0.3, 0.4, 0.5]

const usualPlaybook = ({ playbooks }: Lists): string =>
  (playbooks.find(({ key }) => key === 'care-call') ?? playbooks[0])?.key ?? ''

const usualDay = (stayMonth: string): string => `${earliestReading(stayMonth).slice(0, 8)}10`

function Fields({ campaign, lists, onSaved }: Pick<Props, 'campaign' | 'onSaved'> & { lists: Lists }) {
  const { form: m } = useMessages(campaignMessages)
  const { today } = useSession()
  const language = useLanguage()
  const f = useFormat()
  const text = useReasonText(refusals)
  const nameOf = useAudienceName()
  const write = useWrite('PUT /api/campaigns/:id')
  const [id] = useState(campaign?.id ?? freshId())
  const [title, setTitle] = useState(campaign?.title ?? '')
  const [aim, setAim] = useState(campaign?.aim ?? '')
  const [offer, setOffer] = useState(campaign?.offer ?? '')
  const [playbook, setPlaybook] = useState(campaign?.playbook ?? usualPlaybook(lists))
  const [way, setWay] = useState<OfferWay | 'none'>(campaign?.way ?? 'none')
  const [chosen, setChosen] = useState<Chosen>(() => chosenOf(campaign, lists))
  const [share, setShare] = useState(String(campaign?.share ?? 0.3))
  const [contactUntil, setUntil] = useState<string | null>(campaign?.contactUntil ?? null)
  const [stayMonth, setMonth] = useState(campaign?.stayMonth ?? addMonths(monthOf(today), 3))
  const [readOn, setReadOn] = useState<string | null>(campaign?.readOn ?? usualDay(stayMonth))
  const [cost, setCost] = useState(campaign ? campaign.costEachFen / 100 : 0)
  const months = Array.from({ length: 13 }, (_, i) => addMonths(monthOf(today), i))
  const save = (submitted: FormEvent): void => {
    submitted.preventDefault()
    if (contactUntil === null || readOn === null) return notify({ text: m.days, tone: 'problem' })
    const body = {
      title,
      aim,
      offer,
      playbook,
      way: way === 'none' ? null : way,
      contactUntil,
      stayMonth,
      readOn,
      share: Number(share),
      costEachFen: Math.round((Number.isNaN(cost) ? 0 : cost) * 100),
      audience: { name: nameOf(lists, chosen), filter: chosen.filter },
      baseVersion: campaign?.version ?? null,
    }
    write.mutate(
      { params: { id }, body },
      {
        onSuccess: () => {
          notify({ text: m.saved(title) })
          onSaved(id)
        },
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={save} className="grid gap-3 pt-3">
      <TextField
        label={m.name}
        placeholder={m.nameExample}
        value={title}
        onChange={setTitle}
        maxLength={60}
        isRequired
        autoFocus={campaign === null}
      />
      <TextField label={m.aim} placeholder={m.aimExample} value={aim} onChange={setAim} maxLength={200} isRequired />
      <AudienceFields lists={lists} chosen={chosen} onChoose={setChosen} />
      <Select
        label={m.playbook}
        options={lists.playbooks.map(({ key, title: name }) => ({ id: key, label: name[language] }))}
        value={playbook}
        onChange={setPlaybook}
      />
      <Select
        label={m.way}
        hint={m.wayHint}
        options={[
          { id: 'none' as const, label: m.noWay },
          ...offerWays.map((id) => ({ id, label: wayNames[language][id] })),
        ]}
        value={way}
        onChange={setWay}
      />
      <Select
        label={m.share}
        hint={m.shareHint}
        options={shares.map((one) => ({ id: String(one), label: f.percent(one) }))}
        value={share}
        onChange={setShare}
      />
      <AudienceCount query={{ ...chosen.filter, playbook, share: Number(share) }} />
      <DatePicker label={m.contactUntil} value={contactUntil} onChange={setUntil} min={today} isRequired />
      <Select
        label={m.stayMonth}
        options={months.map((month) => ({ id: month, label: m.monthEnd(f.monthOfYear(month)) }))}
        value={stayMonth}
        onChange={(month) => {
          setMonth(month)
          setReadOn(usualDay(month))
        }}
      />
      <DatePicker
        label={m.readOn}
        hint={m.readOnHint}
        value={readOn}
        onChange={setReadOn}
        min={earliestReading(stayMonth)}
        isRequired
      />
      <CoachedLine label={m.offer} hint={m.offerHint} value={offer} onChange={setOffer} maxLength={200} />
      <NumberField label={m.cost} hint={m.costHint} unit={m.yuan} value={cost} onChange={setCost} minValue={0} />
      <Button type="submit" kind="go" isPending={write.isPending}>
        {m.save}
      </Button>
    </form>
  )
}

/** What a draft was made from; one whose list is gone keeps its filters. */
const chosenOf = (campaign: CampaignShown | null, lists: Lists): Chosen => {
  if (!campaign) return { list: 'choose', filter: {} }
  const { name, filter } = campaign.audience
  const named = [...lists.views, ...lists.frozen].find((one) => one.name === name)
  const { mine, ...others } = filter
  return { list: named?.id ?? 'choose', filter: { ...others, ...(mine === true ? { mine: 'true' } : {}) } }
}
