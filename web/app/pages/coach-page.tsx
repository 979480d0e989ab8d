import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type CoachAddress, type OwnShown } from '#web/coach/address.ts'
import { CoachScreen } from '#web/coach/coach-screen.tsx'
import { coachMessages } from '#web/coach/messages.ts'
import { OwnRuleForm } from '#web/coach/own-rule-form.tsx'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** The rules of wording: read by all, written by leads, and one's own marks for oneself. */
export function CoachPage() {
  const m = useMessages(coachMessages)
  const address = useSearch({ from: '/signed-in/coach' })
  const navigate = useNavigate()
  const mayDraft = useCan('script.revise')
  const [writing, setWriting] = useState<{ rule: OwnShown | null } | null>(null)
  const go = (change: CoachAddress): void =>
    void navigate({ to: '/coach', search: { ...address, ...change }, replace: true })
  return (
    <Page
      title={m.title}
      remark={m.remark}
      acts={
        mayDraft && (
          <Button icon="plus" onPress={() => setWriting({ rule: null })}>
            {m.own.add}
          </Button>
        )
      }
    >
      <CoachScreen address={address} onGo={go} onWrite={(rule) => setWriting({ rule })} />
      {writing && (
        <OwnRuleForm
          rule={writing.rule}
          onClose={() => {
            setWriting(null)
            go({ of: 'own' })
          }}
        />
      )}
    </Page>
  )
}
