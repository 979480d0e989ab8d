import { useState } from 'react'
import { useReasonText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { download } from '#web/client/send.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { notify } from '#web/ui/toast.tsx'
import { FormRows } from './form-rows.tsx'
import { type FormFilter, formShows, type OfferedLayout, refusals } from './form-types.ts'
import { GiftStore } from './gift-store.tsx'
import { formMessages } from './messages.ts'

type Props = {
  filter: FormFilter
  onFilter: (filter: FormFilter) => void
  onBegin: (key?: string) => void
}

/** Filled forms on the left, the kinds there are on the right, each to begin or to print blank; under them the gifts in store. */
export function FormsScreen({ filter, onFilter, onBegin }: Props) {
  const m = useMessages(formMessages)
  const show = filter.show ?? 'all'
  const query = {
    show,
    ...(filter.key && { key: filter.key }),
    ...(filter.customer && { customerId: filter.customer }),
  }
  const { data, error, refetch } = useRead('GET /api/forms', { query }, { keep: true })
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  return (
    <div className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_416px]">
      <div className="flex min-w-0 flex-col px-4 lg:border-r lg:border-line lg:px-6">
        <div className="overflow-x-auto border-b border-line">
          <SegmentedTabs
            label={m.showLabel}
            selected={show}
            onSelect={(id) => onFilter({ ...filter, show: formShows.find((one) => one === id) })}
            items={formShows.map((id) => ({ id, label: m.shows[id], count: data?.counts[id] }))}
          />
        </div>
        {!data && <SkeletonRows rows={8} />}
        {data && data.rows.length === 0 && (
          <EmptyState title={m.none} hint={m.noneHint} icon="file">
            <Button kind="go" onPress={() => onBegin()}>
              {m.begin}
            </Button>
          </EmptyState>
        )}
        {data && <FormRows rows={data.rows} />}
        {data?.more && <p className="t12 py-2 text-ink-3">{m.more}</p>}
      </div>
      <aside className="flex min-w-0 flex-col gap-4 px-4 py-1 lg:px-6">
        <GiftStore />
        <Kinds onBegin={onBegin} />
      </aside>
    </div>
  )
}

function Kinds({ onBegin }: { onBegin: (key: string) => void }) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const { data } = useRead('GET /api/form-layouts', {})
  const packs = [...new Set((data?.layouts ?? []).map(({ pack }) => pack))]
  return (
    <Section title={m.kinds} remark={m.kindsRemark}>
      {!data && <SkeletonRows rows={6} />}
      {packs.map((pack) => (
        <div key={pack}>
          <h3 className="t12 pt-2 text-ink-3">{m.packs[pack] ?? pack}</h3>
          <Rows label={m.packs[pack] ?? pack}>
            {(data?.layouts ?? [])
              .filter((one) => one.pack === pack)
              .map((one) => (
                <KindRow key={one.hash} offered={one} title={one.layout.title[language]} onBegin={onBegin} />
              ))}
          </Rows>
        </div>
      ))}
    </Section>
  )
}

function KindRow({
  offered,
  title,
  onBegin,
}: {
  offered: OfferedLayout
  title: string
  onBegin: (key: string) => void
}) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const text = useReasonText(refusals)
  const [printing, setPrinting] = useState(false)
  const key = offered.layout.id
  const print = async (): Promise<void> => {
    setPrinting(true)
    try {
      await download('GET /api/form-layouts/:key/pdf', { params: { key }, query: { language } })
    } catch (error) {
      notify({ text: text(error), tone: 'problem' })
    } finally {
      setPrinting(false)
    }
  }
  return (
    <Row
      note={offered.layout.aim[language]}
      end={
        <span className="flex items-center gap-1.5">
          <Button
            size="s"
            kind="bare"
            icon="print"
            aria-label={m.blankOf(title)}
            isPending={printing}
            onPress={() => void print()}
          >
            {m.blank}
          </Button>
        </span>
      }
    >
      <Button kind="bare" size="s" className="-ml-2 font-strong" onPress={() => onBegin(key)}>
        {title}
      </Button>
    </Row>
  )
}
