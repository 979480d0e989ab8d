import { standards as allStandards } from '#domain/insight/seven-standards.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { ComplaintCounts } from './complaint-section.tsx'
import { OwnAudit } from './own-audit.tsx'
import { ListCases, StandardCases } from './standard-cases.tsx'
import { standardMessages } from './standard-messages.ts'
import { complaintLists, type StandardFigure, type Standards, standardNames, standardsHref } from './standard-words.ts'

/** Seven figures at the left, the cases behind the chosen one at the right; below, what the team says of itself. */
export function StandardBoard({ standards, show }: { standards: Standards; show: string }) {
  const m = useMessages(standardMessages)
  const list = complaintLists.find((one) => one === show)
  const standard = allStandards.find((one) => one === show) ?? 'timeliness'
  return (
    <div className="grid gap-x-11 px-4 pb-8 md:grid-cols-[minmax(0,400px)_minmax(0,1fr)] lg:px-6">
      <div className="flex min-w-0 flex-col gap-3 pt-1.5">
        <Section title={m.list}>
          <Rows label={m.list}>
            {standards.figures.map((figure) => (
              <FigureRow
                key={figure.standard}
                figure={figure}
                standards={standards}
                current={!list && figure.standard === standard}
              />
            ))}
          </Rows>
        </Section>
        <Section title={m.complaints.title} remark={m.complaints.remark}>
          <ComplaintCounts standards={standards} />
        </Section>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {list ? (
          <ListCases standards={standards} list={list} />
        ) : (
          <StandardCases standards={standards} standard={standard} />
        )}
        <OwnAudit standards={standards} />
      </div>
    </div>
  )
}

type FigureProps = { figure: StandardFigure; standards: Standards; current: boolean }

function FigureRow({ figure, standards, current }: FigureProps) {
  const m = useMessages(standardMessages)
  const language = useLanguage()
  const { percent } = useFormat()
  const { standard, numerator, denominator, value } = figure
  const own = standards.audit?.entries.find((one) => one.standard === standard)
  return (
    <Row
      note={
        value === null ? m.nothing : `${numerator} / ${denominator}${standard === 'hasty' ? ` · ${m.fewIsGood}` : ''}`
      }
      end={
        <>
          <b className="num">{value === null ? '—' : percent(value)}</b>
          {own && <span className="t12 block text-ink-3">{m.own(own.score)}</span>}
        </>
      }
    >
      <Link
        href={standardsHref(standard, standards)}
        className={current ? 'font-strong' : ''}
        {...(current ? { 'aria-current': 'true' as const } : {})}
      >
        {standardNames[language][standard]}
      </Link>
    </Row>
  )
}
