import { useNavigate, useParams } from '@tanstack/react-router'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { customerMessages } from '#web/customer/messages.ts'
import { CopyForm } from '#web/personal/copy-form.tsx'
import { ErasedNote } from '#web/personal/erased-note.tsx'
import { ErasurePanel } from '#web/personal/erasure-panel.tsx'
import { personalMessages } from '#web/personal/messages.ts'
import { PersonalSections } from '#web/personal/personal-sections.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState, ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** A person's data as a whole: to look at, to hand out, to erase; and what is left to say once it is erased [P-29]. */
export function PersonalPage() {
  const { title, gone } = useMessages(personalMessages)
  const { page } = useMessages(customerMessages)
  const { id } = useParams({ from: '/signed-in/customers/$id/personal' })
  const navigate = useNavigate()
  const errorText = useErrorText()
  const { on: turned } = useCustomerView()
  const mayErase = useCan('customer.erase')
  const { data, error } = useRead('GET /api/customers/:id', { params: { id } })
  const isErased = error?.status === 410
  const erasure = useRead('GET /api/customers/:id/erasure', { params: { id } }, { enabled: isErased && mayErase })
  const name = data && <Link onPress={() => void navigate({ to: '/customers/$id', params: { id } })}>{data.name}</Link>
  return (
    <Page title={isErased ? gone.title : (name ?? title)} remark={data && !isErased ? title : undefined}>
      <div className="mx-auto grid max-w-3xl gap-6 px-4 py-4 lg:px-6">
        {error && !(isErased && erasure.data) && (
          <ErrorState title={isErased ? gone.title : page.failed} remedy={errorText(error)} />
        )}
        {!error && !data && <SkeletonBrief />}
        {isErased && erasure.data && !turned && <ErasedNote erasure={erasure.data} />}
        {turned && <EmptyState icon="lock" title={page.facesCustomer} />}
        {data && !isErased && !turned && (
          <>
            <CopyForm customerId={id} />
            <PersonalSections customerId={id} />
            {data.can.includes('customer.erase') && (
              <ErasurePanel
                customerId={id}
                code={data.code}
                onErased={() => void navigate({ to: '/customers/$id/personal', params: { id }, replace: true })}
              />
            )}
          </>
        )}
      </div>
    </Page>
  )
}
