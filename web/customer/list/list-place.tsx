import { useMemo } from 'react'
import { useReadPages } from '#web/client/query.ts'
import { useHotkey } from '#web/ui/hotkeys.tsx'
import { Kbd } from '#web/ui/kbd.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { customerMessages } from '../messages.ts'
import { listFromText, queryOf } from './list-search.ts'

/** Where in the list the reader came from this customer stands; J and K go on to its neighbours. */
export function ListPlace({ list, id, onGo }: { list: string; id: string; onGo: (id: string) => void }) {
  const { page: m, list: words } = useMessages(customerMessages)
  const query = useMemo(() => queryOf(listFromText(list)), [list])
  const pages = useReadPages('GET /api/customers', { query })
  const ids = pages.data?.pages.flatMap((page) => page.rows.map((row) => row.id)) ?? []
  const at = ids.indexOf(id)
  const next = at < 0 ? undefined : ids[at + 1]
  const previous = at < 0 ? undefined : ids[at - 1]
  const goNext = () => {
    if (next) onGo(next)
    else if (pages.hasNextPage)
      void pages.fetchNextPage().then(({ data }) => {
        const more = data?.pages.flatMap((page) => page.rows.map((row) => row.id)) ?? []
        const further = more[at + 1]
        if (further) onGo(further)
        return undefined
      })
  }
  useHotkey({ keys: 'j', label: m.next, run: goNext, enabled: at >= 0 && (next !== undefined || pages.hasNextPage) })
  useHotkey({ keys: 'k', label: m.previous, run: () => previous && onGo(previous), enabled: previous !== undefined })
  const count = pages.data?.pages[0]?.count
  if (at < 0 || !count) return null
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {m.place(at + 1, words.found(count.value, count.capped))}
      <Kbd keys="k" /> <Kbd keys="j" />
    </span>
  )
}
