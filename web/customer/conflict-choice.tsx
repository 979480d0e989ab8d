import type { ErrorReply } from '#api/errors.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { fileMessages } from './file-messages.ts'

export type Conflict = NonNullable<ErrorReply['conflicts']>[number]

/** The version that holds every text the writer has seen: theirs may be replaced there, and nothing written after it. */
export const seenVersion = (conflicts: readonly Conflict[], base: number): number =>
  Math.max(base, ...conflicts.map(({ version }) => version ?? base))

/** Two people wrote the same field: both texts stand beside each other, and one press decides. Nothing is lost until then. */
export function ConflictChoice({
  conflict,
  when,
  textOf,
  onTheirs,
  onYours,
  onBoth,
}: {
  conflict: Conflict
  when: string
  textOf: (value: unknown) => string
  onTheirs: () => void
  onYours: () => void
  onBoth?: (() => void) | undefined
}) {
  const m = useMessages(fileMessages)
  return (
    <div role="alert" className="grid gap-2 border-l-2 border-amber-mark bg-amber-wash px-3 py-2">
      <p className="t13 font-strong text-amber">{m.conflict.title(conflict.by, when)}</p>
      <dl className="t13 grid grid-cols-[56px_minmax(0,1fr)] gap-x-2 gap-y-1">
        <dt className="text-ink-3">{m.conflict.theirs}</dt>
        <dd>{textOf(conflict.theirs)}</dd>
        <dt className="text-ink-3">{m.conflict.yours}</dt>
        <dd>{textOf(conflict.yours)}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="s" onPress={onTheirs}>
          {m.conflict.takeTheirs}
        </Button>
        <Button size="s" onPress={onYours}>
          {m.conflict.takeYours}
        </Button>
        {onBoth && (
          <Button size="s" onPress={onBoth}>
            {m.conflict.both}
          </Button>
        )}
      </div>
    </div>
  )
}
