import { type ReactNode, useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'
import { useErrorText } from '#web/client/errors.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { satisfactionMessages } from './messages.ts'
import { SurveyItems } from './survey-items.tsx'
import { SurveyQuestions } from './survey-questions.tsx'
import { type OpenedSurvey, sentences } from './types.ts'

/** A survey as a customer opens it on a phone: without a sign-in, once, nothing of themselves on it. */
export function PublicSurvey({ token }: { token: string }) {
  const { public: m } = useMessages(satisfactionMessages)
  const [done, setDone] = useState(false)
  const [began, setBegan] = useState<OpenedSurvey | null>(null)
  const { data, error, refetch } = useRead('GET /api/surveys/:token', { params: { token } }, { enabled: !began })
  if (done) return <Told icon="check" title={m.thanks} hint={m.thanksHint} />
  if (began) return <Questions token={token} survey={began} onDone={() => setDone(true)} />
  if (error) return <Closed error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  return <Opening survey={data} onBegin={() => setBegan(data)} />
}

function Opening({ survey, onBegin }: { survey: OpenedSurvey; onBegin: () => void }) {
  const { public: m } = useMessages(satisfactionMessages)
  const format = useFormat()
  return (
    <div className="grid gap-4">
      <h1 className="t20 font-strong">{m.from(survey.branch)}</h1>
      <p className="read text-ink-2">{m.once(format.day(survey.until))}</p>
      <Button size="l" kind="go" onPress={onBegin}>
        {m.start}
      </Button>
    </div>
  )
}

function Questions({ token, survey, onDone }: { token: string; survey: OpenedSurvey; onDone: () => void }) {
  const { public: m } = useMessages(satisfactionMessages)
  const write = useWrite('PUT /api/surveys/:token')
  const send = (body: Parameters<typeof write.mutate>[0]['body']): void =>
    write.mutate({ params: { token }, body }, { onSuccess: onDone })
  if (write.error && !isPassing(write.error)) return <Closed error={write.error} />
  return (
    <>
      {survey.kind === 'servqual' ? (
        <SurveyItems pending={write.isPending} onSend={(sheets, words) => send({ scores: {}, words, sheets })} />
      ) : (
        <SurveyQuestions
          survey={survey}
          pending={write.isPending}
          onSend={({ scores, words }) => send({ scores, words, sheets: null })}
        />
      )}
      {write.error && (
        <p role="alert" className="t14 text-red">
          {`${m.failed}${m.failedHint}`}
        </p>
      )}
    </>
  )
}

/** What may go well another time: no network, or a server that is busy. */
const isPassing = ({ status }: Refused): boolean => status === 0 || status === 429 || status >= 500

/** A survey that is spent, over or withdrawn says so kindly; an address that leads nowhere says what to do. */
function Closed({ error, onRetry }: { error: Refused; onRetry?: () => void }) {
  const { public: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const [reason] = error.reply.reasons ?? []
  if (reason) {
    const spent = reason.code === 'survey.answered'
    return (
      <Told
        icon={spent ? 'check' : 'note'}
        title={spent ? m.thanks : m.closed}
        hint={sentence(sentences[language], reason)}
      />
    )
  }
  if (error.status === 404) return <Told icon="note" title={m.gone} hint={m.goneHint} />
  return (
    <Told icon="alert" title={m.failed} hint={errorText(error)}>
      {onRetry && (
        <Button size="l" onPress={onRetry}>
          {m.start}
        </Button>
      )}
    </Told>
  )
}

type ToldProps = { icon: 'check' | 'note' | 'alert'; title: string; hint: string; children?: ReactNode }

function Told({ icon, title, hint, children }: ToldProps) {
  return (
    <div role="status" className="grid justify-items-start gap-2 py-6">
      <Icon name={icon} className={icon === 'check' ? 'size-7! text-jade' : 'size-7! text-ink-3'} />
      <h1 className="t20 font-strong">{title}</h1>
      <p className="read text-ink-2">{hint}</p>
      {children}
    </div>
  )
}
