import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useDayOf, useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Library, OwnShown } from './address.ts'
import { coachMessages } from './messages.ts'

type Props = { library: Library; onWrite: (rule: OwnShown | null) => void }

/** The branch's own rules: what is in force, what is being written. */
export function OwnRules({ library: { own, mayDraft }, onWrite }: Props) {
  const { own: m } = useMessages(coachMessages)
  if (own.length === 0)
    return (
      <EmptyState {...(mayDraft ? m.none : m.noneRead)} icon="edit">
        {mayDraft && (
          <Button kind="go" onPress={() => onWrite(null)}>
            {m.add}
          </Button>
        )}
      </EmptyState>
    )
  return (
    <Rows label={m.add} stacked className="max-w-5xl">
      {own.map((rule) => (
        <OwnRow key={rule.id} rule={rule} mayDraft={mayDraft} onWrite={onWrite} />
      ))}
    </Rows>
  )
}

function OwnRow({ rule, mayDraft, onWrite }: Pick<Props, 'onWrite'> & { rule: OwnShown; mayDraft: boolean }) {
  const { own: m, levels } = useMessages(coachMessages)
  const format = useFormat()
  const { today } = useSession()
  const dayOf = useDayOf()
  const { id, version, draft, live } = rule
  const errorText = useErrorText()
  const withdraw = useWrite('POST /api/coach/rules/:id/withdraw')
  const publish = useWrite('POST /api/coach/rules/:id/publish')
  const problem = (error: unknown): void => notify({ text: errorText(error), tone: 'problem' })
  const stop = (): void =>
    withdraw.mutate(
      { params: { id }, body: { baseVersion: version } },
      {
        onSuccess: (stopped) =>
          notify({
            text: m.withdrawn(draft.title),
            undo: () =>
              publish.mutate(
                { params: { id }, body: { baseVersion: stopped.version } },
                { onSuccess: () => notify({ text: m.again }), onError: problem },
              ),
          }),
        onError: problem,
      },
    )
  const isChanged = live !== null && JSON.stringify(live.definition) !== JSON.stringify(draft)
  const state = live === null ? m.draft : m.live(live.edition)
  return (
    <Row
      note={
        <>
          {draft.words.map((word) => `“${word.trim()}”`).join(' ')} → {draft.rewrite}
          <span className="block">
            {[
              levels[draft.level],
              isChanged && m.changed,
              m.by(rule.changedBy, format.shortDay(dayOf(rule.changedAt), today)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      }
      end={
        <span className="inline-flex flex-wrap items-center gap-2 md:justify-end">
          <span className={live ? 'text-jade' : 'text-ink-3'}>{state}</span>
          {mayDraft && (
            <Button size="s" onPress={() => onWrite(rule)}>
              {m.edit}
            </Button>
          )}
          {mayDraft && live && (
            <Button size="s" kind="bare" isDisabled={withdraw.isPending} onPress={stop}>
              {m.withdraw}
            </Button>
          )}
        </span>
      }
    >
      <b className="font-strong">{draft.title}</b>
    </Row>
  )
}
