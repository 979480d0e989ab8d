import { useNavigate, useSearch } from '@tanstack/react-router'
import { monthOf } from '#domain/kernel/day.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { insightMessages } from '#web/insight/messages.ts'
import { MonthChoice } from '#web/insight/month-choice.tsx'
import { StandardBoard } from '#web/insight/standard-board.tsx'
import { standardMessages } from '#web/insight/standard-messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** The seven standards of good service over a month: each figure opens to its cases, each case to itself. */
export function StandardsPage() {
  const m = useMessages(standardMessages)
  const { unit: unitWord, reload } = useMessages(insightMessages)
  const errorText = useErrorText()
  const { today } = useSession()
  const search = useSearch({ from: '/signed-in/standards' })
  const navigate = useNavigate()
  const query = { ...(search.month ? { month: search.month } : {}), ...(search.unit ? { unit: search.unit } : {}) }
  const { data, error, refetch } = useRead('GET /api/standards', { query }, { keep: true })
  const choose = (changed: { month?: string; unit?: string }): void =>
    void navigate({ to: '/standards', search: { ...search, ...changed } })
  return (
    <Page
      title={m.title}
      remark={[data?.unit?.name, m.remark].filter(Boolean).join(' · ')}
      acts={
        data && (
          <>
            {data.units.length > 1 && (
              <Select
                label={unitWord}
                labelHidden
                className="max-md:hidden"
                value={data.unit?.id ?? null}
                options={data.units.map(({ id, name }) => ({ id, label: name }))}
                onChange={(unit) => choose({ unit })}
              />
            )}
            <MonthChoice
              month={data.month}
              months={data.months}
              running={monthOf(today)}
              onChoose={(month) => choose({ month })}
            />
          </>
        )
      }
    >
      {error && !data && (
        <ErrorState title={m.failed} remedy={errorText(error) || reload} onRetry={() => void refetch()} />
      )}
      {!error && !data && <SkeletonBrief />}
      {data && <StandardBoard standards={data} show={search.show ?? ''} />}
    </Page>
  )
}
