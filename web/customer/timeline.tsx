import { Fragment, useState } from 'react'
import { returnNames as returnsEn } from '#domain/retention/loss-words.en.ts'
import { returnNames as returnsZh } from '#domain/retention/loss-words.zh.ts'
import { useReadPages } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon, type IconName } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Section } from '#web/ui/section.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import type { Open, Touch } from './customer-types.ts'
import { craftMessages } from './craft-messages.ts'
import { FindingForm } from './finding-form.tsx'
import { customerMessages } from './messages.ts'

const returnWords = { zh: returnsZh, en: returnsEn }

const icons: Record<Touch['channel'], IconName> = {
  call: 'phone',
  visit: 'visit',
  hall: 'outlet',
  lounge: 'star',
  hotline: 'phone',
  message: 'message',
  mail: 'mail',
  event: 'calendar',
}

type Show = 'everything' | 'onlyActive' | 'onlyMet'
const queries: Record<Show, { direction?: 'active'; met?: string }> = {
  everything: {},
  onlyActive: { direction: 'active' },
  onlyMet: { met: 'true' },
}
const nextShow: Record<Show, Show> = { everything: 'onlyActive', onlyActive: 'onlyMet', onlyMet: 'everything' }

type TimelineProps = {
  customerId: string
  open: Open | undefined
  /** 对客: the customer's words and the day, none of our notes. */
  customerView: boolean
  canSay: boolean
}

/** Every contact with a customer: day, channel, who came to whom, what was said and what came of it [S-01, P-10]. */
export function Timeline({ customerId, open, customerView, canSay }: TimelineProps) {
  const { timeline: m } = useMessages(customerMessages)
  const [show, setShow] = useState<Show>('everything')
  const [said, setSaid] = useState<Touch | null>(null)
  const log = useReadPages('GET /api/customers/:id/touches', { params: { id: customerId }, query: queries[show] })
  const rows = log.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Section
      title={m.title}
      remark={open && m.remark(open.touchesThisYear, open.activeThisYear)}
      end={<Link onPress={() => setShow(nextShow[show])}>{m[nextShow[show]]}</Link>}
    >
      {log.isPending && <SkeletonRows rows={4} />}
      {log.isSuccess && rows.length === 0 && <EmptyState icon="phone" title={m.none} hint={m.noneHint} />}
      <ol className="grid grid-cols-[auto_20px_minmax(0,1fr)_auto] gap-x-2 md:grid-cols-[auto_24px_minmax(0,1fr)_auto]">
        {rows.map((touch) => (
          <TouchRow
            key={touch.id}
            touch={touch}
            customerView={customerView}
            onSay={canSay ? () => setSaid(touch) : undefined}
          />
        ))}
      </ol>
      {said && <FindingForm customerId={customerId} touch={said} onClose={() => setSaid(null)} />}
      {log.hasNextPage && (
        <Button kind="bare" size="s" className="mt-2" onPress={() => void log.fetchNextPage()}>
          {m.more}
        </Button>
      )}
    </Section>
  )
}

type RowProps = { touch: Touch; customerView: boolean; onSay: (() => void) | undefined }

function TouchRow({ touch, customerView, onSay }: RowProps) {
  const { timeline: m } = useMessages(customerMessages)
  const { finding, market: topics } = useMessages(craftMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const { channel, direction, outcome, reached, minutes, note, by, person, promises, expectations, captures } = touch
  const aside = [
    m.channels[channel],
    m.directions[direction],
    person ? m.spoke(person, by) : by,
    outcome && m.outcomes[outcome],
    minutes === null ? null : m.minutes(minutes),
  ].filter(Boolean)
  const words = customerView ? null : note
  const said = captures && [...captures.expectations, ...captures.needs].includes(touch.said ?? '') ? null : touch.said
  const silent = !words && !said && !captures
  return (
    <li className="t13 col-span-4 grid grid-cols-subgrid items-baseline border-b border-line py-2">
      <span className="whitespace-nowrap text-ink-3">{format.shortDay(format.dayOf(touch.at), today)}</span>
      <span className="text-ink-3">
        <Icon name={icons[channel]} small />
      </span>
      <span className="min-w-0 max-md:col-span-2">
        {words && <span className="block whitespace-pre-line">{words}</span>}
        {said && <Quote>{said}</Quote>}
        {silent && <span>{reached || !outcome ? m.purposes[touch.purpose] : m.outcomes[outcome]}</span>}
        {captures && <Captured captures={captures} />}
        {!customerView &&
          touch.market.map(({ topic, what }) => (
            <span key={topic + what} className="block">
              <span className="text-ink-3">{topics.topics[topic]}</span> {what}
            </span>
          ))}
        {!customerView && touch.returned && (
          <span className="block text-jade">
            {m.returned(
              returnWords[language][touch.returned.result],
              touch.returned.askAgainOn && format.day(touch.returned.askAgainOn),
            )}
          </span>
        )}
        {!customerView && touch.findingKind && touch.finding && (
          <span className="block text-jade">{finding.shown(finding.kinds[touch.findingKind], touch.finding)}</span>
        )}
        <small className="t12 block text-ink-3">
          {aside.join(' · ')}
          {onSay && touch.reached && (said ?? note) && (
            <Link quiet onPress={onSay} className="ml-2 underline decoration-dotted">
              {finding.say}
            </Link>
          )}
        </small>
      </span>
      {!customerView && !captures && (
        <span className="t12 whitespace-nowrap text-ink-3 max-md:col-start-3">{m.came(promises, expectations)}</span>
      )}
    </li>
  )
}

/** What came of a contact, a line a kind: what they wished for, what they need, what we promised and by when. */
function Captured({ captures }: { captures: NonNullable<Touch['captures']> }) {
  const { timeline: m } = useMessages(customerMessages)
  const { today } = useSession()
  const format = useFormat()
  const due = ({ what, dueDay, dueTime }: (typeof captures.promises)[number]): string =>
    `${what}${format.comma}${m.dueBy([format.shortDay(dueDay, today), dueTime].filter(Boolean).join(' '))}`
  const kinds = [
    { name: m.wished, words: captures.expectations.map((words) => m.quoted(words)) },
    { name: m.needs, words: captures.needs },
    { name: m.promised, words: captures.promises.map(due) },
  ].filter(({ words }) => words.length > 0)
  return (
    <dl className="my-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-l-2 border-line-2 pl-3">
      {kinds.map(({ name, words }) => (
        <Fragment key={name}>
          <dt className="text-ink-3">{name}</dt>
          <dd>
            {words.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
