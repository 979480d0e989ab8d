import { useParams } from '@tanstack/react-router'
import { CaseDetail } from '#web/case/case-detail.tsx'
import { complaintMessages } from '#web/case/complaint-messages.ts'
import { caseMessages } from '#web/case/messages.ts'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useRead } from '#web/client/query.ts'
import { SightMenu } from '#web/staff/sight-menu.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'
import { useTalkAbout } from './use-talk-about.tsx'

/** One case by its own address: what a figure, a list or a colleague points to. */
export function CasePage() {
  const m = useMessages(caseMessages)
  const { missing } = useMessages(complaintMessages)
  const { id } = useParams({ from: '/signed-in/cases/$id' })
  const { data, error, refetch } = useRead('GET /api/cases/:id', { params: { id } })
  const { on: turned } = useCustomerView()
  const { onTalk, refusal } = useTalkAbout()
  return (
    <Page
      title={<Link href="/cases">{m.title}</Link>}
      remark={data?.code}
      acts={data && !turned && <SightMenu kind="case" id={id} />}
    >
      {error && !data && <ErrorState {...missing} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonBrief />}
      {data && (
        <div className="mx-auto flex min-h-full w-full max-w-3xl flex-col">
          {refusal}
          <CaseDetail key={data.id} item={data} onTalk={onTalk} />
        </div>
      )}
    </Page>
  )
}
