import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import type { listFileEndpoints } from '#api/list-file.ts'
import type { Action } from '#domain/staff/role.ts'
import { useErrorText } from '#web/client/errors.ts'
import { download, Refused } from '#web/client/send.ts'
import { useCan } from '#web/client/session.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { appMessages } from './messages.ts'

type FileKey = keyof typeof listFileEndpoints | 'GET /api/field-days/:day/sheet' | 'GET /api/audit/file'

type Props = {
  of: FileKey
  search: Readonly<Record<string, unknown>>
  /** What the address of the list names, such as the id of a frozen one. */
  params?: Readonly<Record<string, string>>
  /** Whoever may do this may take the list along. */
  may?: Action
}

/** Takes the list on the page along as a file, with the filters it has; only for those who may. */
export function ListFileMenu({ of, search, params = {}, may = 'customer.export' }: Props) {
  const { listFile: m } = useMessages(appMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  if (!useCan(may)) return null
  const save = (format: 'xlsx' | 'csv'): void => {
    notify({ text: m.coming })
    const request = { params, query: { ...search, format, language } } as Request<Contract[FileKey]>
    download(of, request).catch(
      (error: unknown) => error instanceof Refused && notify({ text: errorText(error), tone: 'problem' }),
    )
  }
  return (
    <Menu
      label={m.export}
      trigger={<IconButton kind="bare" icon="download" label={m.export} />}
      choices={[
        { id: 'xlsx', label: m.xlsx },
        { id: 'csv', label: m.csv },
      ]}
      onChoose={(id) => save(id === 'csv' ? 'csv' : 'xlsx')}
    />
  )
}
