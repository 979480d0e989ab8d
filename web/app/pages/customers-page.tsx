import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCan } from '#web/client/session.tsx'
import { OutletNotice } from '#web/customer/list/outlet-notice.tsx'
import { CustomerList } from '#web/customer/list/customer-list.tsx'
import { type ListSearch, listSearchFrom, listText } from '#web/customer/list/list-search.ts'
import { ListViews } from '#web/customer/list/list-views.tsx'
import { customerMessages } from '#web/customer/messages.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Everybody one keeps, to be filtered, ordered and opened. */
export function CustomersPage() {
  const m = useMessages(customerMessages)
  const search = listSearchFrom(useSearch({ from: '/signed-in/customers' }))
  const navigate = useNavigate()
  const mayWrite = useCan('customer.write')
  const wide = useWide('md')
  const goTo = (next: ListSearch) => void navigate({ to: '/customers', search: next, replace: true })
  const add = () => void navigate({ to: '/customers/new' })
  const list = listText(search)
  return (
    <Page
      title={m.title}
      remark={<ListViews search={search} onChoose={goTo} />}
      acts={
        mayWrite && (
          <>
            <Button
              kind="bare"
              className="max-md:hidden"
              onPress={() => void navigate({ to: '/customers/duplicates', search: {} })}
            >
              {m.list.duplicates}
            </Button>
            {wide ? (
              <Button icon="plus" onPress={add}>
                {m.list.add}
              </Button>
            ) : (
              <IconButton icon="plus" label={m.list.add} onPress={add} />
            )}
          </>
        )
      }
    >
      {search.kind === 'outlet' && <OutletNotice />}
      <CustomerList
        search={search}
        onSearch={goTo}
        onOpen={(id) => void navigate({ to: '/customers/$id', params: { id }, search: list ? { list } : {} })}
        onAdd={add}
      />
    </Page>
  )
}
