import { useState } from 'react'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { AskingForm } from './asking-form.tsx'
import { clockTone, useClockLine } from './clock-line.ts'
import { retentionMessages } from './messages.ts'
import { keepWords, refusals, type RetentionCard } from './retention-types.ts'

type Signal = 'customer' | 'colleague' | 'model'
type Props = {
  customerId: string
  /** What most likely opens a case from here. */
  from?: Signal
  onOpened: (caseId: string) => void
}

/** A customer's retention case, or the way to open one: from the customer's own words, a colleague's, or the warning. */
export function CustomerRetention({ customerId, from = 'customer', onOpened }: Props) {
  const { customer: m } = useMessages(retentionMessages)
  const rows = useRead('GET /api/customers/:id/retention', { params: { id: customerId } }).data?.rows
  const [opening, setOpening] = useState(false)
  if (!rows) return null
  const open = rows.some(({ stage }) => stage !== 'closed')
  return (
    <Section
      title={m.title}
      end={
        !open &&
        !opening && (
          <Button size="s" kind="bare" onPress={() => setOpening(true)}>
            {m.open}
          </Button>
        )
      }
    >
      {rows.length === 0 && !opening && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows>
        {rows.map((row) => (
          <CaseRow key={row.id} row={row} />
        ))}
      </Rows>
      {opening && (
        <OpenForm customerId={customerId} from={from} onOpened={onOpened} onClose={() => setOpening(false)} />
      )}
    </Section>
  )
}

function CaseRow({ row }: { row: RetentionCard }) {
  const m = useMessages(retentionMessages)
  const { stageNames, outcomeNames } = keepWords[useLanguage()]
  const line = useClockLine()
  const closed = row.stage === 'closed'
  return (
    <Row
      note={row.next ? <span className={clockTone(row.next)}>{line(row.next)}</span> : row.openedAt.slice(0, 10)}
      end={<span className="text-ink-2">{closed && row.outcome ? outcomeNames[row.outcome] : row.owner?.name}</span>}
    >
      <Link href={`/retention/${row.id}`}>{closed ? m.customer.past : stageNames[row.stage]}</Link>
    </Row>
  )
}

function OpenForm({ customerId, from: first, onOpened, onClose }: Required<Props> & { onClose: () => void }) {
  const { customer: m, signals } = useMessages(retentionMessages)
  const text = useReasonText(refusals)
  const write = useWrite('PUT /api/retention/:id')
  const [id] = useState(freshId)
  const [from, setFrom] = useState(first)
  const [words, setWords] = useState('')
  const save = (): void =>
    write.mutate(
      { params: { id }, body: { customerId, from, words: words.trim() } },
      {
        onSuccess: () => onOpened(id),
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  return (
    <AskingForm save={m.open} pending={write.isPending} onSubmit={save} onCancel={onClose}>
      <RadioGroup
        label={m.from}
        value={from}
        onChange={setFrom}
        options={(['customer', 'colleague', 'model'] as const).map((one) => ({ id: one, label: signals[one] }))}
      />
      <TextField label={m.words} value={words} onChange={setWords} maxLength={400} autoFocus />
    </AskingForm>
  )
}
