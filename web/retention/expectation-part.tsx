import { type ReactNode, useState } from 'react'
import { type Nature, natures } from '#domain/expectation/board.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { AskingForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { CasePart } from './part.tsx'
import type { RetentionShown } from './retention-types.ts'
import type { Add } from './use-add.ts'

type Expectation = RetentionShown['expectations'][number]
type Props = {
  shown: RetentionShown
  acts: Add | null
  /** Opens how one of them is talked over: answered, lowered, put anew, agreed. */
  onTalkOver: (expectationId: string) => void
  card: ReactNode
}

const marks = { can: 'yes', partly: 'partly', cannot: 'no' } as const

/** What the customer hopes for, in their order; those taken up here are answered before anything is settled [R-05, P-13]. */
export function ExpectationPart({ shown, acts, onTalkOver, card }: Props) {
  const { expectations: m } = useMessages(retentionMessages)
  const [adding, setAdding] = useState(false)
  const open = acts !== null && shown.settled === null && shown.stage !== 'closed'
  const take = (id: string): void => acts?.add({ type: 'expectationTaken', expectation: id })
  return (
    <CasePart title={m.title} now={false} remark={m.remark}>
      {shown.expectations.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows ordered>
        {shown.expectations.map((each, place) => (
          <Row
            key={each.id}
            lead={place + 1}
            note={<Standing expectation={each} />}
            end={
              open && (
                <span className="inline-flex gap-1">
                  {!each.taken && (
                    <Button size="s" kind="bare" isDisabled={acts.pending} onPress={() => take(each.id)}>
                      {m.take}
                    </Button>
                  )}
                  <Button size="s" onPress={() => onTalkOver(each.id)}>
                    {each.can === null ? m.answer : m.story}
                  </Button>
                </span>
              )
            }
          >
            {each.what}
          </Row>
        ))}
      </Rows>
      {open && !adding && (
        <Button className="mt-2" size="s" icon="plus" onPress={() => setAdding(true)}>
          {m.add}
        </Button>
      )}
      {open && adding && (
        <AddExpectation customerId={shown.customer.id} onTaken={take} onClose={() => setAdding(false)} />
      )}
      {card}
    </CasePart>
  )
}

function Standing({ expectation: { can, offer, state, agreedWording, taken } }: { expectation: Expectation }) {
  const { expectations: m } = useMessages(retentionMessages)
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {can ? <CanMark can={marks[can]} /> : <span>{m.open}</span>}
      {taken && (state === 'open' || state === 'resetting') && <span className="text-amber">{m.taken}</span>}
      <span>{agreedWording ?? offer}</span>
    </span>
  )
}

function AddExpectation({
  customerId,
  onTaken,
  onClose,
}: {
  customerId: string
  onTaken: (id: string) => void
  onClose: () => void
}) {
  const { expectations: m, form } = useMessages(retentionMessages)
  const write = useWrite('PUT /api/expectations/:id')
  const [id] = useState(freshId)
  const [what, setWhat] = useState('')
  const [nature, setNature] = useState<Nature>('factual')
  const save = (): void =>
    write.mutate(
      { params: { id }, body: { customerId, what: what.trim(), nature } },
      {
        onSuccess: () => {
          onTaken(id)
          onClose()
        },
      },
    )
  return (
    <AskingForm save={form.save} pending={write.isPending} onSubmit={save} onCancel={onClose}>
      <TextField label={m.what} value={what} onChange={setWhat} maxLength={400} autoFocus isRequired />
      <RadioGroup
        label={m.nature}
        value={nature}
        onChange={setNature}
        options={natures.map((one) => ({ id: one, label: m.natures[one] }))}
      />
    </AskingForm>
  )
}
