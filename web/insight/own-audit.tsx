import { type FormEvent, useState } from 'react'
import { type AuditedStandard, auditedStandards, type AuditEntry } from '#domain/insight/seven-standards.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { standardMessages } from './standard-messages.ts'
import { auditQuestions, type Standards, standardNames, standardWords } from './standard-words.ts'

/** What the team asks itself, its score and what that rests on, beside the figures that were computed [S-44]. */
export function OwnAudit({ standards }: { standards: Standards }) {
  const m = useMessages(standardMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const [writing, setWriting] = useState(false)
  const { audit, unit } = standards
  return (
    <Section
      title={m.audit.title}
      remark={audit ? m.audit.remark(audit.by, format.shortDay(format.dayOf(audit.at), today)) : undefined}
      end={
        unit &&
        !writing && (
          <Button size="s" onPress={() => setWriting(true)}>
            {audit ? m.audit.again : m.audit.write}
          </Button>
        )
      }
    >
      {writing && unit ? (
        <AuditForm
          key={standards.month}
          entries={audit?.entries ?? []}
          unit={unit.id}
          month={standards.month}
          onDone={() => setWriting(false)}
        />
      ) : audit ? (
        <Entries entries={audit.entries} />
      ) : (
        <p className="t13 py-2 text-ink-2">{unit ? m.audit.none : m.audit.noUnit}</p>
      )}
    </Section>
  )
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const language = useLanguage()
  return (
    <dl className="t13">
      {entries.map(({ standard, score, evidence }) => (
        <div key={standard} className="grid grid-cols-[96px_24px_minmax(0,1fr)] gap-2 border-b border-line py-[7px]">
          <dt className="text-ink-3">{standardNames[language][standard]}</dt>
          <dd className="num font-strong">{score}</dd>
          <dd>{evidence}</dd>
        </div>
      ))}
    </dl>
  )
}

type FormProps = { entries: readonly AuditEntry[]; unit: string; month: string; onDone: () => void }

function AuditForm({ entries, unit, month, onDone }: FormProps) {
  const m = useMessages(standardMessages)
  const language = useLanguage()
  const reasonText = useReasonText(standardWords)
  const write = useWrite('PUT /api/standards/:unit/:month')
  const [draft, setDraft] = useState<AuditEntry[]>(() =>
    auditedStandards.map(
      (standard) => entries.find((one) => one.standard === standard) ?? { standard, score: 0, evidence: '' },
    ),
  )
  const change = (standard: AuditedStandard, to: Partial<AuditEntry>): void =>
    setDraft(draft.map((one) => (one.standard === standard ? { ...one, ...to } : one)))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    write.mutate(
      { params: { unit, month }, body: { entries: draft } },
      {
        onSuccess: () => {
          notify({ text: m.audit.saved })
          onDone()
        },
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 py-3">
      {draft.map(({ standard, score, evidence }) => {
        const name = standardNames[language][standard]
        return (
          <fieldset key={standard} className="flex flex-col gap-1.5 border-b border-line pb-3">
            <legend className="t13 font-strong">{name}</legend>
            <ul className="t13 text-ink-2">
              {auditQuestions[language][standard].map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
            <RadioGroup
              label={m.audit.score(name)}
              labelHidden
              value={score > 0 ? String(score) : null}
              onChange={(value) => change(standard, { score: Number(value) })}
              options={['1', '2', '3', '4', '5'].map((id) => ({ id, label: id }))}
            />
            <TextField
              label={m.audit.evidence(name)}
              labelHidden
              placeholder={m.audit.evidence(name)}
              value={evidence}
              onChange={(text) => change(standard, { evidence: text })}
            />
          </fieldset>
        )
      })}
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={write.isPending}>
          {m.audit.save}
        </Button>
        <Button kind="bare" onPress={onDone}>
          {m.audit.cancel}
        </Button>
      </div>
    </form>
  )
}
