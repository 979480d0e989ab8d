import { useState } from 'react'
import { type Capture, standing } from '#domain/playbook/capture.ts'
import type { Answer, CaseWish, ExpectationSort } from '#domain/playbook/event.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useHeld } from '#web/client/coach/use-held.ts'
import { WhatWeCan } from '#web/client/coach/what-we-can.tsx'
import { freshId } from '#web/client/id.ts'
import { PromisePaceNote } from '#web/client/promise-pace.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { type EditorProps, Form, removing } from './capture-form.tsx'
import { contactMessages } from './messages.ts'
import type { LiveRun } from './use-run.ts'

const isClock = (text: string): boolean => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

export function PromiseEditor({ live, capture, onDone }: EditorProps<Capture<'promise'>>) {
  const m = useMessages(contactMessages)
  const [what, setWhat] = useState(capture?.what ?? '')
  const [day, setDay] = useState<string | null>(capture?.dueDay ?? null)
  const [time, setTime] = useState(capture?.dueTime ?? '')
  const save = (): void => {
    const fields = { what: what.trim(), dueDay: day ?? '', dueTime: time || null }
    const done = capture
      ? live.act({ type: 'captureChanged', capture: capture.id, change: { kind: 'promise', ...fields } })
      : live.act({ type: 'captured', capture: freshId(), content: { kind: 'promise', ...fields } })
    if (done) onDone()
  }
  return (
    <Form onSave={save} onRemove={removing(live, capture?.id, onDone)}>
      <CoachedLine by="note" label={m.captures.what} value={what} onChange={setWhat} isRequired autoFocus />
      <DatePicker label={m.captures.day} value={day} onChange={setDay} min={live.today} isRequired />
      <PromisePaceNote
        what={what}
        day={day}
        today={live.today}
        onTake={(safe) => {
          setDay(safe)
          setTime('')
        }}
      />
      <TextField
        label={m.captures.time}
        value={time}
        onChange={setTime}
        placeholder="18:00"
        {...(isClock(time) ? {} : { error: '18:00' })}
      />
    </Form>
  )
}

export function CueEditor({ live, capture, onDone }: EditorProps<Capture<'cue'>>) {
  const m = useMessages(contactMessages)
  const [text, setText] = useState(capture?.text ?? '')
  const save = (): void => {
    const fields = { kind: 'cue' as const, text: text.trim() }
    const done = capture
      ? live.act({ type: 'captureChanged', capture: capture.id, change: fields })
      : live.act({ type: 'captured', capture: freshId(), content: fields })
    if (done) onDone()
  }
  return (
    <Form onSave={save} onRemove={removing(live, capture?.id, onDone)}>
      <TextField label={m.captures.text} value={text} onChange={setText} isRequired autoFocus />
    </Form>
  )
}

type Wish = {
  text: string
  sort: ExpectationSort
  answer: Answer | null
  offer: string
  acknowledged: boolean
  openly?: boolean
}

const blankWish: Wish = { text: '', sort: 'factual', answer: null, offer: '', acknowledged: false }

/** What the customer hopes for and what we can say to it. Whoever only wants to be heard is acknowledged, not answered. */
export function ExpectationEditor({ live, capture, onDone }: EditorProps<Capture<'expectation'>>) {
  const m = useMessages(contactMessages)
  const [wish, setWish] = useState<Wish>(capture ?? blankWish)
  const heard = wish.sort === 'heard'
  const held = useHeld(heard ? '' : wish.offer)
  const save = (): void => {
    if (held) return
    const { text, sort, offer, acknowledged, openly = false } = wish
    const fields = {
      text: text.trim(),
      sort,
      answer: heard ? null : wish.answer,
      offer: offer.trim(),
      acknowledged: heard && acknowledged,
      ...(openly || capture?.openly ? { openly } : {}),
    }
    const done = capture
      ? live.act({ type: 'captureChanged', capture: capture.id, change: { kind: 'expectation', ...fields } })
      : live.act({ type: 'captured', capture: freshId(), content: { kind: 'expectation', ...fields } })
    if (done) onDone()
  }
  return (
    <Form
      onSave={save}
      onRemove={removing(live, capture?.id, onDone)}
      extra={capture && <RankButtons live={live} id={capture.id} />}
    >
      <TextField
        label={m.captures.text}
        value={wish.text}
        onChange={(text) => setWish({ ...wish, text })}
        isRequired
        autoFocus
      />
      <RadioGroup<ExpectationSort>
        label={m.captures.sort}
        options={(['factual', 'emotional', 'heard'] as const).map((id) => ({ id, label: m.captures.sorts[id] }))}
        value={wish.sort}
        onChange={(sort) => setWish({ ...wish, sort })}
      />
      {heard ? (
        <Checkbox isSelected={wish.acknowledged} onChange={(acknowledged) => setWish({ ...wish, acknowledged })}>
          {m.captures.acknowledged}
        </Checkbox>
      ) : (
        <>
          <RadioGroup<Answer>
            label={m.captures.answer}
            options={(['can', 'partly', 'cannot'] as const).map((id) => ({ id, label: m.captures.answers[id] }))}
            value={wish.answer}
            onChange={(answer) => setWish({ ...wish, answer })}
          />
          <WhatWeCan
            label={m.captures.offer}
            can={wish.answer}
            offer={wish.offer}
            onOffer={(offer) => setWish({ ...wish, offer })}
            held={held}
            openly={wish.openly ?? false}
            onOpenly={(openly) => setWish({ ...wish, openly })}
          />
        </>
      )}
    </Form>
  )
}

/** The customer's own order. */
function RankButtons({ live, id }: { live: LiveRun; id: string }) {
  const m = useMessages(contactMessages)
  const order = standing(live.state.captures, 'expectation').map((one) => one.id)
  const here = order.indexOf(id)
  const swap = (by: 1 | -1): void => {
    const other = order[here + by]
    if (other === undefined) return
    const next = order.with(here, other).with(here + by, id)
    live.act({ type: 'ranked', expectations: next })
  }
  return (
    <>
      <IconButton label={m.captures.earlier} icon="up" isDisabled={here <= 0} onPress={() => swap(-1)} />
      <IconButton label={m.captures.later} icon="down" isDisabled={here >= order.length - 1} onPress={() => swap(1)} />
    </>
  )
}

export function FollowUpEditor({ live, onDone }: { live: LiveRun; onDone: () => void }) {
  const m = useMessages(contactMessages)
  const { followUp } = live.state
  const [day, setDay] = useState<string | null>(followUp?.day ?? null)
  const [time, setTime] = useState(followUp?.time ?? '')
  const [about, setAbout] = useState(followUp?.about ?? '')
  const save = (): void => {
    if (
      day &&
      isClock(time) &&
      live.act({ type: 'followUpSet', followUp: { day, time: time || null, about: about.trim() } })
    )
      onDone()
  }
  const clear = (): void => {
    live.act({ type: 'followUpSet', followUp: null })
    onDone()
  }
  return (
    <Form onSave={save} onRemove={followUp ? clear : undefined} removeLabel={m.captures.clear}>
      <DatePicker label={m.captures.day} value={day} onChange={setDay} min={live.today} isRequired />
      <TextField label={m.captures.time} value={time} onChange={setTime} placeholder="16:00" />
      <TextField label={m.captures.about} value={about} onChange={setAbout} />
    </Form>
  )
}

export function CaseEditor({ live, onDone }: { live: LiveRun; onDone: () => void }) {
  const m = useMessages(contactMessages)
  const { serviceCase } = live.state
  const [kind, setKind] = useState<CaseWish['kind']>(serviceCase?.kind ?? 'request')
  const [what, setWhat] = useState(serviceCase?.what ?? '')
  const save = (): void => {
    if (what.trim() && live.act({ type: 'caseSet', serviceCase: { kind, what: what.trim() } })) onDone()
  }
  const clear = (): void => {
    live.act({ type: 'caseSet', serviceCase: null })
    onDone()
  }
  return (
    <Form onSave={save} onRemove={serviceCase ? clear : undefined} removeLabel={m.captures.noCase}>
      <RadioGroup<CaseWish['kind']>
        label={m.captures.case}
        labelHidden
        options={(['request', 'complaint'] as const).map((id) => ({ id, label: m.captures.kinds[id] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField label={m.captures.caseWhat} value={what} onChange={setWhat} isRequired autoFocus />
    </Form>
  )
}
