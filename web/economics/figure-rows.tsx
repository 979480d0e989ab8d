import { type FormEvent, useState } from 'react'
import { type FigureId, ownFigureIds, placeOf } from '#domain/economics/figures.ts'
import { taughtFigures } from '#domain/economics/taught.ts'
import { economicsEn } from '#domain/economics/words.en.ts'
import { economicsZh } from '#domain/economics/words.zh.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useDayOf } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Economics } from './loss-board.tsx'
import { economicsMessages } from './messages.ts'

type Figure = Economics['figures'][number]
type Props = { of: 'own' | 'taught'; data: Economics }

const isOwn = (id: FigureId): boolean => ownFigureIds.some((own) => own === id)

/** Figures that may be set, each with what it was, who changed it and when; the taught ones stand apart and say so [M-06]. */
export function FigureRows({ of, data }: Props) {
  const { figures: m } = useMessages(economicsMessages)
  const [changing, setChanging] = useState<FigureId | null>(null)
  const rows = data.figures.filter(({ id }) => isOwn(id) === (of === 'own'))
  return (
    <Section
      title={m[of]}
      remark={of === 'own' ? m.ownRemark : m.taughtRemark}
      end={data.mayEdit ? undefined : m.readOnly}
    >
      <Rows label={m[of]}>
        {rows.map((figure) => (
          <FigureRow
            key={figure.id}
            figure={figure}
            may={data.mayEdit}
            changing={changing === figure.id}
            onChange={(open) => setChanging(open ? figure.id : null)}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** A figure as it is written, in its own unit. */
const useFigureText = (): ((id: FigureId, value: number | null) => string) => {
  const { figures: m } = useMessages(economicsMessages)
  const f = useFormat()
  return (id, value) => {
    if (value === null) return m.unknown
    const { unit } = placeOf(id)
    const plain =
      unit === 'fen' ? f.money(Math.round(value)) : unit === 'share' ? f.percent(value, 1) : f.number(value, 2)
    return m.units[unit](plain)
  }
}

type RowProps = { figure: Figure; may: boolean; changing: boolean; onChange: (open: boolean) => void }

function FigureRow({ figure, may, changing, onChange }: RowProps) {
  const { figures: m, figureNames, taughtOrigins } = useMessages(economicsMessages)
  const f = useFormat()
  const dayOf = useDayOf()
  const text = useFigureText()
  const { id, value, edits } = figure
  const taught = taughtFigures.find((each) => each.id === id)
  const set = useSetFigure()
  return (
    <Row
      note={
        <>
          {taught && <span className="block">{`${m.label} · ${taughtOrigins[taught.source]}`}</span>}
          {!taught && edits.length === 0 && value !== null && <span className="block">{m.start}</span>}
          {edits.map(({ from, to, by, at }) => (
            <span key={at} className="block">
              {m.edit(text(id, from), text(id, to ?? placeOf(id).start), by, f.day(dayOf(at)))}
            </span>
          ))}
          {changing && (
            <FigureForm
              figure={figure}
              pending={set.pending}
              onSave={(to) => set.change(figure, to, () => onChange(false))}
              onCancel={() => onChange(false)}
            />
          )}
        </>
      }
      end={
        <span className="flex items-center justify-end gap-2">
          <span className="num">{text(id, value)}</span>
          {may && !changing && (
            <Button size="s" kind="bare" aria-label={m.changing(figureNames[id])} onPress={() => onChange(true)}>
              {m.change}
            </Button>
          )}
        </span>
      }
    >
      {figureNames[id]}
    </Row>
  )
}

const useSetFigure = () => {
  const { figures: m, figureNames } = useMessages(economicsMessages)
  const reasonText = useReasonText({ zh: economicsZh, en: economicsEn })
  const write = useWrite('PUT /api/economics/edits/:id')
  const put = (id: FigureId, from: number | null, to: number | null, then: (value: number | null) => void): void =>
    write.mutate(
      { params: { id: freshId() }, body: { figure: id, from, to } },
      {
        onSuccess: ({ value }) => then(value),
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  const change = ({ id, value, edits }: Figure, to: number | null, done: () => void): void =>
    put(id, value, to, (now) => {
      done()
      const before = edits.length === 0 ? null : value
      notify({ text: m.saved(figureNames[id]), undo: () => put(id, now, before, () => undefined) })
    })
  return { change, pending: write.isPending }
}

type FormProps = { figure: Figure; pending: boolean; onSave: (to: number | null) => void; onCancel: () => void }

function FigureForm({ figure: { id, value, edits }, pending, onSave, onCancel }: FormProps) {
  const { figures: m, figureNames } = useMessages(economicsMessages)
  const { unit, least, most } = placeOf(id)
  const times = unit === 'fen' ? 100 : 1
  const [draft, setDraft] = useState(value === null ? Number.NaN : value / times)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!Number.isNaN(draft)) onSave(Math.round(draft * times * 1e6) / 1e6)
  }
  return (
    <form
      onSubmit={submit}
      className="mt-2 flex flex-wrap items-end gap-2 border-y border-line bg-paper-2 px-3 py-3 text-ink"
    >
      <NumberField
        className="w-36"
        label={figureNames[id]}
        labelHidden
        autoFocus
        minValue={least / times}
        maxValue={most / times}
        value={draft}
        onChange={setDraft}
        unit={m.inputs[unit]}
        {...(unit === 'share'
          ? { step: 0.001, formatOptions: { style: 'percent' as const, maximumFractionDigits: 1 } }
          : { formatOptions: { maximumFractionDigits: 2 } })}
      />
      <Button kind="go" type="submit" isDisabled={pending || Number.isNaN(draft)}>
        {m.save}
      </Button>
      {edits.length > 0 && edits[0]?.to !== null && (
        <Button isDisabled={pending} onPress={() => onSave(null)}>
          {m.back}
        </Button>
      )}
      <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onCancel}>
        {m.cancel}
      </Button>
    </form>
  )
}
