import { useMemo, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import type { DataColumn } from '#web/ui/data-column.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { editorMessages } from './messages.ts'

type Row = Reply<Contract['GET /api/playbook-editions']>['playbooks'][number]

const keyOf = ({ key }: Row): string => key

/** Every playbook of the branch: where its words come from, how often it was used, who is writing on it. */
export function PlaybookList({ onOpen }: { onOpen: (key: string) => void }) {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const { data } = useRead('GET /api/playbook-editions', {})
  const [wanted, setWanted] = useState('')
  const columns = useColumns()
  if (!data) return <SkeletonRows rows={12} />
  const text = wanted.trim().toLowerCase()
  const rows = data.playbooks.filter(
    ({ title, key, pack }) =>
      text === '' || `${title.zh} ${title.en} ${key} ${pack.title[language]}`.toLowerCase().includes(text),
  )
  return (
    <div className="flex flex-col gap-2">
      <div className="px-4 pt-3 lg:px-5">
        <SearchField label={m.searchLabel} value={wanted} onChange={setWanted} className="max-w-72" />
      </div>
      <DataTable
        label={m.title}
        className="mx-4 max-h-[calc(100dvh-220px)] lg:mx-5"
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        onOpen={onOpen}
        empty={<p className="t13 px-5 py-4 text-ink-3">{m.none}</p>}
      />
    </div>
  )
}

const useColumns = (): DataColumn<Row>[] => {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  return useMemo(() => {
    const { columns: titles } = m
    return [
      {
        key: 'title',
        title: titles.title,
        fixed: true,
        render: ({ title, origin }) => (
          <b className={`cut ${origin === 'stopped' ? 'font-normal text-ink-3' : ''}`}>{title[language]}</b>
        ),
      },
      {
        key: 'pack',
        title: titles.pack,
        from: 'md',
        quiet: true,
        width: 120,
        render: ({ pack }) => pack.title[language],
      },
      {
        key: 'version',
        title: titles.version,
        from: 'md',
        width: 192,
        render: ({ version, newer }) => (
          <span className="cut">
            {version > 0 && m.version(version)}
            {newer !== null && <span className="text-amber"> · {m.newer(newer)}</span>}
          </span>
        ),
      },
      {
        key: 'state',
        title: titles.state,
        width: 112,
        render: ({ origin }) => (
          <span className={origin === 'branch' ? 'text-jade' : 'text-ink-3'}>{m.origin[origin]}</span>
        ),
      },
      {
        key: 'uses',
        title: titles.uses,
        from: 'md',
        num: true,
        width: 80,
        render: ({ uses }) => (uses > 0 ? m.uses(uses) : ''),
      },
      {
        key: 'reviewed',
        title: titles.reviewed,
        from: 'lg',
        quiet: true,
        width: 208,
        render: ({ reviewer, reviewed }) => (
          <span className="cut">{[reviewed, reviewer[language]].filter(Boolean).join(' · ')}</span>
        ),
      },
      {
        key: 'draft',
        title: titles.draft,
        from: 'md',
        width: 152,
        render: ({ draft }) =>
          draft && (
            <span className="cut text-amber">
              {m.draftBy(draft.by, format.shortDay(format.dayOf(new Date(draft.at)), today))}
            </span>
          ),
      },
    ]
  }, [m, language, format, today])
}
