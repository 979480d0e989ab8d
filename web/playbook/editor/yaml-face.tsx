import { useEffect, useRef, useState } from 'react'
import { type Draft, takeYaml, writePlaybook } from '#domain/playbook/editing/draft.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { useMessages } from '#web/ui/messages.ts'
import { TextArea } from '#web/ui/text-area.tsx'
import { FaultList } from './fault-list.tsx'
import { useEditor } from './editor-context.tsx'
import { editorMessages } from './messages.ts'

const LOOKED_AT_AFTER_MS = 350

/**
 * The same draft as text. What can be taken for a playbook is taken at once, and the form shows it; what cannot is refused by
 * line, and stays here as typed until it is mended.
 */
export function YamlFace({ onDraft }: { onDraft: (draft: Draft) => void }) {
  const m = useMessages(editorMessages)
  const { draft, problems } = useEditor()
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState({ text: writePlaybook(draft), of: draft })
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const text = typed.of === draft ? typed.text : writePlaybook(draft)
  const [looking, setLooking] = useState<string | null>(null)
  useEffect(() => {
    if (looking === null) return undefined
    const timer = setTimeout(() => {
      setLooking(null)
      const taken = takeYaml(draft.id, looking)
      setRefused(taken.ok ? [] : taken.error)
      if (!taken.ok) return
      setTyped({ text: looking, of: taken.value })
      onDraft(taken.value)
    }, LOOKED_AT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [looking, draft.id, onDraft])
  const write = (next: string): void => {
    setTyped({ text: next, of: draft })
    setLooking(next)
  }
  const goTo = ({ line }: Problem): void => {
    const area = box.current?.querySelector('textarea')
    if (!area) return
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0)
    area.focus()
    area.setSelectionRange(start, start + (text.split('\n')[line - 1] ?? '').length)
    area.scrollTop = (area.scrollHeight / text.split('\n').length) * Math.max(0, line - 4)
  }
  return (
    <div className="grid gap-4 p-4 lg:grid-cols-[minmax(0,1fr)_320px] lg:px-5">
      <div
        ref={box}
        className="[&_textarea]:h-[70dvh] [&_textarea]:max-h-none [&_textarea]:font-mono [&_textarea]:text-[13px] [&_textarea]:leading-5 [&_textarea]:whitespace-pre"
      >
        <TextArea
          label={m.yaml.label}
          hint={m.yaml.remark}
          rows={30}
          value={text}
          onChange={write}
          spellCheck="false"
        />
      </div>
      <div role="status">
        {refused.length > 0 ? (
          <>
            <p className="t13 font-strong text-amber">{m.yaml.refused}</p>
            <FaultList problems={refused} onOpen={goTo} />
          </>
        ) : (
          <>
            <p className="t13 text-ink-3">{looking === null ? m.yaml.taken : ''}</p>
            <FaultList problems={problems} onOpen={goTo} />
          </>
        )}
      </div>
    </div>
  )
}
