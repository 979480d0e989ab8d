import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { formMessages } from './messages.ts'

type Reasons = readonly { kind: string; recordId: string }[]

/** The form a row of Today asks a lead to decide about; null where it asks for none. */
export const formToApprove = (reasons: Reasons): string | null =>
  reasons.find(({ kind }) => kind === 'approval')?.recordId.split('/')[0] ?? null

/** From a row of Today that has more to it to the form that waits. */
export function ApprovalLink({ reasons }: { reasons: Reasons }) {
  const { approval: m } = useMessages(formMessages)
  const id = formToApprove(reasons)
  if (!id) return null
  return (
    <span className="t13 px-4 py-1.5">
      <Link href={`/forms/${id}`}>{m.open}</Link>
    </span>
  )
}
