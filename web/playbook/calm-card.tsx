import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { contactMessages } from './messages.ts'
import { RestButton } from './rest-bar.tsx'
import type { LiveRun } from './use-run.ts'

/** F8: four lines for an upset customer, read at a glance, above everything else. */
export function CalmCard({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const { state } = live
  const what = state.captures.find(({ kind, removed }) => kind === 'need' && !removed)
  return (
    <section aria-label={m.calm.title} className="border-b border-line bg-amber-wash px-4 py-3 lg:px-6">
      <h2 className="t14 flex items-center gap-2 font-strong text-amber">
        <Icon name="calm" />
        {m.calm.title}
        <span className="t12 ml-auto font-normal text-ink-3">{m.calm.remark}</span>
      </h2>
      <ol className="read mt-1 list-decimal pl-7">
        {m.calm.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap gap-2">
        {!state.serviceCase && (
          <Button
            size="s"
            icon="case"
            onPress={() =>
              live.act({
                type: 'caseSet',
                serviceCase: {
                  kind: 'complaint',
                  what:
                    what && 'text' in what
                      ? what.text
                      : (state.notes[0]?.text.slice(0, 80) ?? m.captures.kinds.complaint),
                },
              })
            }
          >
            {m.calm.asComplaint}
          </Button>
        )}
        <RestButton />
      </div>
    </section>
  )
}
