import { type FormEvent, useState } from 'react'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Menu, type MenuChoice } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { customerMessages } from '../messages.ts'
import { type ListSearch, listSearchFrom, listText } from './list-search.ts'

const SCREEN = 'customers' as const

/** Saved views: filters, order and columns under a name, one's own or shared. */
export function ListViews({ search, onChoose }: { search: ListSearch; onChoose: (search: ListSearch) => void }) {
  const { views: m } = useMessages(customerMessages)
  const views = useRead('GET /api/views', { query: { screen: SCREEN } })
  const remove = useWrite('DELETE /api/views/:id')
  const save = useWrite('PUT /api/views/:id')
  const known = (views.data?.views ?? []).map((view) => ({ ...view, search: listSearchFrom(view.definition) }))
  const now = listText(search)
  const chosen = known.find((view) => listText(view.search) === now)
  const choices: MenuChoice[] = [
    { id: '', label: m.all },
    ...known.map(({ id, name, mine, owner }) => ({ id, label: name, note: mine ? undefined : m.by(owner) })),
    ...(chosen?.mine
      ? [
          { id: 'line', line: true as const },
          { id: `delete ${chosen.id}`, label: m.delete(chosen.name), icon: 'trash' as const },
        ]
      : []),
  ]
  const onDelete = (id: string) => {
    const view = known.find((one) => one.id === id)
    if (!view) return
    const { name, shared, definition } = view
    remove.mutate(
      { params: { id } },
      {
        onSuccess: () =>
          notify({
            text: m.deleted,
            undo: () => save.mutate({ params: { id }, body: { screen: SCREEN, name, shared, definition } }),
          }),
      },
    )
  }
  return (
    <span className="flex items-center gap-1">
      <Menu
        label={m.title}
        placement="bottom start"
        trigger={
          <Button kind="bare" endIcon="down">
            {chosen?.name ?? (now === '' ? m.all : m.title)}
          </Button>
        }
        choices={choices}
        onChoose={(id) => {
          if (id.startsWith('delete ')) onDelete(id.slice(7))
          else onChoose(known.find((view) => view.id === id)?.search ?? {})
        }}
      />
      {!chosen && now !== '' && <SaveView search={search} />}
    </span>
  )
}

function SaveView({ search }: { search: ListSearch }) {
  const { views: m } = useMessages(customerMessages)
  const save = useWrite('PUT /api/views/:id')
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const submit = (event: FormEvent, close: () => void) => {
    event.preventDefault()
    const view = { screen: SCREEN, name, shared, definition: search }
    save.mutate(
      { params: { id: freshId() }, body: view },
      {
        onSuccess: () => {
          notify({ text: m.saved })
          close()
        },
      },
    )
  }
  return (
    <Popover
      label={m.save}
      trigger={
        <Button kind="bare" icon="plus">
          {m.save}
        </Button>
      }
    >
      {(close) => (
        <form className="grid w-60 gap-3" onSubmit={(event) => submit(event, close)}>
          <TextField label={m.name} value={name} onChange={setName} maxLength={40} isRequired autoFocus />
          <Switch isSelected={shared} onChange={setShared}>
            {m.shared}
          </Switch>
          <Button type="submit" isPending={save.isPending}>
            {m.save}
          </Button>
        </form>
      )}
    </Popover>
  )
}
