import { useMemo, useState } from 'react'
import type { SpokenTurn } from '#domain/coach/conversation/transcript.ts'
import { conversationView } from '#domain/coach/conversation/view.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { useSession } from '#web/client/session.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Findings } from './findings.tsx'
import { type Chooser, LedgerOffers } from './ledger-offers.tsx'
import { Lines, type Place } from './lines.tsx'
import { Scores } from './scores.tsx'
import { talkMessages } from './messages.ts'
import type { Side, Talk } from './talk.ts'
import { WhoIsWho } from './talk-start.tsx'
import { momentOf } from './use-ledger.ts'

type Props = {
  talk: Talk
  turns: readonly SpokenTurn[]
  coach: Coach
  /** Null for who talks to no customers. */
  chooser: Chooser | null
  onTalk: (talk: Talk) => void
}

/** What a conversation did: two figures, then every line, and beside them what it adds up to. */
export function TalkView({ talk, turns, coach, chooser, onTalk }: Props) {
  const { start: m } = useMessages(talkMessages)
  const { today, branch } = useSession()
  const { timeZone } = branch
  const { day } = talk
  const [place, setPlace] = useState<Place | null>(null)
  const view = useMemo(
    () => conversationView(coach, turns, { now: momentOf(day, today, timeZone), timeZone }),
    [coach, turns, day, today, timeZone],
  )
  const known: Record<string, Side> = Object.fromEntries(turns.map(({ speaker, by }) => [speaker, by]))
  return (
    <div className="grid gap-6">
      <Scores process={view.process} risk={view.risk} />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
        <div className="grid min-w-0 content-start gap-3">
          <Lines turns={turns} view={view} coach={coach} place={place} />
          <details>
            <summary className="t13 touch cursor-pointer text-ink-3">{m.roles}</summary>
            <WhoIsWho names={Object.keys(known)} draft={talk} onDraft={onTalk} known={known} />
          </details>
        </div>
        <div className="grid min-w-0 content-start gap-6">
          {chooser && <LedgerOffers talk={talk} turns={turns} view={view} chooser={chooser} onTalk={onTalk} />}
          <Findings turns={turns} view={view} onGo={(next) => setPlace({ ...next })} />
        </div>
      </div>
    </div>
  )
}
