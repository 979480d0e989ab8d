import { useNavigate } from '@tanstack/react-router'
import { BeginPlaybook } from '#web/playbook/editor/begin.tsx'
import { editorMessages } from '#web/playbook/editor/messages.ts'
import { PackFiles } from '#web/playbook/editor/pack-files.tsx'
import { PlaybookList } from '#web/playbook/editor/playbook-list.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Every playbook of the branch, and packs in and out. */
export function PlaybooksPage() {
  const m = useMessages(editorMessages)
  const navigate = useNavigate()
  const open = (id: string): void => void navigate({ to: '/playbooks/$id', params: { id } })
  return (
    <Page title={m.title} remark={m.remark} acts={<BeginPlaybook onOpen={open} />}>
      <PlaybookList onOpen={open} />
      <PackFiles />
    </Page>
  )
}
