import { useNavigate, useParams } from '@tanstack/react-router'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { FormScreen } from '#web/form/form-screen.tsx'
import { refusals } from '#web/form/form-types.ts'
import { formMessages } from '#web/form/messages.ts'
import { SightMenu } from '#web/staff/sight-menu.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { Page } from '../shell.tsx'

/** One form by its own address: what a list, a contact, or the code on its paper leads to. */
export function FormPage() {
  const m = useMessages(formMessages)
  const { id } = useParams({ from: '/signed-in/forms/$id' })
  const navigate = useNavigate()
  const text = useReasonText(refusals)
  const { data, error, refetch } = useRead('GET /api/forms/:id', { params: { id } })
  const correct = useWrite('PUT /api/forms/:id/corrections/:correctionId')
  const onCorrect = (): void => {
    const correctionId = freshId()
    correct.mutate(
      { params: { id, correctionId } },
      {
        onSuccess: () => void navigate({ to: '/forms/$id', params: { id: correctionId } }),
        onError: (refused) => notify({ text: text(refused), tone: 'problem' }),
      },
    )
  }
  const { on: turned } = useCustomerView()
  const gone = error?.status === 404
  return (
    <Page
      title={<Link href="/forms">{m.title}</Link>}
      remark={data?.customer?.name}
      acts={data && !turned && <SightMenu kind="form" id={id} />}
    >
      {error && !data && (
        <ErrorState {...(gone ? m.gone : m.failed)} onRetry={gone ? undefined : () => void refetch()} />
      )}
      {!error && !data && <SkeletonBrief />}
      {data && (
        <FormScreen
          key={`${data.id} ${data.can.includes('write')}`}
          form={data}
          onNext={(search) => void navigate({ to: '/forms/new', search })}
          onCorrect={onCorrect}
        />
      )}
    </Page>
  )
}
