import { type FormEvent, useState } from 'react'
import { copyOf } from '#domain/playbook/editing/blank.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { send } from '#web/client/send.ts'
import { Button } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { editorMessages } from './messages.ts'

/** A new playbook, begun from the words of another. */
export function BeginPlaybook({ onOpen }: { onOpen: (key: string) => void }) {
  const m = useMessages(editorMessages)
  return (
    <Popover
      label={m.begin.title}
      placement="bottom end"
      trigger={
        <Button icon="plus" className="max-md:hidden">
          {m.begin.open}
        </Button>
      }
    >
      <Begin onOpen={onOpen} />
    </Popover>
  )
}

function Begin({ onOpen }: { onOpen: (key: string) => void }) {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const { data } = useRead('GET /api/playbook-editions', {})
  const [from, setFrom] = useState<string | null>(null)
  const [id, setId] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const rows = data?.playbooks ?? []
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return setProblem(m.begin.idHint)
    if (rows.some(({ key }) => key === id)) return setProblem(m.begin.idTaken)
    if (from === null) return undefined
    try {
      const opened = await send('GET /api/playbook-editions/:key', { params: { key: from } })
      const words = opened.current ?? opened.file ?? opened.draft?.body
      if (!words) return undefined
      await send('PUT /api/playbook-drafts/:key', {
        params: { key: id },
        body: { base: 0, draft: copyOf(words, id), pack: opened.pack.id },
      })
      return onOpen(id)
    } catch (error) {
      return setProblem(errorText(error))
    }
  }
  return (
    <form onSubmit={(event) => void begin(event)} className="grid w-72 gap-3">
      <b className="t14">{m.begin.title}</b>
      <ComboBox
        label={m.begin.from}
        options={rows.map(({ key, title }) => ({ id: key, label: title[language], note: key }))}
        value={from}
        onChange={setFrom}
        isRequired
      />
      <TextField label={m.begin.id} hint={m.begin.idHint} value={id} onChange={setId} error={problem} isRequired />
      <Button type="submit" kind="go">
        {m.begin.go}
      </Button>
    </form>
  )
}
