import type { ReactNode } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { isAddressed } from '#domain/customer/address-form.ts'
import { briefOf } from '#domain/customer/brief.ts'
import { addDays, dayIn } from '#domain/kernel/day.ts'
import { openingOf } from '#domain/worklist/opening.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { BriefManners, BriefOpening } from './brief-aside.tsx'
import { BriefBills, BriefExpectations, BriefPromises, BriefReasons } from './brief-sections.tsx'
import { workMessages } from './messages.ts'
import type { WorkRow } from './types.ts'

/** Who the brief is about, and why now; nothing of why for somebody who was dealt with already. */
export type BriefRow = Pick<WorkRow, 'customerId' | 'kind' | 'calledBy' | 'name' | 'reading' | 'tier' | 'whys'>

export type BriefProps = {
  row: BriefRow
  /** 对客: only what may be read over one's shoulder. */
  customerView: boolean
  acts: ReactNode
  /** The four questions before a contact, as the customer's own page answers them. */
  four: (known: FourKnown) => ReactNode
}

export type FourKnown = {
  customer: Reply<Contract['GET /api/customers/:id']>
  standing: Reply<Contract['GET /api/customers/:id/standing']>
  open: Reply<Contract['GET /api/customers/:id/open']>
}

/** One page before the contact: who they are, what is owed, how to begin, what not to say. */
export function Brief({ row, customerView, acts, four }: BriefProps) {
  const { brief: m, list } = useMessages(workMessages)
  const errorText = useErrorText()
  const known = useKnown(row.customerId)
  const failed = known.failed
  return (
    <section aria-label={m.label} className="@container flex flex-1 flex-col">
      <div className="flex flex-col gap-2.5 px-4 pt-4 pb-4 lg:px-6">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="t20">{row.calledBy}</h2>
          {row.name !== row.calledBy && <span className="text-ink-2">{row.name}</span>}
          {row.reading && <span className="t12 text-ink-3">{list.reads(row.reading)}</span>}
          {!customerView && row.tier && <Tier letter={row.tier} />}
          {known.data?.customer.phone && (
            <span className="t13 text-ink-3">
              {list.kinds[row.kind]} · {m.mainNumber(known.data.customer.phone)}
            </span>
          )}
          <Link href={`/customers/${row.customerId}`} className="t13 ml-auto text-ink-2">
            {m.open} ›
          </Link>
        </header>
        {failed ? (
          <ErrorState title={errorText(failed)} remedy={list.loadRemedy} onRetry={known.retry} />
        ) : known.data ? (
          <BriefBody row={row} customerView={customerView} known={known.data} four={four} />
        ) : (
          <SkeletonBrief />
        )}
      </div>
      {acts}
    </section>
  )
}

type Known = NonNullable<ReturnType<typeof useKnown>['data']>

type BodyProps = Omit<BriefProps, 'acts'> & { known: Known }

function BriefBody({ row, customerView, known, four }: BodyProps) {
  const { brief: m, words } = useMessages(workMessages)
  const { staff, branch, today } = useSession()
  const { customer, standing, open, bills, expectations, promises, cases, file } = known
  const opening = openingOf(
    row.whys,
    { calledBy: isAddressed({ ...row, code: customer.code }) ? row.calledBy : '', me: staff.shortName },
    { spoke: customer.lastTouchAt && dayIn(new Date(customer.lastTouchAt), branch.timeZone), today },
  )
  const since = addDays(today, -90)
  const complaint = cases.find(({ kind, answeredAt, closedAt }) => kind === 'complaint' && !answeredAt && !closedAt)
  const manners = briefOf({
    dossier: customer.dossier,
    consents: file.consents,
    openComplaint: complaint?.what ?? null,
    brokenLately: promises.filter(
      ({ state, dueAt }) => state === 'broken' && dayIn(new Date(dueAt), branch.timeZone) >= since,
    ).length,
    today,
  })
  const using = file.holdings.map(({ product }) => product)
  return (
    <>
      {!customerView && four({ customer, standing, open })}
      <div className="mt-2 grid gap-x-6 gap-y-2.5 border-t border-line-2 pt-2 @2xl:grid-cols-[minmax(0,1fr)_216px]">
        <div className="flex flex-col gap-2.5">
          {!customerView && standing.reasons.length > 0 && (
            <Section title={m.reasons} remark={m.reasonsRemark}>
              <BriefReasons reasons={standing.reasons.slice(0, 3)} />
            </Section>
          )}
          <BriefExpectations rows={expectations} />
          <BriefPromises rows={promises} />
          {!customerView && row.whys.length > 2 && (
            <Section title={m.others}>
              <Rows>
                {row.whys.slice(2).map((why) => (
                  <Row key={why.code + JSON.stringify(why.params)}>{sentence(words, why)}</Row>
                ))}
              </Rows>
            </Section>
          )}
        </div>
        {!customerView && (
          <div className="flex flex-col gap-2.5">
            <BriefOpening opening={opening} />
            {cases.some((one) => one.complaint?.escalated) && <p className="t13 text-amber">{m.wentFurther}</p>}
            <BriefManners brief={manners} />
          </div>
        )}
      </div>
      {!customerView && <BriefBills months={bills} using={using} />}
    </>
  )
}

/** Everything the brief is made of, from the customer's own pages: read together, shown together. */
function useKnown(id: string) {
  const request = { params: { id } }
  const reads = {
    customer: useRead('GET /api/customers/:id', request),
    standing: useRead('GET /api/customers/:id/standing', request),
    open: useRead('GET /api/customers/:id/open', request),
    bills: useRead('GET /api/customers/:id/bills', request),
    expectations: useRead('GET /api/customers/:id/expectations', request),
    promises: useRead('GET /api/customers/:id/promises', request),
    cases: useRead('GET /api/customers/:id/cases', request),
    file: useRead('GET /api/customers/:id/file', request),
  }
  const failed = Object.values(reads).find(({ error }) => error !== null)?.error ?? null
  const retry = (): void => {
    for (const read of Object.values(reads)) if (read.error) void read.refetch()
  }
  const { customer, standing, open, bills, expectations, promises, cases, file } = reads
  const whole =
    customer.data &&
    standing.data &&
    open.data &&
    bills.data &&
    expectations.data &&
    promises.data &&
    cases.data &&
    file.data
      ? {
          customer: customer.data,
          standing: standing.data,
          open: open.data,
          bills: bills.data.months,
          expectations: expectations.data.rows,
          promises: promises.data.rows,
          cases: cases.data.rows,
          file: file.data,
        }
      : null
  return { data: whole, failed, retry }
}
