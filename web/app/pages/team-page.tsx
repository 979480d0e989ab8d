import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { monthOf } from '#domain/kernel/day.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { FillDrawer } from '#web/insight/fill-drawer.tsx'
import { insightMessages } from '#web/insight/messages.ts'
import { MonthChoice } from '#web/insight/month-choice.tsx'
import { TeamOverview } from '#web/insight/team-overview.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** A month of the team: what was done, what is at hand, each figure open to its records. */
export function TeamPage() {
  const m = useMessages(insightMessages)
  const errorText = useErrorText()
  const { number } = useFormat()
  const { today } = useSession()
  const search = useSearch({ from: '/signed-in/team' })
  const navigate = useNavigate()
  const [filling, setFilling] = useState(false)
  const asked = { ...textOf('month', search['month']), ...textOf('unit', search['unit']) }
  const { data: team, error, refetch } = useRead('GET /api/team', { query: asked }, { keep: true })
  const choose = (changed: Record<string, string | undefined>): void =>
    void navigate({ to: '/team', search: { ...search, ...changed } })
  return (
    <Page
      title={m.team}
      remark={team && [team.unit?.name, m.size(team.people, number(team.customers))].filter(Boolean).join(' · ')}
      acts={
        team && (
          <>
            {team.units.length > 1 && (
              <Select
                label={m.unit}
                labelHidden
                className="max-md:hidden"
                value={team.unit?.id ?? null}
                options={team.units.map(({ id, name }) => ({ id, label: name }))}
                onChange={(unit) => choose({ unit })}
              />
            )}
            <MonthChoice
              month={team.month}
              months={team.months}
              running={monthOf(today)}
              onChoose={(month) => choose({ month })}
            />
            <Button hotkey="e" onPress={() => setFilling(true)} className="max-md:hidden">
              {m.fill.act}
            </Button>
          </>
        )
      }
    >
      {error && !team && <ErrorState title={errorText(error)} remedy={m.reload} onRetry={() => void refetch()} />}
      {!error && !team && <SkeletonBrief />}
      {team && <TeamOverview team={team} />}
      {team && (
        <>
          <Button className="mx-4 mb-6 md:hidden" onPress={() => setFilling(true)}>
            {m.fill.act}
          </Button>
          <FillDrawer
            isOpen={filling}
            onClose={() => setFilling(false)}
            chosen={{ month: team.month, ...textOf('unit', search['unit']) }}
          />
        </>
      )}
    </Page>
  )
}

/** A part of the address that is text, as a part of a request. */
const textOf = <Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> =>
  typeof value === 'string' ? ({ [name]: value } as Record<Name, string>) : {}
