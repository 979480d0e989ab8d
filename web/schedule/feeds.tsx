import { type ReactNode, useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { Banner, SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { calendarMessages } from './messages.ts'

/** Secret addresses for a telephone’s calendar: made, shown once, revoked. `picture` draws an address for a camera. */
export function Feeds({ picture }: { picture: (address: string) => ReactNode }) {
  const { feed: m } = useMessages(calendarMessages)
  const errorText = useErrorText()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const feeds = useRead('GET /api/calendar/feeds', {})
  const revoke = useWrite('DELETE /api/calendar/feeds/:id')
  const problem = (error: unknown): void => notify({ text: errorText(error), tone: 'problem' })
  const when = (at: string): string => `${format.shortDay(format.dayOf(at), today)} ${format.time(at)}`
  return (
    <div className="flex flex-col gap-3 py-3">
      <p className="t13 text-ink-2">{m.what}</p>
      <NewFeed picture={picture} />
      {!feeds.data ? (
        <SkeletonRows rows={2} />
      ) : feeds.data.feeds.length === 0 ? (
        <p className="t13 text-ink-3">{m.none}</p>
      ) : (
        <Rows label={m.title}>
          {feeds.data.feeds.map(({ id, label, madeAt, readAt }) => (
            <Row
              key={id}
              note={`${m.madeOn(when(madeAt))} · ${readAt ? m.readAt(when(readAt)) : m.never}`}
              end={
                <Button
                  size="s"
                  onPress={() =>
                    revoke.mutate(
                      { params: { id } },
                      { onSuccess: () => notify({ text: m.revoked }), onError: problem },
                    )
                  }
                >
                  {m.revoke}
                </Button>
              }
            >
              {label}
            </Row>
          ))}
        </Rows>
      )}
    </div>
  )
}

function NewFeed({ picture }: { picture: (address: string) => ReactNode }) {
  const { feed: m } = useMessages(calendarMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const make = useWrite('PUT /api/calendar/feeds/:id')
  const [label, setLabel] = useState(m.usual)
  const [address, setAddress] = useState<string | null>(null)
  const onMake = (): void =>
    make.mutate(
      { params: { id: freshId() }, body: { label, language } },
      {
        onSuccess: ({ path }) => setAddress(new URL(path, location.origin).href),
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  if (address !== null)
    return (
      <div className="flex flex-col gap-2">
        <Banner tone="soon" title={m.once}>
          {m.secret}
        </Banner>
        <TextField label={m.title} labelHidden value={address} isReadOnly onFocus={selectAll} />
        <Button
          icon="check"
          className="self-start"
          onPress={() => void navigator.clipboard?.writeText(address).then(() => notify({ text: m.copied }))}
        >
          {m.copy}
        </Button>
        {picture(address)}
      </div>
    )
  return (
    <div className="flex items-end gap-2">
      <TextField label={m.label} value={label} onChange={setLabel} maxLength={40} className="flex-1" />
      <Button kind="go" isDisabled={label.trim() === '' || make.isPending} onPress={onMake}>
        {m.make}
      </Button>
    </div>
  )
}

const selectAll = (event: { target: EventTarget | null }): void => {
  if (event.target instanceof HTMLInputElement) event.target.select()
}
