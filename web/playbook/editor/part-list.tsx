import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { type BlankList, blankEntry } from '#domain/playbook/editing/blank.ts'
import { moved } from '#domain/playbook/editing/place.ts'
import { fieldName, type Path } from '#domain/playbook/locate.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { usePart } from './editor-context.tsx'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'

/** Entries in an order that counts: dragged, or moved by the arrow keys on the handle; what was moved is said aloud. */
export function useOrder<T>(
  list: readonly T[],
  name: (place: number) => string,
  onOrder: (list: T[], to: number) => void,
) {
  const m = useMessages(editorMessages)
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= list.length || from === to) return
    setSaid(m.movedTo(name(from), to + 1))
    onOrder(moved(list, from, to), to)
  }
  const handle = (place: number) => (
    <button
      type="button"
      draggable
      aria-label={m.drag(name(place))}
      title={m.drag(name(place))}
      onDragStart={() => setDragged(place)}
      onDragEnd={() => setDragged(null)}
      onKeyDown={(event: KeyboardEvent) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        if (by === 0) return
        event.preventDefault()
        move(place, place + by)
      }}
      className="touch flex size-6 flex-none cursor-grab items-center justify-center rounded-s text-ink-3 hover:text-ink"
    >
      <Icon name="drag" small />
    </button>
  )
  const row = (place: number) => ({
    onDragOver: (event: React.DragEvent) => {
      if (dragged !== null) event.preventDefault()
    },
    onDrop: (event: React.DragEvent) => {
      event.preventDefault()
      if (dragged !== null) move(dragged, place)
      setDragged(null)
    },
  })
  const live = (
    <span role="status" className="sr-only">
      {said}
    </span>
  )
  return { handle, row, live, move }
}

type PartListProps = {
  path: Path
  list: BlankList
  /** In place of the usual name of the field. */
  title?: string
  children: (path: Path) => ReactNode
  /** Without entries the field is left out of the file altogether. */
  maybe?: boolean
}

/** A list of entries: each opened, moved, taken out; one more below. */
export function PartList({ path, list, title, children, maybe = false }: PartListProps) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const { value = [], write, fault } = usePart<unknown[]>(path)
  const nameAt = (place: number): string => names.entryNames[list]?.(place + 1) ?? list
  const put = (entries: unknown[]): void => write(maybe && entries.length === 0 ? undefined : entries)
  const { handle, row, live } = useOrder(value, nameAt, put)
  const heading = title ?? names.partNames[list]
  const taken = value.flatMap((entry) =>
    typeof entry === 'object' && entry !== null && 'id' in entry ? [String(entry.id)] : [],
  )
  return (
    <section aria-label={heading} data-field={fieldName(path)} className="border-t border-line pt-2">
      <h3 className="t13 flex items-center gap-2 font-strong">
        {heading}
        {value.length > 0 && <small className="t12 font-normal text-ink-3">{value.length}</small>}
      </h3>
      {fault && <p className="t12 text-red">{fault}</p>}
      <ol className="flex flex-col">
        {value.map((_, place) => (
          <li key={place} className="flex gap-1 border-b border-line py-3 last:border-b-0" {...row(place)}>
            {handle(place)}
            <div className="flex min-w-0 flex-1 flex-col gap-3" role="group" aria-label={nameAt(place)}>
              {children([...path, place])}
            </div>
            <IconButton
              label={m.remove(nameAt(place))}
              icon="trash"
              kind="bare"
              size="s"
              onPress={() => put(value.filter((_, at) => at !== place))}
            />
          </li>
        ))}
      </ol>
      {live}
      <Button size="s" kind="bare" icon="plus" onPress={() => put([...value, blankEntry(list, taken)])}>
        {m.add(heading)}
      </Button>
    </section>
  )
}
