import type { ReportFigure } from '#domain/insight/report.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { type Format, useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Chosen } from './fill-drawer.tsx'
import { insightMessages } from './messages.ts'

/** Every figure that may stand in a workbook, with its code and what it is this month. */
export function CodeList({ chosen, enabled }: { chosen: Chosen; enabled: boolean }) {
  const m = useMessages(insightMessages)
  const format = useFormat()
  const figures = useRead('GET /api/team/figures', { query: chosen }, { enabled })
  const copy = (code: string): void =>
    void navigator.clipboard.writeText(`{{${code}}}`).then(() => notify({ text: m.fill.copied(code) }))
  return (
    <Section title={m.fill.codes} remark={m.fill.codesRemark} className="pt-3">
      {figures.data ? (
        <Table
          label={m.fill.codes}
          rows={figures.data.figures}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'what',
              title: m.fill.what,
              render: ({ said, code }) => (
                <>
                  {sentence(m.said, said)}
                  <Link className="t12 block break-all" onPress={() => copy(code)}>{`{{${code}}}`}</Link>
                </>
              ),
            },
            { key: 'value', title: m.fill.value, num: true, render: (figure) => shown(figure, format) ?? m.none },
          ]}
        />
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Section>
  )
}

const shown = ({ unit, value }: ReportFigure, { number, percent }: Format): string | null => {
  if (typeof value !== 'number') return value
  return unit === 'percent' ? percent(value, 1) : number(value, unit === 'count' ? 0 : 1)
}
