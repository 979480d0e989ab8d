import { type FormEvent, useState } from 'react'
import { type RoundMark, type RoundStandard, taughtMarks } from '#domain/round/standard.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { roundMessages } from './messages.ts'

/** The branch's own measure of a day in the field, for whoever keeps its settings [M-12]. */
export function StandardSettings() {
  const { data } = useRead('GET /api/round-settings', {})
  return data ? (
    <StandardForm key={data.standardVersion} standard={data.standard} version={data.standardVersion} />
  ) : null
}

function StandardForm({ standard, version }: { standard: RoundStandard; version: number | null }) {
  const { setting: m } = useMessages(roundMessages)
  const errorText = useErrorText()
  const write = useWrite('PUT /api/round-settings/standard')
  const [draft, setDraft] = useState(standard)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const marks = draft.marks.filter(({ what }) => what.trim() !== '')
    write.mutate(
      { body: { baseVersion: version, standard: { ...draft, marks } } },
      {
        onSuccess: () => notify({ text: m.saved }),
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Section title={m.standard} remark={m.standardRemark}>
      <form onSubmit={save} className="grid gap-3 py-3">
        <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
          <NumberField
            label={m.town}
            minValue={1}
            maxValue={200}
            value={draft.town}
            onChange={(town) => setDraft({ ...draft, town })}
          />
          <NumberField
            label={m.country}
            minValue={1}
            maxValue={200}
            value={draft.country}
            onChange={(country) => setDraft({ ...draft, country })}
          />
          <NumberField
            label={m.hours}
            minValue={0.5}
            maxValue={16}
            step={0.5}
            value={draft.hours}
            onChange={(hours) => setDraft({ ...draft, hours })}
          />
          <TextField
            label={m.meeting}
            isRequired
            pattern="([01]\d|2[0-3]):[0-5]\d"
            value={draft.meeting}
            onChange={(meeting) => setDraft({ ...draft, meeting })}
          />
        </div>
        <Marks marks={draft.marks} onChange={(marks) => setDraft({ ...draft, marks })} />
        <div>
          <Button type="submit" isPending={write.isPending}>
            {m.save}
          </Button>
        </div>
      </form>
    </Section>
  )
}

type MarksProps = { marks: readonly RoundMark[]; onChange: (marks: RoundMark[]) => void }

function Marks({ marks, onChange }: MarksProps) {
  const { setting: m, taughtMarks: words } = useMessages(roundMessages)
  const change = (place: number, mark: Partial<RoundMark>): void =>
    onChange(marks.map((one, at) => (at === place ? { ...one, ...mark } : one)))
  const wordOf = (what: string): string => {
    const taught = taughtMarks.find((name) => name === what)
    return taught ? words[taught] : what
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="t12 pb-1 text-ink-3">{m.marks}</legend>
      {marks.map((mark, place) => (
        <div key={place} className="grid grid-cols-[72px_72px_minmax(0,1fr)_auto] items-end gap-2">
          {mark.from === 'last' || mark.to === 'last' ? (
            <span className="t13 col-span-2 pb-2 text-ink-2">{m.lastWorkday}</span>
          ) : (
            <>
              <NumberField
                label={m.from}
                minValue={1}
                maxValue={31}
                value={mark.from}
                onChange={(from) => change(place, { from })}
              />
              <NumberField
                label={m.to}
                minValue={1}
                maxValue={31}
                value={mark.to}
                onChange={(to) => change(place, { to })}
              />
            </>
          )}
          <TextField label={m.what} value={wordOf(mark.what)} onChange={(what) => change(place, { what })} />
          <IconButton
            icon="x"
            kind="bare"
            label={m.remove(wordOf(mark.what))}
            onPress={() => onChange(marks.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      <div>
        <Button size="s" icon="plus" onPress={() => onChange([...marks, { from: 1, to: 1, what: '' }])}>
          {m.add}
        </Button>
      </div>
    </fieldset>
  )
}
