import { useState } from 'react'
import { attitudeWords } from '#domain/retention/rules.ts'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { AskingForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import type { RetentionRules } from './retention-types.ts'
import { useSetRules } from './use-set-rules.ts'

/** The three words above the board's rounds; empty until a trainer writes what they mean. */
export function AttitudeCard({ level = 3 }: { level?: 2 | 3 }) {
  const { attitude: m } = useMessages(retentionMessages)
  const { data } = useRead('GET /api/retention-rules', {})
  const [writing, setWriting] = useState(false)
  if (!data) return null
  return (
    <Section
      level={level}
      title={m.title}
      className="mt-3"
      end={
        data.may.teach &&
        !writing && (
          <Button size="s" kind="bare" onPress={() => setWriting(true)}>
            {m.fill}
          </Button>
        )
      }
    >
      {writing ? <Writing rules={data} onClose={() => setWriting(false)} /> : <Words rules={data} />}
    </Section>
  )
}

function Words({ rules }: { rules: RetentionRules }) {
  const { attitude: m } = useMessages(retentionMessages)
  if (attitudeWords.every((word) => rules.attitude[word] === ''))
    return <p className="t13 py-2 text-ink-3">{m.empty}</p>
  return (
    <dl className="t13 grid gap-x-6 gap-y-1 py-2 md:grid-cols-3">
      {attitudeWords.map((word) => (
        <div key={word}>
          <dt className="font-strong">{m.words[word]}</dt>
          <dd className={rules.attitude[word] === '' ? 'text-ink-3' : 'text-ink-2'}>
            {rules.attitude[word] || m.empty}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Writing({ rules, onClose }: { rules: RetentionRules; onClose: () => void }) {
  const { attitude: m } = useMessages(retentionMessages)
  const { set, pending } = useSetRules(rules.version)
  const [words, setWords] = useState(rules.attitude)
  return (
    <AskingForm
      save={m.save}
      pending={pending}
      onSubmit={() => set({ attitude: words }, m.saved, onClose)}
      onCancel={onClose}
    >
      <p className="t12 text-ink-3">{m.hint}</p>
      {attitudeWords.map((word) => (
        <TextField
          key={word}
          label={m.words[word]}
          value={words[word]}
          onChange={(text) => setWords({ ...words, [word]: text })}
          maxLength={400}
        />
      ))}
    </AskingForm>
  )
}
