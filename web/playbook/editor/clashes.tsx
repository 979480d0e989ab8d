import { differenceLine } from '#domain/playbook/editing/difference-line.ts'
import { spotsOf } from '#domain/playbook/editing/spots.ts'
import type { Clash } from '#domain/playbook/editing/merge.ts'
import { fieldName } from '#domain/playbook/locate.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'
import type { Editing } from './use-draft.ts'

/** Places two people wrote at once: both wordings, one press to choose; and a word when all could be joined. */
export function Clashes({ editing }: { editing: Editing }) {
  const m = useMessages(editorMessages)
  const { clashes, joinedBy } = editing
  if (clashes.length === 0) return joinedBy === null ? null : <Banner icon="people">{m.clash.joined(joinedBy)}</Banner>
  return (
    <section
      role="alert"
      aria-label={m.clash.title(clashes.length)}
      className="border-b border-line bg-amber-wash px-4 py-2 lg:px-5"
    >
      <b className="t13 text-amber">{m.clash.title(clashes.length)}</b>
      <ul>
        {clashes.map((clash) => (
          <Choice key={fieldName(clash.path)} clash={clash} editing={editing} />
        ))}
      </ul>
    </section>
  )
}

function Choice({ clash, editing }: { clash: Clash; editing: Editing }) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const language = useLanguage()
  const spots = spotsOf(editing.draft, fieldName(clash.path))
  const line = differenceLine(names, language, { ...spots, change: 'removed', before: null, after: null })
  const place = line.slice(0, line.lastIndexOf(names.differenceWords.colon))
  return (
    <li className="t13 py-1.5">
      <span className="text-ink-3">{place}</span>
      <div className="mt-1 grid gap-2 md:grid-cols-2">
        {([false, true] as const).map((theirs) => (
          <div key={String(theirs)} className="flex items-start gap-2 rounded border border-line bg-paper p-2">
            <span className="min-w-0 flex-1 break-words">
              {shown(theirs ? clash.theirs : clash.mine, m.clash.gone)}
            </span>
            <Button size="s" onPress={() => editing.choose(clash, theirs)}>
              {theirs ? m.clash.theirs : m.clash.mine}
            </Button>
          </div>
        ))}
      </div>
    </li>
  )
}

const shown = (part: unknown, gone: string): string =>
  part === undefined ? gone : typeof part === 'string' ? part : JSON.stringify(part)
