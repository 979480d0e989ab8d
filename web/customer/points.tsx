import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { giftKinds, pointsKinds } from '#domain/customer/points.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { craftMessages } from './craft-messages.ts'
import { fileMessages } from './file-messages.ts'
import { type PartField, PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

type Account = Reply<Contract['GET /api/customers/:id/points']>
type Lot = Account['lots'][number]
type Spent = Account['spent'][number]

const FIRST = 6

type PointsProps = { customerId: string; canEdit: boolean; customerView: boolean }

/** Points by the published rules beside the billing system's figure: what was earned, what was taken out of which months, what will go [K-26, K-27]. */
export function Points({ customerId, canEdit, customerView }: PointsProps) {
  const { points: m } = useMessages(craftMessages)
  const format = useFormat()
  const { today } = useSession()
  const read = useRead('GET /api/customers/:id/points', { params: { id: customerId } })
  const part = usePart<Spent>('PUT /api/customers/:id/points/:partId', customerId, m.one)
  const fields = usePointsFields()
  const account = read.data
  const n = (points: number): string => format.number(points)
  return (
    <Section
      title={m.title}
      remark={account?.level ? m.factor(account.level, n1(account.lots[0]?.factor ?? 1)) : undefined}
      end={
        canEdit && (
          <Button kind="bare" size="s" icon="plus" onPress={part.add}>
            {m.add}
          </Button>
        )
      }
    >
      {!account && <SkeletonRows rows={3} />}
      {account && (
        <>
          <Definitions>
            <DefinitionRow wide term={m.reckoned}>
              {m.left(n(account.left))}
            </DefinitionRow>
            <DefinitionRow wide term={m.official}>
              {account.official === null ? m.none : n(account.official)}
              {account.official !== null && <small className="t12 block text-ink-3">{m.officialNote}</small>}
            </DefinitionRow>
            <DefinitionRow wide term={m.year}>
              {n(account.yearPoints)} <span className="t12 text-ink-3">{m.yearNote}</span>
            </DefinitionRow>
            <DefinitionRow wide term={m.expiring}>
              {account.expiring.points > 0 ? (
                <span className="text-amber">
                  {m.expires(n(account.expiring.points), format.shortDay(account.expiring.on, today))}
                </span>
              ) : (
                m.noneExpires
              )}
            </DefinitionRow>
          </Definitions>
          <SpentRows spent={account.spent} onEdit={canEdit ? part.edit : undefined} />
          <Lots lots={account.lots} customerView={customerView} />
        </>
      )}
      {part.open && (
        <PartForm
          key={part.open.id}
          title={m.one}
          fields={fields}
          initial={part.open.row ? draftOf(part.open.row) : { kind: 'spend', onDay: today }}
          {...part.form}
        />
      )}
    </Section>
  )
}

const n1 = (factor: number): string => String(factor)

const draftOf = ({ on, what, points, gift }: Spent) => ({ kind: 'spend', onDay: on, what, points, gift })

const usePointsFields = (): PartField[] => {
  const { points: m } = useMessages(craftMessages)
  const option = <Id extends string>(ids: readonly Id[], labels: Record<Id, string>) => ({
    is: 'option' as const,
    options: ids.map((id) => ({ id, label: labels[id] })),
  })
  return [
    { key: 'kind', label: m.kind, type: option(pointsKinds, m.kinds), required: true },
    { key: 'what', label: m.fields.what, type: { is: 'text' }, required: true },
    {
      key: 'points',
      label: m.fields.points,
      type: { is: 'number', min: 1, max: 100_000_000 },
      when: { key: 'kind', is: ['spend', 'reward'] },
    },
    {
      key: 'gift',
      label: m.fields.gift,
      type: option(giftKinds, m.gifts),
      when: { key: 'kind', is: ['spend'] },
    },
    { key: 'onDay', label: m.fields.onDay, type: { is: 'day' }, required: true },
    {
      key: 'month',
      label: m.fields.month,
      type: { is: 'text' },
      hint: m.monthHint,
      when: { key: 'kind', is: ['late'] },
    },
    {
      key: 'share',
      label: m.fields.share,
      type: { is: 'number', min: 0, max: 100 },
      hint: m.shareHint,
      when: { key: 'kind', is: ['late'] },
    },
  ]
}

/** What was taken out, and which months gave it: the oldest first. */
function SpentRows({ spent, onEdit }: { spent: readonly Spent[]; onEdit: ((row: Spent) => void) | undefined }) {
  const { points: m } = useMessages(craftMessages)
  const { edit } = useMessages(fileMessages)
  const format = useFormat()
  const { today } = useSession()
  if (spent.length === 0) return null
  return (
    <Rows label={m.taken}>
      {spent.map((row) => (
        <Row
          key={row.id}
          note={[
            format.shortDay(row.on, today),
            row.gift && m.gifts[row.gift],
            m.takenFrom(format.list(row.of.map(({ month, points }) => m.part(month, format.number(points))))),
          ]
            .filter(Boolean)
            .join(' · ')}
          end={
            <>
              −{format.number(row.points)}
              {onEdit && (
                <Button kind="bare" size="s" className="ml-1" aria-label={m.edit(row.what)} onPress={() => onEdit(row)}>
                  {edit}
                </Button>
              )}
            </>
          }
        >
          {row.what}
        </Row>
      ))}
    </Rows>
  )
}

function Lots({ lots, customerView }: { lots: readonly Lot[]; customerView: boolean }) {
  const { points: m } = useMessages(craftMessages)
  const format = useFormat()
  const [all, setAll] = useState(false)
  const n = (points: number): string => format.number(points)
  if (lots.length === 0) return null
  const how = ({ from, what, factor, share, expired }: Lot): string =>
    [
      from === 'reward' ? [m.reward, what].filter(Boolean).join(format.colon) : m.times(n1(factor)),
      share < 100 && m.counted(share),
      expired > 0 && m.expired(n(expired)),
    ]
      .filter(Boolean)
      .join(format.comma)
  return (
    <>
      <Table
        label={m.title}
        rows={all ? lots : lots.slice(0, FIRST)}
        rowKey={(row) => row.key}
        columns={[
          { key: 'month', title: m.month, render: (row) => row.month },
          ...(customerView
            ? []
            : [
                {
                  key: 'paid',
                  title: m.paid,
                  num: true,
                  render: (row: Lot) => (row.paidFen === null ? '' : format.money(row.paidFen)),
                },
              ]),
          { key: 'how', title: m.how, quiet: true, render: how },
          { key: 'points', title: m.earned, num: true, render: (row) => n(row.points) },
          { key: 'spent', title: m.used, num: true, render: (row) => (row.spent > 0 ? n(row.spent) : '') },
          { key: 'left', title: m.rest, num: true, render: (row) => n(row.left) },
          { key: 'lastDay', title: m.lastDay, num: true, quiet: true, render: (row) => row.lastDay.slice(0, 7) },
        ]}
      />
      {!all && lots.length > FIRST && (
        <Button kind="bare" size="s" className="mt-1" onPress={() => setAll(true)}>
          {m.allMonths(lots.length)}
        </Button>
      )}
    </>
  )
}
