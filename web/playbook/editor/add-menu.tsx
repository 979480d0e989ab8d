import { Button } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'

type AddMenuProps<Id extends string> = {
  label: string
  /** What is not there yet; with nothing left there is nothing to add. */
  left: readonly Id[]
  names: Readonly<Record<Id, string>>
  onAdd: (id: Id) => void
}

/** Adds one of a closed set of parts. */
export function AddMenu<Id extends string>({ label, left, names, onAdd }: AddMenuProps<Id>) {
  if (left.length === 0) return null
  return (
    <Menu
      label={label}
      placement="bottom start"
      trigger={
        <Button size="s" kind="bare" icon="plus">
          {label}
        </Button>
      }
      choices={left.map((id) => ({ id, label: names[id] }))}
      onChoose={(chosen) => {
        const id = left.find((one) => one === chosen)
        if (id !== undefined) onAdd(id)
      }}
    />
  )
}
