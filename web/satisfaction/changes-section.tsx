import { useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { ChangeForm } from './change-form.tsx'
import { satisfactionMessages } from './messages.ts'
import { TellDrawer } from './tell-drawer.tsx'
import type { ChangeLine } from './types.ts'

type Asker = ChangeLine['askers'][number]

/** What was changed because customers said so; each who asked is told, and it is written down. */
export function ChangesSection() {
  const { changes: m } = useMessages(satisfactionMessages)
  const { data } = useRead('GET /api/satisfaction/changes', {})
  const [editing, setEditing] = useState<ChangeLine | 'new' | null>(null)
  if (!data) return <SkeletonRows rows={4} />
  const add = (
    <Button icon="plus" kind={data.rows.length === 0 ? 'go' : 'outlined'} onPress={() => setEditing('new')}>
      {m.add}
    </Button>
  )
  return (
    <div className="grid max-w-3xl gap-3 py-2">
      {data.rows.length === 0 ? (
        <EmptyState {...m.none} icon="message">
          {add}
        </EmptyState>
      ) : (
        <div>{add}</div>
      )}
      {data.rows.map((change) => (
        <Change key={change.id} change={change} onEdit={() => setEditing(change)} />
      ))}
      {editing && <ChangeForm change={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function Change({ change, onEdit }: { change: ChangeLine; onEdit: () => void }) {
  const { changes: m } = useMessages(satisfactionMessages)
  const { today } = useSession()
  const format = useFormat()
  const [telling, setTelling] = useState<Asker | null>(null)
  const { doneOn, askers, others } = change
  return (
    <Section
      title={change.what}
      remark={[doneOn ? m.doneOn(format.shortDay(doneOn, today)) : m.underWay, m.by(change.by)].join(' · ')}
      end={<Link onPress={onEdit}>{m.change}</Link>}
    >
      <Rows label={change.what}>
        {askers.map((asker) => (
          <Row
            key={asker.customerId}
            note={asker.manager}
            end={
              asker.toldOn ? (
                <span className="text-jade">{m.told(format.shortDay(asker.toldOn, today))}</span>
              ) : doneOn ? (
                <Button size="s" aria-label={m.of(m.tell, asker.calledBy)} onPress={() => setTelling(asker)}>
                  {m.tell}
                </Button>
              ) : (
                <span className="text-ink-3">{m.untold}</span>
              )
            }
          >
            <Link quiet href={`/customers/${asker.customerId}`}>
              {asker.name}
            </Link>
          </Row>
        ))}
      </Rows>
      {others > 0 && <p className="t12 py-1 text-ink-3">{m.others(others)}</p>}
      {telling && <TellDrawer change={change} asker={telling} onClose={() => setTelling(null)} />}
    </Section>
  )
}
