import clsx from 'clsx'
import { sentence } from '#domain/kernel/said.ts'
import type { Params } from '#domain/kernel/said.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState } from '#web/ui/states.tsx'
import type { DuplicatePair } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'

type ListProps = {
  pairs: readonly DuplicatePair[]
  chosen: { keep?: string | undefined; gone?: string | undefined }
  onChoose: (pair: DuplicatePair) => void
}

/** Pairs that may be one customer, each with why. */
export function DuplicateList({ pairs, chosen, onChoose }: ListProps) {
  const { words } = useMessages(customerMessages)
  const { merge: m } = useMessages(fileMessages)
  if (pairs.length === 0) return <EmptyState icon="people" title={m.none} />
  const isChosen = ({ a, b }: DuplicatePair): boolean =>
    [a.id, b.id].includes(chosen.keep ?? '') && [a.id, b.id].includes(chosen.gone ?? '')
  return (
    <ul className="px-4 lg:px-5" aria-label={m.pairs}>
      {pairs.map((pair) => (
        <li
          key={pair.a.id + pair.b.id}
          className={clsx('t13 border-b border-line px-2 py-2', isChosen(pair) && 'bg-chosen')}
        >
          <span className="flex items-baseline gap-2">
            <Link onPress={() => onChoose(pair)}>
              {pair.a.name} · {pair.b.name}
            </Link>
            <span className="t12 ml-auto text-ink-3">{m.likeness(pair.score)}</span>
          </span>
          <small className="t12 block text-ink-3">
            {pair.why.map(({ code, params }) => sentence(words, { code, params: params as Params })).join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  )
}
