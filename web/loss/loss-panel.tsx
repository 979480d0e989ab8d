import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { minutesOf } from '#domain/retention/guard.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { LineForm } from './line-form.tsx'
import { type Loss, lossWords } from './loss-words.ts'
import { lossMessages } from './messages.ts'
import { TalkForm } from './talk-form.tsx'
import { useForgetTalk, useUnmark } from './use-loss.ts'

/** The visit that stands on Today, so that the contact settles it. */
export type PlannedVisit = { taskId: string; dueOn: string }

type Props = { customerId: string; onStart: (visit: PlannedVisit) => void; isStarting: boolean }

/** That a customer left, what it taught, and the visits since; nothing for one who never did. */
export function LossPanel({ customerId, onStart, isStarting }: Props) {
  const { panel: m } = useMessages(lossMessages)
  const rows = useRead('GET /api/customers/:id/losses', { params: { id: customerId } }).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={m.title}>
      {rows.map((loss) => (
        <OneLoss key={loss.id} loss={loss} onStart={onStart} isStarting={isStarting} />
      ))}
    </Section>
  )
}

function OneLoss({ loss, onStart, isStarting }: Omit<Props, 'customerId'> & { loss: Loss }) {
  const { panel: m, line: lines, talk } = useMessages(lossMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const [open, setOpen] = useState<'line' | 'talk' | null>(null)
  const unmark = useUnmark()
  const words = lossWords[language]
  const { way, leftOn, backOn, line, next, talks, mayWrite, paid12Fen } = loss
  const gone = backOn === null
  const { taskId } = next
  return (
    <div className="pb-2">
      <Rows>
        <Row
          end={
            backOn === null ? (
              paid12Fen > 0 && m.year(format.moneyShort(paid12Fen))
            ) : (
              <span className="text-jade">{m.back(format.day(backOn))}</span>
            )
          }
          note={line ? `${words.reasons[line.reason]} · ${line.line} · ${line.by}` : lines.none}
        >
          {m.left(format.day(leftOn), words.ways[way])}
        </Row>
        {talks.map((one) => (
          <TalkRow key={one.id} loss={loss} talk={one} />
        ))}
      </Rows>
      {gone && (
        <p className="t13 py-2">
          {sentence(words.next, next.said)}
          {next.dueOn !== null && next.dueOn < today && taskId === null && (
            <span className="ml-2 text-amber">{m.unplanned}</span>
          )}
        </p>
      )}
      {gone && <WayBack kind={loss.kind} />}
      {mayWrite && (
        <p className="flex flex-wrap gap-2">
          {gone && taskId !== null && next.dueOn !== null && (
            <Button
              size="s"
              icon="phone"
              isDisabled={isStarting}
              onPress={() => onStart({ taskId, dueOn: next.dueOn ?? today })}
            >
              {m.start}
            </Button>
          )}
          {gone && (
            <Button size="s" onPress={() => setOpen('talk')}>
              {talk.add}
            </Button>
          )}
          <Button size="s" onPress={() => setOpen('line')}>
            {line ? lines.change : lines.add}
          </Button>
          {gone && talks.length === 0 && (
            <Button size="s" kind="bare" onPress={() => unmark(loss.id)}>
              {m.unmark}
            </Button>
          )}
        </p>
      )}
      {open === 'talk' && <TalkForm loss={loss} onClose={() => setOpen(null)} />}
      {open === 'line' && (
        <Drawer title={lines.title} isOpen onClose={() => setOpen(null)}>
          <div className="pt-3">
            <LineForm loss={loss} onDone={() => setOpen(null)} />
          </div>
        </Drawer>
      )}
    </div>
  )
}

/** How one comes back, to be told when they ask; never longer than joining. */
function WayBack({ kind }: Pick<Loss, 'kind'>) {
  const { panel: m } = useMessages(lossMessages)
  const language = useLanguage()
  const back = useRead('GET /api/retention-guard', {}).data?.setting.doors[kind].back
  if (!back || back.steps.length === 0) return null
  return (
    <details className="t13 pb-2 text-ink-2">
      <summary className="cursor-pointer">{m.wayBack(back.steps.length, minutesOf(back.steps))}</summary>
      <ol className="list-decimal pl-5">
        {back.steps.map(({ what }) => (
          <li key={what.zh}>{what[language] || what.zh}</li>
        ))}
      </ol>
    </details>
  )
}

function TalkRow({ loss, talk }: { loss: Loss; talk: Loss['talks'][number] }) {
  const { panel: m } = useMessages(lossMessages)
  const language = useLanguage()
  const { today } = useSession()
  const format = useFormat()
  const forget = useForgetTalk()
  return (
    <Row
      end={
        talk.fresh && (
          <Link quiet onPress={() => forget(loss.id, talk.id)} className="underline decoration-dotted">
            {m.forget}
          </Link>
        )
      }
      note={talk.askAgainOn && m.askAgain(format.day(talk.askAgainOn))}
    >
      {m.talked(format.shortDay(talk.on, today), lossWords[language].results[talk.result], talk.by)}
    </Row>
  )
}
