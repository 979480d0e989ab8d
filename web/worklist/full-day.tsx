import { sentence } from '#domain/kernel/said.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { workMessages } from './messages.ts'
import type { TodayReply } from './types.ts'

/** A day with more than fits: what to move, and one press that moves it; nothing moves by itself. */
export function FullDay({ plan }: { plan: TodayReply['plan'] }) {
  const { plan: m, words } = useMessages(workMessages)
  const { branch } = useSession()
  const put = useWrite('PUT /api/today/decisions/:id')
  const takeBack = useWrite('DELETE /api/today/decisions/:id')
  const move = async (): Promise<void> => {
    const done: string[] = []
    for (const { customerId, to } of plan.move) {
      const id = freshId()
      const until = instantAt(to, 9 * 60, branch.timeZone).toISOString()
      await put.mutateAsync({
        params: { id },
        body: { decision: 'snoozed', customerId, until, reason: 'notToday' },
      })
      done.push(id)
    }
    notify({
      text: m.moved(done.length),
      undo: () => {
        for (const id of done) takeBack.mutate({ params: { id } })
      },
    })
  }
  return (
    <Banner
      tone="soon"
      end={
        plan.move.length > 0 && (
          <Button size="s" isPending={put.isPending} onPress={() => void move().catch(() => undefined)}>
            {m.move(plan.move.length)}
          </Button>
        )
      }
    >
      {plan.said.map((each) => sentence(words, each)).join('')}
    </Banner>
  )
}
