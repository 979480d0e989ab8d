import { type FormEvent, useState } from 'react'
import { lintWordsEn, lintWordsZh } from '#domain/coach/lint-playbook.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { CoachedArea } from '#web/client/coach/coached-area.tsx'
import { guardEn, lawEn } from '#domain/retention/guard-words.en.ts'
import { guardZh, lawZh } from '#domain/retention/guard-words.zh.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Script } from './library.ts'
import { scriptMessages } from './messages.ts'
import { lineVersions } from './versions.tsx'

const words = {
  zh: { ...problemWordsZh, ...lintWordsZh, ...guardZh, ...lawZh },
  en: { ...problemWordsEn, ...lintWordsEn, ...guardEn, ...lawEn },
}
const uses = ['turns', 'instead', 'later'] as const
const empty = { zh: '', en: '' }

/** A lead's wording of a script, begun from the one in use; what the coach marks comes back as reasons [S-30][H-42]. */
export function ReviseForm({ script, onClose }: { script: Script; onClose: () => void }) {
  const { revise: m, versions } = useMessages(scriptMessages)
  const reasonsOf = useReasons()
  const write = useWrite('PUT /api/scripts/:pack/:script/wordings/:id')
  const now = script.wordings.findLast(({ live }) => live) ?? script.wordings[0]
  const [id] = useState(freshId)
  const [draft, setDraft] = useState(() => ({
    first: now?.words.first ?? empty,
    familiar: now?.words.familiar ?? empty,
    difficult: now?.words.difficult ?? empty,
    fallback: now?.words.fallback ?? null,
  }))
  const [why, setWhy] = useState('')
  const [use, setUse] = useState<(typeof uses)[number]>('turns')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const [pack = '', name = ''] = script.key.split('/')
    write.mutate(
      { params: { pack, script: name, id }, body: { ...draft, why, use } },
      {
        onSuccess: ({ version }) => {
          notify({ text: m.saved(version) })
          onClose()
        },
      },
    )
  }
  const fields = draft.fallback ? ([...lineVersions, 'fallback'] as const) : lineVersions
  return (
    <Drawer title={m.title} remark={m.remark} isOpen onClose={onClose}>
      <form className="grid gap-3 pt-3" onSubmit={submit}>
        <p className="t12 text-ink-3">{m.slots}</p>
        {fields.map((field) => {
          const name = field === 'fallback' ? m.fallback : versions[field]
          const value = draft[field] ?? empty
          return (
            <fieldset key={field} className="grid gap-2 border-t border-line pt-2">
              <legend className="t13 text-ink-3">{name}</legend>
              {(['zh', 'en'] as const).map((language) => (
                <CoachedArea
                  key={language}
                  label={`${name} · ${m[language]}`}
                  value={value[language]}
                  onChange={(text) => setDraft({ ...draft, [field]: { ...value, [language]: text } })}
                  rows={2}
                  isRequired
                />
              ))}
            </fieldset>
          )
        })}
        <TextField
          label={m.why}
          hint={m.whyHint}
          value={why}
          onChange={setWhy}
          minLength={4}
          maxLength={200}
          isRequired
        />
        <RadioGroup
          label={m.use}
          options={uses.map((one) => ({ id: one, label: m.uses[one] }))}
          value={use}
          onChange={setUse}
        />
        {write.error && (
          <ul role="alert" className="t13 text-red">
            {reasonsOf(write.error).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        <Button kind="go" type="submit" isPending={write.isPending} hotkey="mod+Enter" hotkeyWhileTyping>
          {m.save}
        </Button>
      </form>
    </Drawer>
  )
}

/** What is wrong with the words, each told of the field it stands in, as the form names it. */
const useReasons = (): ((refused: Refused) => string[]) => {
  const { revise: m, versions } = useMessages(scriptMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const fieldOf = (step: string): string => {
    const [version, told] = step.split(' ')
    const name = version === 'fallback' ? m.fallback : versions[lineVersions.find((one) => one === version) ?? 'first']
    return `${name} · ${told === 'en' ? m.en : m.zh}`
  }
  return (refused) => {
    const told = (refused.reply.reasons ?? []).map(({ code, params }) =>
      sentence(words[language], {
        code,
        params: typeof params['step'] === 'string' ? { ...params, step: fieldOf(params['step']) } : params,
      }),
    )
    return told.length > 0 ? told : [errorText(refused)]
  }
}
