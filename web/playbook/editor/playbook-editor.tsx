import { type ReactNode, useState } from 'react'
import type { Draft } from '#domain/playbook/editing/draft.ts'
import { pathOf } from '#domain/playbook/editing/place.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { useWrite } from '#web/client/query.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { notify } from '#web/ui/toast.tsx'
import { Clashes } from './clashes.tsx'
import { EditorProvider, useEditor } from './editor-context.tsx'
import { FaultList } from './fault-list.tsx'
import { editorMessages } from './messages.ts'
import { Outline, type Spot } from './outline.tsx'
import { Publishing } from './publishing.tsx'
import { Rehearsal } from './rehearsal.tsx'
import { StepForm } from './step-form.tsx'
import { type Editing, type Opened, useDraft } from './use-draft.ts'
import { Versions } from './versions.tsx'
import { WholeForm } from './whole-form.tsx'
import { YamlFace } from './yaml-face.tsx'

const faces = ['form', 'yaml', 'preview', 'versions'] as const
type Face = (typeof faces)[number]

/** One playbook being written: filled in, as text, rehearsed, and its versions; the frame around it is the caller's. */
export function PlaybookEditor({
  opened,
  onLeave,
  children,
}: {
  opened: Opened
  /** The draft is gone: published or let go. */
  onLeave: () => void
  children: (parts: { draft: Draft; acts: ReactNode; body: ReactNode }) => ReactNode
}) {
  const m = useMessages(editorMessages)
  const editing = useDraft(opened)
  const [face, setFace] = useState<Face>('form')
  const [publishing, setPublishing] = useState(false)
  const drop = useDrop(opened.key, editing, onLeave)
  const { draft, undo, redo } = editing
  const acts = (
    <>
      <span role="status" className="t12 text-ink-3 max-md:hidden">
        {m.saving[editing.saving]}
      </span>
      <IconButton
        label={m.undo}
        icon="undo"
        hotkey="mod+z"
        hotkeyWhileTyping
        isDisabled={!undo}
        onPress={() => undo?.()}
      />
      <IconButton
        label={m.redo}
        icon="again"
        hotkey="mod+shift+z"
        hotkeyWhileTyping
        isDisabled={!redo}
        onPress={() => redo?.()}
      />
      {opened.mayPublish && (
        <Button kind="go" isDisabled={editing.saving === 'unchanged'} onPress={() => setPublishing(true)}>
          {m.publish}
        </Button>
      )}
    </>
  )
  const body = (
    <EditorProvider editing={editing} others={opened.others}>
      <div className="grid h-full min-h-0 grid-rows-[auto_auto_minmax(0,1fr)]">
        <div className="border-b border-line px-4 lg:px-5">
          <SegmentedTabs
            label={m.faces.label}
            items={faces.map((id) => ({ id, label: m.faces[id] }))}
            selected={face}
            onSelect={(id) => setFace(faces.find((one) => one === id) ?? 'form')}
          />
        </div>
        <Clashes editing={editing} />
        <div className="min-h-0 overflow-y-auto">
          {face === 'form' && <FormFace onUndo={() => undo?.()} />}
          {face === 'yaml' && <YamlFace onDraft={editing.replace} />}
          {face === 'preview' && <Rehearsal draft={draft} />}
          {face === 'versions' && (
            <Versions opened={opened} onDrop={editing.saving === 'unchanged' ? null : () => void drop()} />
          )}
        </div>
      </div>
      {publishing && (
        <Publishing
          opened={opened}
          editing={editing}
          isOpen
          onClose={() => setPublishing(false)}
          onPublished={() => {
            setPublishing(false)
            onLeave()
          }}
        />
      )}
    </EditorProvider>
  )
  return children({ draft, acts, body })
}

/** Lets the draft go; the notice takes it back. */
const useDrop = (key: string, editing: Editing, onLeave: () => void) => {
  const m = useMessages(editorMessages)
  const drop = useWrite('DELETE /api/playbook-drafts/:key')
  const again = useWrite('PUT /api/playbook-drafts/:key')
  return async (): Promise<void> => {
    await editing.settle()
    const { draft } = editing
    const undo = (): void => again.mutate({ params: { key }, body: { base: 0, draft } }, { onSuccess: onLeave })
    drop.mutate(
      { params: { key } },
      {
        onSuccess: () => {
          notify({ text: m.versions.dropped, undo })
          onLeave()
        },
      },
    )
  }
}

function FormFace({ onUndo }: { onUndo: () => void }) {
  const m = useMessages(editorMessages)
  const { draft, problems } = useEditor()
  const [chosen, setSpot] = useState<Spot>('whole')
  const spot = typeof chosen === 'number' && chosen >= draft.steps.length ? 'whole' : chosen
  const goTo = ({ field }: Problem): void => {
    const [list, place] = pathOf(field)
    setSpot(list === 'steps' && typeof place === 'number' ? place : 'whole')
    requestAnimationFrame(() => focusOn(field))
  }
  const lacking = (language: 'zh' | 'en'): number =>
    problems.filter(({ field, said }) => said.code === 'text.empty' && field.endsWith(`.${language}`)).length
  const missing = m.missing(lacking('zh'), lacking('en'))
  return (
    <div className="grid min-h-full md:grid-cols-[260px_minmax(0,1fr)] xl:grid-cols-[260px_minmax(0,1fr)_320px]">
      <Outline spot={spot} onSpot={setSpot} onUndo={onUndo} />
      <div className="min-w-0 px-4 py-4 lg:px-6">
        {spot === 'whole' ? <WholeForm /> : <StepForm key={draft.steps[spot]?.id} place={spot} />}
      </div>
      <aside
        aria-label={m.faultsTitle}
        className="border-line px-4 py-3 max-xl:col-span-full max-xl:border-t xl:border-l"
      >
        <p role="status" className={`t13 ${problems.length > 0 ? 'text-amber' : 'text-ink-3'}`}>
          {m.faults(problems.length)}
        </p>
        {missing !== '' && <p className="t12 text-ink-3">{missing}</p>}
        <FaultList problems={problems} draft={draft} onOpen={goTo} />
      </aside>
    </div>
  )
}

/** The control of a field, or the nearest place around it that there is. */
const focusOn = (field: string): void => {
  const path = field.split(/(?=[.[])/)
  for (let length = path.length; length > 0; length -= 1) {
    const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path.slice(0, length).join(''))}"]`)
    if (!place) continue
    place.scrollIntoView({ block: 'center' })
    place.querySelector<HTMLElement>('input, textarea, button')?.focus()
    return
  }
}
