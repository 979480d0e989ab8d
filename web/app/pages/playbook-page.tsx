import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { editorMessages } from '#web/playbook/editor/messages.ts'
import { PlaybookEditor } from '#web/playbook/editor/playbook-editor.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** One playbook being written. */
export function PlaybookPage() {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const { id } = useParams({ from: '/signed-in/playbooks/$id' })
  const { data, error, refetch } = useRead('GET /api/playbook-editions/:key', { params: { key: id } })
  const navigate = useNavigate()
  const [round, setRound] = useState(0)
  const title = <Link href="/playbooks">{m.title}</Link>
  if (!data) return <Page title={title}>{error ? <ErrorState {...m.gone} /> : <SkeletonBrief />}</Page>
  // What is being written is this window's own until it is published or let go: then it begins anew from what is in use.
  const again = async (): Promise<void> => {
    const read = await refetch()
    if (read.isError) await navigate({ to: '/playbooks' })
    else setRound((before) => before + 1)
  }
  return (
    <PlaybookEditor key={`${id} ${round}`} opened={data} onLeave={() => void again()}>
      {({ draft, acts, body }) => (
        <Page title={title} remark={`${draft.title[language]} · ${data.pack.title[language]}`} acts={acts} foldedSearch>
          {body}
        </Page>
      )}
    </PlaybookEditor>
  )
}
