import { type FormEvent, useState } from 'react'
import { ownLevels } from '#domain/coach/own-level.ts'
import type { OwnRule, OwnRuleField } from '#domain/coach/own-rule.ts'
import { ruleWordsEn } from '#domain/coach/words.en.ts'
import { ruleWordsZh } from '#domain/coach/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { OwnShown } from './address.ts'
import { coachMessages } from './messages.ts'
import { useFaults } from './use-draft.ts'

const words = { zh: ruleWordsZh, en: ruleWordsEn }

type Lists = 'words' | 'unless' | 'examples' | 'counterExamples'
type Written = Omit<OwnRule, Lists> & Record<Lists, string>

const blank = (language: 'zh' | 'en'): Written => ({
  language,
  level: 'avoid',
  title: '',
  words: '',
  pattern: '',
  unless: '',
  rewrite: '',
  why: '',
  examples: '',
  counterExamples: '',
})

const writtenOf = ({ words, unless, examples, counterExamples, ...rest }: OwnRule): Written => ({
  ...rest,
  words: words.join('\n'),
  unless: unless.join('\n'),
  examples: examples.join('\n'),
  counterExamples: counterExamples.join('\n'),
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const ruleOf = (written: Written) => ({
  ...written,
  words: linesOf(written.words),
  unless: linesOf(written.unless),
  examples: linesOf(written.examples),
  counterExamples: linesOf(written.counterExamples),
})

/** A rule of our own as a form, tried on its examples with every pause; publishing asks the same of it [P-35]. */
export function OwnRuleForm({ rule, onClose }: { rule: OwnShown | null; onClose: () => void }) {
  const { form: m } = useMessages(coachMessages)
  return (
    <Drawer title={rule?.draft.title || m.title} isOpen onClose={onClose}>
      <Fields rule={rule} onClose={onClose} />
    </Drawer>
  )
}

function Fields({ rule, onClose }: { rule: OwnShown | null; onClose: () => void }) {
  const { form: m, own, levels, rules } = useMessages(coachMessages)
  const language = useLanguage()
  const text = useReasonText(words)
  const keep = useWrite('PUT /api/coach/rules/:id')
  const publish = useWrite('POST /api/coach/rules/:id/publish')
  const [id] = useState(rule?.id ?? freshId())
  const [version, setVersion] = useState(rule?.version ?? null)
  const [written, setWritten] = useState(() => (rule ? writtenOf(rule.draft) : blank(language)))
  const [draft, setDraft] = useState(() => ruleOf(written))
  const faults = useFaults(draft)
  const write = (change: Partial<Written>): void => {
    const next = { ...written, ...change }
    setWritten(next)
    setDraft(ruleOf(next))
  }
  const problem = (error: unknown): void => notify({ text: text(error), tone: 'problem' })
  const save = (then: (version: number) => void): void =>
    keep.mutate(
      { params: { id }, body: { draft, baseVersion: version } },
      {
        onSuccess: (kept) => {
          setVersion(kept.version)
          then(kept.version)
        },
        onError: problem,
      },
    )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save((baseVersion) =>
      publish.mutate(
        { params: { id }, body: { baseVersion } },
        {
          onSuccess: ({ edition }) => {
            notify({ text: own.published(draft.title, edition) })
            onClose()
          },
          onError: problem,
        },
      ),
    )
  }
  const keepOnly = (): void =>
    save(() => {
      notify({ text: m.saved })
      onClose()
    })
  const wrongWith = (field: OwnRuleField): string | undefined => {
    const fault = faults?.find((one) => one.field === field)
    return fault && written[field].trim() !== '' ? sentence(words[language], fault.said) : undefined
  }
  const area = (field: Lists, label: string, hint: string, rows: number) => (
    <TextArea
      label={label}
      hint={hint}
      value={written[field]}
      onChange={(typed) => write({ [field]: typed })}
      error={wrongWith(field)}
      rows={rows}
    />
  )
  return (
    <form onSubmit={submit} className="grid gap-3 pt-3">
      <TextField
        label={m.name}
        placeholder={m.nameExample}
        value={written.title}
        onChange={(title) => write({ title })}
        maxLength={40}
        autoFocus={rule === null}
      />
      <div className="grid grid-cols-2 gap-3">
        <RadioGroup
          label={m.language}
          options={(['zh', 'en'] as const).map((one) => ({ id: one, label: rules.languages[one] }))}
          value={written.language}
          onChange={(chosen) => write({ language: chosen })}
        />
        <RadioGroup
          label={m.level}
          options={ownLevels.map((one) => ({ id: one, label: levels[one] }))}
          value={written.level}
          onChange={(level) => write({ level })}
        />
      </div>
      <p className="t12 text-ink-3">{m.levelHint}</p>
      {area('words', m.words, m.wordsHint, 2)}
      {area('unless', m.unless, m.unlessHint, 2)}
      <TextField
        label={m.rewrite}
        value={written.rewrite}
        onChange={(rewrite) => write({ rewrite })}
        maxLength={200}
        error={wrongWith('rewrite')}
      />
      <TextField
        label={m.why}
        hint={m.whyHint}
        value={written.why}
        onChange={(why) => write({ why })}
        maxLength={200}
      />
      {area('examples', m.examples, m.examplesHint, 3)}
      {area('counterExamples', m.counter, m.examplesHint, 3)}
      <TextField
        label={m.pattern}
        hint={m.patternHint}
        value={written.pattern}
        onChange={(pattern) => write({ pattern })}
        maxLength={400}
        error={wrongWith('pattern')}
      />
      <p role="status" className={`t13 min-h-5 ${faults?.length === 0 ? 'text-jade' : 'text-ink-3'}`}>
        {faults?.length === 0 && m.good}
      </p>
      <div className="flex gap-2">
        <Button type="submit" kind="go" isDisabled={faults === null || faults.length > 0} isPending={publish.isPending}>
          {m.publish}
        </Button>
        <Button isPending={keep.isPending} onPress={keepOnly}>
          {m.save}
        </Button>
      </div>
    </form>
  )
}
