import { useState } from 'react'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { AskingForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import type { RetentionRules } from './retention-types.ts'
import { useSetRules } from './use-set-rules.ts'

/** The way out for each kind of customer, as it stands in every case. */
export function WayOutRules({ rules }: { rules: RetentionRules }) {
  const { rules: m } = useMessages(retentionMessages)
  const language = useLanguage()
  const [editing, setEditing] = useState<CustomerKind | null>(null)
  return (
    <Section title={m.wayOut} remark={m.wayOutRemark}>
      {customerKinds.map((kind) => (
        <div key={kind} className="border-b border-line py-2">
          <div className="flex items-center gap-2">
            <h3 className="t13 font-strong">{m.kinds[kind]}</h3>
            {rules.may.rule && editing === null && (
              <Button
                size="s"
                kind="bare"
                className="ml-auto"
                aria-label={`${m.edit} ${m.wayOut} ${m.kinds[kind]}`}
                onPress={() => setEditing(kind)}
              >
                {m.edit}
              </Button>
            )}
          </div>
          {editing === kind ? (
            <StepsForm rules={rules} kind={kind} onClose={() => setEditing(null)} />
          ) : (
            <ol className="t13 list-decimal pl-5 text-ink-2">
              {rules.wayOut[kind].map((step) => (
                <li key={step.zh}>{step[language]}</li>
              ))}
            </ol>
          )}
        </div>
      ))}
    </Section>
  )
}

/** A step a line, line for line the same in both languages. */
function StepsForm({ rules, kind, onClose }: { rules: RetentionRules; kind: CustomerKind; onClose: () => void }) {
  const { rules: m } = useMessages(retentionMessages)
  const { set, pending } = useSetRules(rules.version)
  const [zh, setZh] = useState(rules.wayOut[kind].map((step) => step.zh).join('\n'))
  const [en, setEn] = useState(rules.wayOut[kind].map((step) => step.en).join('\n'))
  const save = (): void => {
    const other = linesOf(en)
    const steps = linesOf(zh).map((line, place) => ({ zh: line, en: other[place] ?? line }))
    set({ wayOut: { ...rules.wayOut, [kind]: steps } }, m.saved, onClose)
  }
  return (
    <AskingForm save={m.save} pending={pending} onSubmit={save} onCancel={onClose}>
      <TextArea label={m.zh} value={zh} onChange={setZh} isRequired />
      <TextArea label={m.en} value={en} onChange={setEn} isRequired />
    </AskingForm>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
