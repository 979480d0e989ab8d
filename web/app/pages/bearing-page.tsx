import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { GiveSheet } from '#web/playbook/bearing/give-sheet.tsx'
import { bearingMessages } from '#web/playbook/bearing/messages.ts'
import { OwnSheets } from '#web/playbook/bearing/own-sheets.tsx'
import { SelfCheck } from '#web/playbook/bearing/self-check.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { Page } from '../shell.tsx'

/** The look at oneself before going out, and the same list as a sheet about a colleague [S-09…S-24]. */
export function BearingPage() {
  const m = useMessages(bearingMessages)
  const { at } = useSearch({ from: '/signed-in/bearing' })
  const leads = useCan('team.read')
  const lists = useRead('GET /api/checklists', {})
  const sheets = useRead('GET /api/bearing-sheets', {})
  const [tab, setTab] = useState('self')
  const unread = sheets.data?.mine.filter(({ readAt }) => readAt === null).length ?? 0
  const tabs = [
    { id: 'self', label: m.tabs.self },
    { id: 'mine', label: m.tabs.mine, ...(unread > 0 ? { count: unread } : {}) },
    ...(leads ? [{ id: 'give', label: m.tabs.give }] : []),
  ]
  const checklist = lists.data?.checklists[0]
  return (
    <Page
      title={m.title}
      remark={m.remark}
      tabs={<SegmentedTabs label={m.tabs.label} height={52} items={tabs} selected={tab} onSelect={setTab} />}
    >
      {!lists.data || !sheets.data ? (
        <SkeletonRows rows={8} />
      ) : !checklist ? (
        <EmptyState title={m.none.title} hint={m.none.hint} />
      ) : tab === 'self' ? (
        <SelfCheck checklist={checklist} at={at ?? 'leaving'} />
      ) : tab === 'mine' ? (
        <OwnSheets checklists={lists.data.checklists} sheets={sheets.data.mine} />
      ) : (
        <GiveSheet checklist={checklist} sheets={sheets.data} />
      )}
    </Page>
  )
}
