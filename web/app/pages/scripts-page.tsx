import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { useLibrary } from '#web/script/library.ts'
import { scriptMessages } from '#web/script/messages.ts'
import { PitchForm } from '#web/script/pitch-form.tsx'
import { ScriptsBoard } from '#web/script/scripts-board.tsx'
import { useTarget } from '#web/script/use-target.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** Call words, messages and pitches: found, filled for a customer, copied and recorded; for leads also what came of them. */
export function ScriptsPage() {
  const m = useMessages(scriptMessages)
  const errorText = useErrorText()
  const address = useSearch({ from: '/signed-in/scripts' })
  const navigate = useNavigate()
  const { data, error, refetch } = useLibrary()
  const target = useTarget(address.customer ?? null)
  const [writes, setWrites] = useState(false)
  const go = (change: Record<string, string | undefined>): void =>
    void navigate({ to: '/scripts', search: { ...address, ...change }, replace: true })
  return (
    <Page title={m.title} remark={m.remark}>
      {error && !data && <ErrorState title={m.find.failed} remedy={errorText(error)} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList rows={8} />}
      {data && (
        <ScriptsBoard library={data} address={address} target={target} onGo={go} onWrite={() => setWrites(true)} />
      )}
      {writes && (
        <PitchForm pitch={null} onClose={() => setWrites(false)} onKept={(id) => go({ of: 'pitches', key: id })} />
      )}
    </Page>
  )
}
