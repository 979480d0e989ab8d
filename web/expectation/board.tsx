import { shownState } from '#domain/expectation/board.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { IconButton } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { boardWords, markOf } from './expectation-line.ts'
import { expectationMessages } from './messages.ts'

/** All one customer hopes for, in the customer's own order, which can be changed here as they change it. */
export function Board({ customerId, chosen }: { customerId: string; chosen: string }) {
  const m = useMessages(expectationMessages)
  const language = useLanguage()
  const params = { id: customerId }
  const { data } = useRead('GET /api/customers/:id/expectations', { params })
  const order = useWrite('PUT /api/customers/:id/expectations/order')
  const rows = data?.rows ?? []
  const swap = (place: number, by: 1 | -1): void => {
    const ids = rows.map(({ id }) => id)
    const [here, there] = [ids[place], ids[place + by]]
    if (here && there) order.mutate({ params, body: { order: ids.with(place, there).with(place + by, here) } })
  }
  return (
    <Section title={m.board} remark={m.boardRemark} className="px-4 pb-6 lg:px-6">
      {!data && <SkeletonRows rows={3} />}
      <Rows ordered>
        {rows.map(({ id, what, can, state, nature }, place) => (
          <Row
            key={id}
            className={id === chosen ? 'bg-chosen' : ''}
            lead={place + 1}
            note={boardWords[language].expectationStateNames[shownState({ state, can })]}
            end={
              <span className="inline-flex items-center gap-1">
                {can ? (
                  <CanMark can={markOf[can]} />
                ) : (
                  <span className="text-ink-3">{boardWords[language].natureNames[nature]}</span>
                )}
                <IconButton
                  label={m.up}
                  icon="up"
                  size="s"
                  kind="bare"
                  isDisabled={place === 0 || order.isPending}
                  onPress={() => swap(place, -1)}
                />
                <IconButton
                  label={m.down}
                  icon="down"
                  size="s"
                  kind="bare"
                  isDisabled={place === rows.length - 1 || order.isPending}
                  onPress={() => swap(place, 1)}
                />
              </span>
            }
          >
            {what}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
