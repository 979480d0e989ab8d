import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { signalNamesEn } from '#domain/churn/words.en.ts'
import { signalNamesZh } from '#domain/churn/words.zh.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { retentionMessages } from './messages.ts'
import { keepWords } from './retention-types.ts'

type Shown = Reply<Contract['GET /api/retention-shown']>
type SignRow = Shown['rows'][number]

const signalNames: Record<'zh' | 'en', Readonly<Record<string, string>>> = { zh: signalNamesZh, en: signalNamesEn }

/** What the warning showed beside what customers then said; changeable signs first, counts and nothing more. */
export function ShownAndSaid() {
  const { shown: m } = useMessages(retentionMessages)
  const language = useLanguage()
  const f = useFormat()
  const { reasonNames } = keepWords[language]
  const { data } = useRead('GET /api/retention-shown', {})
  if (!data) return <SkeletonRows rows={3} />
  const counted = (counts: SignRow['said']): string =>
    f.list(counts.map(({ reason, customers }) => m.reason(reasonNames[reason], customers)))
  const nameOf = ({ sign, names }: SignRow): string => names?.[language] ?? signalNames[language][sign] ?? sign
  return (
    <Section className="pt-4" title={m.title} remark={m.remark}>
      <p className="t13 py-2 text-ink-2">
        {data.customers === 0
          ? m.none
          : [
              data.enough ? m.enough(data.customers) : m.few(data.customers, data.least),
              ...(data.unshown > 0 ? [m.unshown(data.unshown)] : []),
            ].join(' ')}
      </p>
      {data.rows.length > 0 && (
        <Table
          label={m.title}
          rows={[...data.rows.filter((row) => row.changeable), ...data.rows.filter((row) => !row.changeable)]}
          rowKey={({ sign }) => sign}
          columns={[
            {
              key: 'changeable',
              title: m.changeable,
              width: '7em',
              render: ({ changeable }) => (
                <CanMark can={changeable ? 'yes' : 'no'}>
                  <span className="sr-only">{changeable ? m.can : m.cannot}</span>
                </CanMark>
              ),
            },
            { key: 'sign', title: m.sign, render: nameOf },
            { key: 'customers', title: m.customers, num: true, width: '5em', render: (row) => f.number(row.customers) },
            { key: 'said', title: m.said, render: ({ said }) => counted(said) },
            { key: 'written', title: m.written, quiet: true, render: ({ written }) => counted(written) },
          ]}
        />
      )}
    </Section>
  )
}
