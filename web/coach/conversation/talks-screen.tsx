import { useMemo, useState } from 'react'
import { parseTranscript } from '#domain/coach/conversation/transcript.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { OwnThing } from '../own-things.ts'
import { useOwn } from '../use-own.ts'
import type { Chooser } from './ledger-offers.tsx'
import { talkMessages } from './messages.ts'
import { newTalk, type Talk } from './talk.ts'
import { TalkList } from './talk-list.tsx'
import { TalkStart } from './talk-start.tsx'
import { TalkView } from './talk-view.tsx'
import { languageOfTalk, useCoach } from './use-coach.ts'

type Props = {
  chooser: Chooser | null
  /** A conversation that was brought along from another page. */
  brought: { text: string; customerId: string | null } | null
}

/** Looking back at a conversation [S-46][H-25][H-26]: nothing is kept or sent until its owner says so. */
export function TalksScreen({ chooser, brought }: Props) {
  const m = useMessages(talkMessages)
  const { today } = useSession()
  const own = useOwn<Talk>('talk')
  const [kept, setKept] = useState<OwnThing<Talk> | null>(null)
  const [talk, setTalk] = useState<Talk>(() => ({
    ...newTalk(brought?.text ?? '', today),
    customerId: brought?.customerId ?? null,
  }))
  const [looks, setLooks] = useState(brought !== null)
  const { coach, error, refetch } = useCoach(languageOfTalk(talk.text))
  const read = useMemo(() => parseTranscript(talk.text, talk.roles), [talk.text, talk.roles])
  const change = (next: Talk): void => {
    setTalk(next)
    if (kept) {
      const changed = { ...kept, value: next }
      setKept(changed)
      void own.put(changed)
    }
  }
  const open = (thing: OwnThing<Talk> | null): void => {
    setKept(thing)
    setTalk(thing?.value ?? newTalk('', today))
    setLooks(thing !== null)
  }
  const keep = async (): Promise<void> => {
    const thing = await own.add(talk)
    setKept(thing)
    notify(thing ? { text: m.keep.kept } : { text: m.keep.noRoom, tone: 'problem' })
  }
  const ready = looks && read.ok
  return (
    <div className="grid gap-4 px-4 pb-8 lg:px-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-3">
        <p className="t12 min-w-0 flex-1 basis-80 text-ink-3">{m.private}</p>
        {ready && (
          <>
            {kept ? (
              <span className="t13 text-jade">{m.keep.keptAlready}</span>
            ) : (
              <Button icon="lock" onPress={() => void keep()}>
                {m.keep.act}
              </Button>
            )}
            <Button icon="plus" onPress={() => open(null)}>
              {m.add}
            </Button>
          </>
        )}
      </div>
      {error && !coach && <ErrorState {...m.failed} onRetry={() => void refetch()} />}
      {ready && !coach && !error && <SkeletonRows rows={8} />}
      {ready && coach && <TalkView talk={talk} turns={read.value} coach={coach} chooser={chooser} onTalk={change} />}
      {!ready && (
        <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_320px]">
          <TalkStart draft={talk} coach={coach} onDraft={setTalk} onLook={() => setLooks(true)} />
          <TalkList talks={own.things ?? []} onOpen={open} onDrop={own.drop} />
        </div>
      )}
    </div>
  )
}
