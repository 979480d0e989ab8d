import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { customerKinds } from '#domain/customer/kind.ts'
import { sentence } from '#domain/kernel/said.ts'
import { doorFaults } from '#domain/retention/guard.ts'
import { guardEn, lawEn } from '#domain/retention/guard-words.en.ts'
import { guardZh, lawZh } from '#domain/retention/guard-words.zh.ts'
import { checkRetentionText } from '#domain/retention/retention-text.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useRead, useRefresh, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { Doors } from './doors.tsx'
import { Laws } from './laws.tsx'
import { guardMessages } from './messages.ts'

type Shown = Reply<Contract['GET /api/retention-guard']>
export type Setting = Shown['setting']

const words = { zh: { ...guardZh, ...lawZh }, en: { ...guardEn, ...lawEn } }

/** How far we go to keep somebody, whose law it is under, the ways out and back: all may read it, a lead sets it. */
export function GuardScreen() {
  const m = useMessages(guardMessages)
  const { data, error, refetch } = useRead('GET /api/retention-guard', {})
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  return data ? <Guard key={data.version} shown={data} /> : <SkeletonRows rows={8} />
}

function Guard({ shown }: { shown: Shown }) {
  const m = useMessages(guardMessages)
  const language = useLanguage()
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  const text = useReasonText(words)
  const refresh = useRefresh()
  const write = useWrite('PUT /api/retention-guard')
  const [draft, setDraft] = useState<Setting>(shown.setting)
  const faults = customerKinds.flatMap((kind) => doorFaults(draft.doors[kind]).map((fault) => ({ kind, fault })))
  const may = shown.maySet
  const changed = may && JSON.stringify(draft) !== JSON.stringify(shown.setting)
  const save = (): void =>
    write.mutate(
      { body: { baseVersion: shown.version, setting: draft } },
      {
        onSuccess: () => notify({ text: m.saved }),
        onError: (error) => {
          if (error.status === 409) void refresh()
          notify({ text: error.status === 409 ? m.conflict : text(error), tone: 'problem' })
        },
      },
    )
  return (
    <div className="flex min-h-full flex-col">
      <div className="grid gap-x-8 gap-y-4 px-4 py-3 lg:grid-cols-[minmax(0,1fr)_360px] lg:px-6">
        <div className="grid min-w-0 content-start gap-4">
          <p className="t12 flex flex-wrap items-center gap-x-3 text-ink-3">
            {shown.setBy && shown.setAt ? m.set(shown.setBy, format.day(format.dayOf(shown.setAt))) : m.usual}
            {!may && <span>{m.readOnly}</span>}
          </p>
          <Limits draft={draft} onChange={setDraft} may={may} />
          <Doors draft={draft} onChange={setDraft} may={may}>
            {faults.length === 0 ? (
              <p className="t13 text-jade">{m.doors.fair}</p>
            ) : (
              <ul className="t13 text-amber">
                {faults.map(({ kind, fault }) => (
                  <li key={`${kind} ${JSON.stringify(fault)}`}>
                    {m.doors.kinds[kind]}
                    {format.colon}
                    {sentence(words[language], fault)}
                  </li>
                ))}
              </ul>
            )}
          </Doors>
          <Laws draft={draft} onChange={setDraft} may={may} />
        </div>
        <aside className="grid min-w-0 content-start gap-4">
          <Attempt setting={draft} />
          {may && <Stopped />}
        </aside>
      </div>
      {changed && (
        <ActBar end={m.unsaved}>
          <Button kind="go" isPending={write.isPending} isDisabled={faults.length > 0} onPress={save}>
            {m.save}
          </Button>
          <Button kind="bare" onPress={() => setDraft(shown.setting)}>
            {m.drop}
          </Button>
        </ActBar>
      )}
    </div>
  )
}

export type PartProps = { draft: Setting; onChange: (draft: Setting) => void; may: boolean }

function Limits({ draft, onChange, may }: PartProps) {
  const { limits: m } = useMessages(guardMessages)
  const { limits, reviewFrom } = draft
  const set = (change: Partial<Setting['limits']>): void => onChange({ ...draft, limits: { ...limits, ...change } })
  const { attempts } = limits
  const field = (label: string, value: number, to: (value: number) => void, from: number, most: number) => (
    <NumberField label={label} value={value} onChange={to} minValue={from} maxValue={most} isDisabled={!may} />
  )
  return (
    <Section title={m.title} remark={m.remark}>
      <div className="grid grid-cols-2 gap-3 py-3 md:grid-cols-3">
        {field(m.most, attempts.most, (most) => set({ attempts: { ...attempts, most } }), 0, 10)}
        {field(m.days, attempts.days, (days) => set({ attempts: { ...attempts, days } }), 1, 365)}
        {field(m.offers, limits.offersPerTalk, (offersPerTalk) => set({ offersPerTalk }), 1, 5)}
        {field(m.afterNo, limits.restAfterNo, (restAfterNo) => set({ restAfterNo }), 0, 365)}
        {field(m.afterLetGo, limits.restAfterLetGo, (restAfterLetGo) => set({ restAfterLetGo }), 0, 730)}
        {field(
          m.review,
          reviewFrom / 100,
          (yuan) => onChange({ ...draft, reviewFrom: Math.round(yuan * 100) }),
          0,
          1_000_000,
        )}
      </div>
    </Section>
  )
}

/** The very rule of the server, asked while one types. */
function Attempt({ setting }: { setting: Setting }) {
  const { attempt: m } = useMessages(guardMessages)
  const language = useLanguage()
  const { today } = useSession()
  const [text, setText] = useState('')
  const found = text.trim() === '' ? null : checkRetentionText(text, setting, today)
  return (
    <Section title={m.title} remark={m.remark}>
      <div className="grid gap-2 py-3">
        <TextArea label={m.label} placeholder={m.example} value={text} onChange={setText} rows={3} maxLength={1000} />
        <div role="status" className="t13">
          {found?.length === 0 && <p className="text-jade">{m.fine}</p>}
          {found?.map((reason) => (
            <p key={JSON.stringify(reason)} className="text-amber">
              {sentence(words[language], reason)}
            </p>
          ))}
        </div>
      </div>
    </Section>
  )
}

function Stopped() {
  const { stopped: m } = useMessages(guardMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const rows = useRead('GET /api/retention-guard/stopped', {}).data?.rows
  return (
    <Section title={m.title} remark={m.remark}>
      {rows?.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {(rows ?? []).map(({ id, at, what, reason }) => (
          <Row key={id} note={sentence(words[language], reason)} end={format.shortDay(format.dayOf(at), today)}>
            {m.where[what.startsWith('offer/') ? 'offer' : what] ?? m.words(what)}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
