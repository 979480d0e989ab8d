import { useNavigate, useSearch } from '@tanstack/react-router'
import { monthOf } from '#domain/kernel/day.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { insightMessages } from '#web/insight/messages.ts'
import { MonthChoice } from '#web/insight/month-choice.tsx'
import { OwnFigures } from '#web/insight/own-figures.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** One's own month, before anybody else sees it. */
export function OwnFiguresPage() {
  const m = useMessages(insightMessages)
  const errorText = useErrorText()
  const { today, staff } = useSession()
  const { month } = useSearch({ from: '/signed-in/me/figures' })
  const navigate = useNavigate()
  const query = typeof month === 'string' ? { month } : {}
  const { data: own, error, refetch } = useRead('GET /api/me/figures', { query }, { keep: true })
  return (
    <Page
      title={m.own.title}
      remark={staff.name}
      acts={
        own && (
          <MonthChoice
            month={own.month}
            months={own.months}
            running={monthOf(today)}
            onChoose={(chosen) => void navigate({ to: '/me/figures', search: { month: chosen } })}
          />
        )
      }
    >
      {error && !own && <ErrorState title={errorText(error)} remedy={m.reload} onRetry={() => void refetch()} />}
      {!error && !own && <SkeletonBrief />}
      {own && <OwnFigures own={own} />}
    </Page>
  )
}
