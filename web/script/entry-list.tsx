import clsx from 'clsx'
import { EmptyState } from '#web/ui/states.tsx'

type Entry = { key: string; title: string; note: string; family: string }
type Props = {
  label: string
  entries: readonly Entry[]
  chosen: string | null
  onChoose: (key: string) => void
  empty: string
  emptyHint: string
}

/** What was found, under the names of its families. */
export function EntryList({ label, entries, chosen, onChoose, empty, emptyHint }: Props) {
  if (entries.length === 0) return <EmptyState icon="script" title={empty} hint={emptyHint} />
  return (
    <ul aria-label={label} className="min-h-0 flex-1 overflow-y-auto">
      {entries.map(({ key, title, note, family }, place) => (
        <li key={key} className="border-b border-line">
          {family !== '' && entries[place - 1]?.family !== family && (
            <p className="t12 bg-paper-2 px-4 py-1 text-ink-3">{family}</p>
          )}
          <button
            type="button"
            data-ring="in"
            aria-current={key === chosen ? 'true' : undefined}
            onClick={() => onChoose(key)}
            className={clsx(
              'flex min-h-11 w-full cursor-pointer flex-col px-4 py-1.5 text-left hover:bg-paper-2',
              key === chosen && 'bg-paper-3',
            )}
          >
            <span className={clsx('t14', key === chosen && 'font-strong')}>{title}</span>
            <span className="t12 cut max-w-full text-ink-3">{note}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
