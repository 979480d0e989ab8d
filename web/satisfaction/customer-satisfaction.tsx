import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { AskDrawer } from './ask-drawer.tsx'
import { ItemsView } from './items-view.tsx'
import { LinkShown } from './link-shown.tsx'
import { satisfactionMessages } from './messages.ts'
import { Represented } from './represented.tsx'
import { type CustomerSatisfactionShown, domainWords, sentences } from './types.ts'
import { useAsking } from './use-asking.ts'

/** A customer's satisfaction as dated answers by matter, never one number; what is asked, owed and fought for. */
export function CustomerSatisfaction({ customerId }: { customerId: string }) {
  const m = useMessages(satisfactionMessages)
  const { data } = useRead('GET /api/customers/:id/satisfaction', { params: { id: customerId } })
  const [asking, setAsking] = useState(false)
  if (!data) return null
  return (
    <>
      <Section
        title={m.onCustomer.title}
        remark={<Now shown={data} />}
        end={
          <Button kind="bare" size="s" icon="plus" onPress={() => setAsking(true)}>
            {m.onCustomer.ask}
          </Button>
        }
      >
        <NotSafe shown={data} />
        <Circle shown={data} />
        {data.matters.length === 0 && data.surveys.length === 0 && data.servqual === null && (
          <p className="t13 py-2 text-ink-3">{m.onCustomer.none}</p>
        )}
        <Rows label={m.onCustomer.title}>
          <Owed shown={data} />
          <Waiting customerId={customerId} shown={data} />
          <NewestPair shown={data} />
          <Course shown={data} />
          {data.servqual && <Sheets servqual={data.servqual} />}
        </Rows>
        {data.matters.length > 0 && <p className="t12 py-1.5 text-ink-3">{m.onCustomer.four}</p>}
      </Section>
      <Represented customerId={customerId} rows={data.represented} />
      {asking && <AskDrawer customerId={customerId} against={data.against} onClose={() => setAsking(false)} />}
    </>
  )
}

type Shown = { shown: CustomerSatisfactionShown }

function Now({ shown: { satisfied } }: Shown) {
  const m = useMessages(satisfactionMessages)
  const language = useLanguage()
  const { today } = useSession()
  const format = useFormat()
  if (!satisfied) return null
  const { score, zone, on } = satisfied
  return <>{m.onCustomer.now(score, domainWords[language].zoneNames[zone], format.shortDay(on, today))}</>
}

function NotSafe({ shown: { notSafe } }: Shown) {
  const language = useLanguage()
  if (!notSafe) return null
  return <p className="t13 py-2 text-amber">{sentence(sentences[language], notSafe)}</p>
}

/** Whom it reaches: a reason to put it right, not a threat. */
function Circle({ shown: { circle } }: Shown) {
  const language = useLanguage()
  if (!circle) return null
  return <p className="t13 py-2 text-ink-2">{sentence(sentences[language], circle)}</p>
}

function Owed({ shown: { owed } }: Shown) {
  const { onCustomer: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  return owed.map(({ changeId, said }) => (
    <Row key={changeId} end={<Link href="/satisfaction?show=changes">{m.toChanges}</Link>}>
      <span className="text-amber">{sentence(sentences[language], said)}</span>
    </Row>
  ))
}

/** The last comparison in words, with the two answers beside it [M-02]. */
function NewestPair({ shown: { pairs } }: Shown) {
  const { onCustomer: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const { gradeNames, feltNames } = domainWords[language]
  const [pair] = pairs
  if (!pair) return null
  return (
    <Row
      note={`${m.both(pair.expected, pair.experienced)} · ${m.border(pair.border)}`}
      end={<b className={pair.felt === 'below' ? 'text-amber' : 'text-jade'}>{gradeNames[pair.grade]}</b>}
    >
      {pair.matter} <b>{feltNames[pair.felt]}</b>
    </Row>
  )
}

function Course({ shown: { matters } }: Shown) {
  const m = useMessages(satisfactionMessages)
  const language = useLanguage()
  const { today } = useSession()
  const format = useFormat()
  const { questionNames } = domainWords[language]
  return matters.map(({ matter, answers }) => (
    <Row
      key={matter}
      note={answers
        .filter(({ words }) => words !== '')
        .map(({ id, words, by, on }) => (
          <span key={id} className="block">
            <Quote>{words}</Quote> {format.shortDay(on, today)} · {by === null ? m.byCustomer : m.by(by)}
          </span>
        ))}
    >
      <span className="text-ink-2">{matter || m.whole}</span>{' '}
      {answers
        .map(({ asks, score, on }) =>
          m.dated(format.shortDay(on, today), score, asks === 'satisfied' ? '' : questionNames[asks]),
        )
        .join(' · ')
        .replaceAll('  ', ' ')}
    </Row>
  ))
}

function Waiting({ customerId, shown: { surveys } }: Shown & { customerId: string }) {
  const { onCustomer: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const { today } = useSession()
  const format = useFormat()
  const { withdraw } = useAsking(customerId)
  const [open, setOpen] = useState<string | null>(null)
  const shown = surveys.find(({ id }) => id === open)
  return (
    <>
      {surveys.map(({ id, kind, matter, until }) => (
        <Row
          key={id}
          note={m.waiting(format.shortDay(until, today))}
          end={
            <span className="flex justify-end gap-1">
              <Button size="s" onPress={() => setOpen(id)}>
                {m.show}
              </Button>
              <Button kind="bare" size="s" onPress={() => withdraw(id, m.withdrawn)}>
                {m.withdraw}
              </Button>
            </span>
          }
        >
          {[domainWords[language].surveyNames[kind], matter].filter(Boolean).join(format.colon)}
        </Row>
      ))}
      {shown && (
        <Drawer title={domainWords[language].surveyNames[shown.kind]} isOpen onClose={() => setOpen(null)}>
          <div className="pt-3">
            <LinkShown path={shown.path} until={shown.until} long={shown.kind === 'servqual'} />
          </div>
        </Drawer>
      )}
    </>
  )
}

function Sheets({ servqual }: { servqual: NonNullable<CustomerSatisfactionShown['servqual']> }) {
  const { onCustomer: m } = useMessages(satisfactionMessages)
  const { today } = useSession()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const title = m.sheets(format.shortDay(servqual.on, today))
  return (
    <>
      <Row end={<Link onPress={() => setOpen(true)}>{m.open}</Link>}>{title}</Row>
      {open && (
        <Drawer title={title} isOpen onClose={() => setOpen(false)}>
          <ItemsView shown={servqual} />
        </Drawer>
      )}
    </>
  )
}
