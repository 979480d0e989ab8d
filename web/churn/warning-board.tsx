import type { ReactNode } from 'react'
import { useRead } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { AtRiskList } from './at-risk-list.tsx'
import { warningMessages } from './messages.ts'
import { ModelBoard } from './model-board.tsx'

type Props = { tab: 'list' | 'model'; caseOf: (customerId: string) => ReactNode; children?: ReactNode }

/** Who may leave, each with what is done about it, or the model that says so; `children` stand below the model. */
export function WarningBoard({ tab, caseOf, children }: Props) {
  const m = useMessages(warningMessages)
  const read = useRead('GET /api/warning', {})
  if (read.error)
    return (
      <ErrorState
        title={m.failed}
        remedy={m.remedy}
        onRetry={() => void read.refetch()}
        code={read.error.reply.requestId}
      />
    )
  if (!read.data) return <SkeletonBrief />
  return tab === 'list' ? (
    <AtRiskList page={read.data} caseOf={caseOf} />
  ) : (
    <ModelBoard key={read.data.model?.id} page={read.data}>
      {children}
    </ModelBoard>
  )
}
