import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useState } from 'react'
import { useRead, useWrite } from '#web/client/query.ts'
import { useWhen } from '#web/client/use-when.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner, SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'
import { NewToken } from './new-token.tsx'

type Token = Reply<Contract['GET /api/tokens']>['tokens'][number]

/** With these one's own programs call the interface in one's name: made, shown once, revoked. */
export function TokenList() {
  const m = useMessages(staffMessages).tokens
  const tokens = useRead('GET /api/tokens', {})
  const [making, setMaking] = useState(false)
  const [fresh, setFresh] = useState<string | null>(null)
  const made = (token: string) => {
    setMaking(false)
    setFresh(token)
  }
  const idle = !making && fresh === null
  return (
    <Section
      title={m.title}
      remark={m.remark}
      end={
        idle && (
          <Button size="s" onPress={() => setMaking(true)}>
            {m.add}
          </Button>
        )
      }
    >
      {fresh !== null && <Shown token={fresh} onKept={() => setFresh(null)} />}
      {making && <NewToken onMade={made} onLeave={() => setMaking(false)} />}
      {!tokens.data && <SkeletonRows rows={1} />}
      {tokens.data?.tokens.length === 0 && idle && <p className="t13 py-3 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {tokens.data?.tokens.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </Rows>
    </Section>
  )
}

function TokenRow({ token: { id, name, scope, expiresAt, ended, lastUsedAt } }: { token: Token }) {
  const m = useMessages(staffMessages).tokens
  const revoke = useWrite('DELETE /api/tokens/:id')
  const when = useWhen()
  const until = ended ? <span className="text-amber">{m.ended(when(expiresAt))}</span> : m.until(when(expiresAt))
  return (
    <Row
      note={
        <>
          {m.scopes[scope].name} · {until} · {lastUsedAt === null ? m.never : m.lastUsed(when(lastUsedAt))}
        </>
      }
      end={
        <Button
          kind="bare"
          size="s"
          aria-label={`${m.revoke} ${name}`}
          isPending={revoke.isPending}
          onPress={() => revoke.mutate({ params: { id } }, { onSuccess: () => notify({ text: m.revoked(name) }) })}
        >
          {m.revoke}
        </Button>
      }
    >
      {name}
    </Row>
  )
}

function Shown({ token, onKept }: { token: string; onKept: () => void }) {
  const m = useMessages(staffMessages).tokens
  const copy = () => void navigator.clipboard?.writeText(token).then(() => notify({ text: m.copied }))
  return (
    <div className="grid gap-3 pb-3">
      <Banner tone="soon" title={m.once}>
        {m.onceRemark}
      </Banner>
      <TextField
        label={m.token}
        labelHidden
        value={token}
        isReadOnly
        onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
      />
      <div className="flex flex-wrap gap-2">
        <Button kind="go" onPress={onKept}>
          {m.kept}
        </Button>
        <Button icon="check" onPress={copy}>
          {m.copy}
        </Button>
      </div>
    </div>
  )
}
