import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { sentences } from './types.ts'

/** Before a contact: that four is not safe, what is owed a word, and when we stood up for this customer. */
export function Trust({ customerId }: { customerId: string }) {
  const language = useLanguage()
  const { data } = useRead('GET /api/customers/:id/satisfaction', { params: { id: customerId } })
  if (!data) return null
  const warned = [...(data.notSafe ? [data.notSafe] : []), ...data.owed.map(({ said }) => said)]
  if (warned.length === 0 && data.trust.length === 0) return null
  return (
    <ul className="t13 mt-1 grid gap-0.5">
      {warned.map((said) => (
        <li key={`${said.code}${JSON.stringify(said.params)}`} className="text-amber">
          {sentence(sentences[language], said)}
        </li>
      ))}
      {data.trust.map((said) => (
        <li key={`${said.code}${JSON.stringify(said.params)}`}>{sentence(sentences[language], said)}</li>
      ))}
    </ul>
  )
}
