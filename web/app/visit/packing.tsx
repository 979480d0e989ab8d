import { holds } from '#domain/playbook/condition.ts'
import { useRead } from '#web/client/query.ts'
import { Refused, download } from '#web/client/send.ts'
import { stateNames } from '#web/form/form-types.ts'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { VisitRehearsal } from '#web/playbook/visit/rehearsal.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { visitPageMessages } from './messages.ts'

const APPLICATION = 'gift-application'

/** What the purposes chosen ask one to bring: the words rehearsed, a gift, the forms [S-33]. */
export function Packing({ live }: { live: LiveRun }) {
  return (
    <div className="flex flex-col gap-3">
      <VisitRehearsal live={live} />
      <Gifts live={live} />
      <FormsToBring live={live} />
    </div>
  )
}

/** What is in the store, and how this customer's latest application stands. */
function Gifts({ live }: { live: LiveRun }) {
  const { packing: m } = useMessages(visitPageMessages)
  const language = useLanguage()
  const format = useFormat()
  const wanted = live.state.purposes.some((purpose) => purpose === 'gift' || purpose === 'contact')
  const customerId = live.run.customer.id
  const gifts = useRead('GET /api/gifts', {}, { enabled: wanted }).data?.gifts.filter(({ inStore }) => inStore > 0)
  const query = { customerId, key: APPLICATION }
  const asked = useRead('GET /api/forms', { query }, { enabled: wanted }).data?.rows.find(
    ({ state }) => state !== 'dropped',
  )
  if (!wanted || !gifts) return null
  return (
    <Section
      level={3}
      title={m.gifts}
      end={
        asked ? (
          <Link href={`/forms/${asked.id}`}>
            {m.asked}
            {format.colon}
            {stateNames[language][asked.state]}
          </Link>
        ) : (
          <Link href={`/forms/new?${new URLSearchParams({ form: APPLICATION, customer: customerId }).toString()}`}>
            {m.apply}
          </Link>
        )
      }
    >
      {gifts.length === 0 && <p className="t13 py-1.5 text-ink-3">{m.noGifts}</p>}
      <p className="t13 flex flex-wrap gap-x-4 gap-y-1 py-1.5">
        {gifts.map(({ id, name, inStore }) => (
          <span key={id}>
            {name} <span className="text-ink-3 tabular-nums">{m.left(inStore)}</span>
          </span>
        ))}
      </p>
    </Section>
  )
}

function FormsToBring({ live }: { live: LiveRun }) {
  const { packing: m } = useMessages(visitPageMessages)
  const language = useLanguage()
  const { run, state } = live
  const forms = (run.playbook.forms ?? []).filter(({ when }) => holds(when, state))
  if (forms.length === 0) return null
  const print = (key: string): void =>
    void download('GET /api/form-layouts/:key/pdf', {
      params: { key },
      query: { language, customerId: run.customer.id },
    }).catch((error: unknown) => error instanceof Refused && notify({ text: m.failed, tone: 'problem' }))
  return (
    <Section level={3} title={m.forms} remark={m.formsRemark}>
      <Rows label={m.forms}>
        {forms.map(({ form, title }) => (
          <Row
            key={form}
            end={
              <Button
                size="s"
                kind="bare"
                icon="print"
                aria-label={m.paper(title[language])}
                onPress={() => print(form)}
              >
                {m.print}
              </Button>
            }
          >
            {title[language]}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
