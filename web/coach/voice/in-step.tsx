import type { ReactNode } from 'react'
import { calledBy } from '#domain/customer/address-form.ts'
import { wordsIn } from '#domain/customer/dossier.ts'
import { echoOf, paceOf, syllablesAMinute, tempoAt } from '#domain/customer/pace.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { Section } from '#web/ui/section.tsx'
import { voiceMessages } from './messages.ts'
import type { Take } from './take.ts'

type Props = { customerId: string | null; chooser: ReactNode; text: string | null; take: Take | null }

/** In step with one customer [H-34]: their tempo and words before one reads, one's own against them afterwards. */
export function InStep({ customerId, chooser, text, take }: Props) {
  const { step: m } = useMessages(voiceMessages)
  return (
    <Section title={m.title} remark={m.remark}>
      <div className="pt-2">{chooser}</div>
      {customerId !== null && <WithCustomer id={customerId} text={text} take={take} />}
      <details className="t13 pt-2">
        <summary className="cursor-pointer text-jade">{m.five}</summary>
        <ol className="list-decimal py-1 pl-5 text-ink-2">
          {m.ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ol>
      </details>
    </Section>
  )
}

function WithCustomer({ id, text, take }: { id: string; text: string | null; take: Take | null }) {
  const { step: m } = useMessages(voiceMessages)
  const format = useFormat()
  const customer = useRead('GET /api/customers/:id', { params: { id } }).data
  if (!customer) return null
  const pace = paceOf(customer.dossier)
  const usual = wordsIn(customer.dossier['usualWords'])
  const read = take?.text ?? text
  return (
    <>
      <p className="t13 pt-2 font-strong">{calledBy(customer)}</p>
      <Definitions>
        <DefinitionRow term={m.tempo} wide>
          {pace === null ? m.noTempo : m.speaks[pace](syllablesAMinute[pace].from, syllablesAMinute[pace].to)}
        </DefinitionRow>
        <DefinitionRow term={m.words} wide>
          {usual.length === 0 ? m.noWords : format.list(usual.map(m.quoted))}
        </DefinitionRow>
      </Definitions>
      <div role="status" className="t13 pt-1">
        {pace !== null && take && take.reading.pace.perMinute !== null && (
          <Beside perMinute={take.reading.pace.perMinute} pace={pace} />
        )}
        {usual.length > 0 && read !== null && <Echo text={read} usual={usual} />}
      </div>
    </>
  )
}

function Beside({ perMinute: measured, pace }: { perMinute: number; pace: keyof typeof syllablesAMinute }) {
  const { step: m } = useMessages(voiceMessages)
  const format = useFormat()
  const { perMinute, over } = tempoAt(measured, pace)
  const share = format.percent(Math.abs(over))
  return (
    <p className={over === 0 ? 'text-jade' : 'text-amber'}>
      {m.yours(perMinute)}
      {format.comma}
      {over > 0 ? m.faster(share) : over < 0 ? m.slower(share) : m.same}
    </p>
  )
}

function Echo({ text, usual }: { text: string; usual: readonly string[] }) {
  const { step: m } = useMessages(voiceMessages)
  const format = useFormat()
  const { used, unused } = echoOf(text, usual)
  const named = (words: readonly string[]): string => format.list(words.map(m.quoted))
  return <p className="text-ink-2">{used.length > 0 ? m.echoed(named(used)) : m.couldSay(named(unused))}</p>
}
