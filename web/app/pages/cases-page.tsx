import { useNavigate, useSearch } from '@tanstack/react-router'
import { CaseScreen } from '#web/case/case-screen.tsx'
import { caseMessages } from '#web/case/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'
import { useTalkAbout } from './use-talk-about.tsx'
import { useWhose } from './use-whose.ts'

export function CasesPage() {
  const m = useMessages(caseMessages)
  const filter = useWhose(useSearch({ from: '/signed-in/cases' }))
  const navigate = useNavigate()
  const { onTalk, refusal } = useTalkAbout()
  return (
    <Page title={m.title} remark={m.remark} acts={<ListFileMenu of="GET /api/cases/file" search={filter} />}>
      {refusal}
      <CaseScreen
        filter={filter}
        onFilter={(search) => void navigate({ to: '/cases', search, replace: true })}
        onTalk={onTalk}
      />
    </Page>
  )
}
