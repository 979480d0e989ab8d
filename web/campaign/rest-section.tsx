import { type FormEvent, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type CampaignShown, points, refusals, verdictWords } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'

type RestRow = Reply<Contract['GET /api/campaigns/:id/undisturbed']>['rows'][number]

const LOOK_EVERY_MS = 1000

/** Whom such contact is shown to harm: learnt when asked, each left in peace for a year unless a lead says why not. */
export function RestSection({ campaign }: { campaign: CampaignShown }) {
  const { rest: m } = useMessages(campaignMessages)
  const language = useLanguage()
  const text = useReasonText(refusals)
  const write = useWrite('POST /api/campaigns/:id/lesson')
  const { id, lesson, learning } = campaign
  const running = learning?.state === 'waiting' || learning?.state === 'running'
  useRead(
    'GET /api/campaigns/:id',
    { params: { id } },
    { enabled: running, ...(running ? { every: LOOK_EVERY_MS } : {}) },
  )
  const learn = (): void =>
    write.mutate(
      { params: { id }, body: { jobId: freshId() } },
      { onError: (error) => notify({ text: text(error), tone: 'problem' }) },
    )
  return (
    <Section title={m.title} remark={m.remark}>
      {running ? (
        <div className="py-3">
          <ProgressBar label={m.learning} />
        </div>
      ) : (
        <div className="t13 flex flex-wrap items-center gap-3 py-2">
          <p className="min-w-48 flex-1 text-ink-2">
            {learning?.state === 'failed' ? m.failed : lesson ? sentence(verdictWords[language], lesson.said) : m.hint}
          </p>
          <Button isPending={write.isPending} onPress={learn}>
            {lesson ? m.again : m.learn}
          </Button>
        </div>
      )}
      {lesson && lesson.customers > 0 && <RestList campaignId={id} key={lesson.learntAt} />}
      {lesson?.customers === 0 && <p className="t12 pb-2 text-ink-3">{m.none}</p>}
    </Section>
  )
}

function RestList({ campaignId }: { campaignId: string }) {
  const { rest: m } = useMessages(campaignMessages)
  const f = useFormat()
  const { data } = useRead('GET /api/campaigns/:id/undisturbed', { params: { id: campaignId } })
  if (!data) return null
  return (
    <>
      <Rows label={m.title}>
        {data.rows.map((row) => (
          <Row
            key={row.customerId}
            note={[row.manager, m.uplift(points(row.uplift)), m.until(row.until)].filter(Boolean).join(' · ')}
            end={!row.lifted && <Lift campaignId={campaignId} row={row} />}
          >
            <Link href={`/customers/${row.customerId}`} quiet>
              {row.name}
            </Link>
            {row.lifted && <span className="t12 ml-2 text-ink-2">{m.liftedBy(row.lifted.by, row.lifted.reason)}</span>}
          </Row>
        ))}
      </Rows>
      {data.more > 0 && <p className="t12 py-2 text-ink-3">{m.more(f.number(data.more))}</p>}
    </>
  )
}

function Lift({ campaignId, row }: { campaignId: string; row: RestRow }) {
  const { rest: m } = useMessages(campaignMessages)
  const lift = useWrite('PUT /api/campaigns/:id/undisturbed/:customerId/lifting')
  const restore = useWrite('DELETE /api/campaigns/:id/undisturbed/:customerId/lifting')
  const [reason, setReason] = useState('')
  const params = { id: campaignId, customerId: row.customerId }
  const back = (): void => restore.mutate({ params }, { onSuccess: () => notify({ text: m.restored(row.name) }) })
  const submit = (event: FormEvent, close: () => void): void => {
    event.preventDefault()
    lift.mutate({ params, body: { reason } }, { onSuccess: () => notify({ text: m.lifted(row.name), undo: back }) })
    close()
  }
  return (
    <Popover
      label={m.liftOf(row.name)}
      placement="bottom end"
      trigger={
        <Button size="s" aria-label={m.liftOf(row.name)}>
          {m.lift}
        </Button>
      }
    >
      {(close) => (
        <form className="grid gap-2" onSubmit={(event) => submit(event, close)}>
          <TextField
            label={m.why}
            placeholder={m.whyExample}
            value={reason}
            onChange={setReason}
            minLength={2}
            maxLength={200}
            isRequired
          />
          <Button type="submit">{m.sure}</Button>
        </form>
      )}
    </Popover>
  )
}
