import type { SightKind } from '#domain/staff/sight.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { sightMessages } from './sight-messages.ts'

type SightDrawerProps = { kind: SightKind; id: string; onClose: () => void }

/** Who sees a record, for what reason, and what each may do with it [P-02, P-29]. */
export function SightDrawer({ kind, id, onClose }: SightDrawerProps) {
  const m = useMessages(sightMessages)
  const errorText = useErrorText()
  const { data, error, refetch } = useRead('GET /api/sight/:kind/:id', { params: { kind, id } })
  const groupsOf = (groups: readonly (keyof typeof m.groups)[]): string =>
    groups.map((group) => m.groups[group]).join(m.join)
  return (
    <Drawer title={m.open} remark={data && m.count(data.people.length)} isOpen onClose={onClose}>
      {error && !data && <ErrorState title={m.failed} remedy={errorText(error)} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={4} />}
      {data && (
        <>
          <Rows label={m.open}>
            {data.people.map(({ id: personId, name, unitName, why, groups }, index) => (
              <Row
                key={personId}
                note={same(groups, data.people[index - 1]?.groups) ? m.every : groupsOf(groups)}
                end={<span className="t12 text-ink-2">{m.why[why]}</span>}
              >
                {name} <span className="t12 text-ink-3">{unitName}</span>
              </Row>
            ))}
          </Rows>
          <p className="t12 pt-3 text-ink-2">{m.others(data.others)}</p>
          <p className="t12 pt-1 pb-3 text-ink-3">{m.logged}</p>
          <Section title={m.aloneTitle} level={3}>
            <p className="t13 pt-2">{data.private.map((one) => m.alone[one]).join(m.join)}</p>
            <p className="t12 pt-1 text-ink-3">{m.aloneNote}</p>
          </Section>
        </>
      )}
    </Drawer>
  )
}

const same = (one: readonly string[], other: readonly string[] | undefined): boolean =>
  other?.join() === one.join() && one.length > 0
