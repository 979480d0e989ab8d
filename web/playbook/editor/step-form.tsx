import type { Branch, Step } from '#domain/playbook/definition.ts'
import type { Path } from '#domain/playbook/locate.ts'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { ConditionPart } from './condition-part.tsx'
import { useEditor, usePart } from './editor-context.tsx'
import { LinePart } from './line-part.tsx'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'
import { ChoicePart, FlagPart, IdPart, MaybeText, TextPart } from './part-fields.tsx'
import { PartList } from './part-list.tsx'

/** One step: what it is for, what to say, what to achieve, and where the customer's reactions lead. */
export function StepForm({ place }: { place: number }) {
  const m = useMessages(editorMessages)
  const { choiceNames } = useNames()
  const path: Path = ['steps', place]
  return (
    <div className="flex flex-col gap-4">
      <TextPart path={[...path, 'title']} />
      <TextPart path={[...path, 'aim']} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <ChoicePart path={[...path, 'kind']} choices={choiceNames.stepKind} />
        <IdPart path={[...path, 'id']} />
        <FlagPart path={[...path, 'discloses']} spoken />
        <FlagPart path={[...path, 'aside']} />
      </div>
      <ConditionPart path={[...path, 'when']} />
      <Needs place={place} />
      <PartList path={[...path, 'say']} list="say">
        {(entry) => <LinePart path={entry} />}
      </PartList>
      <PartList path={[...path, 'checks']} list="checks">
        {(entry) => (
          <>
            <TextPart path={[...entry, 'label']} />
            <MaybeText path={[...entry, 'evidence']} />
            <Exception path={entry} />
            <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
              <FlagPart path={[...entry, 'required']} spoken />
              <FlagPart path={[...entry, 'assumed']} />
              <ChoicePart path={[...entry, 'seen']} choices={choiceNames.seen} none={m.byHand} />
              <ChoicePart path={[...entry, 'shows']} choices={choiceNames.shows} none={m.noBasic} />
              <IdPart path={[...entry, 'id']} />
            </div>
            <ConditionPart path={[...entry, 'when']} />
          </>
        )}
      </PartList>
      <PartList path={[...path, 'skills']} list="skills">
        {(entry) => (
          <>
            <TextPart path={[...entry, 'label']} />
            <TextPart path={[...entry, 'words']} long />
            <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
              <ChoicePart path={[...entry, 'side']} choices={choiceNames.side} />
              <ChoicePart path={[...entry, 'shows']} choices={choiceNames.shows} none={m.noBasic} />
              <FlagPart path={[...entry, 'confirms']} />
              <IdPart path={[...entry, 'id']} />
            </div>
          </>
        )}
      </PartList>
      <PartList path={[...path, 'branches']} list="branches">
        {(entry) => (
          <>
            <TextPart path={[...entry, 'label']} />
            <LinePart path={[...entry, 'say']} />
            <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
              <Way path={entry} />
              <IdPart path={[...entry, 'id']} />
            </div>
          </>
        )}
      </PartList>
      <PartList path={[...path, 'questions']} list="questions">
        {(entry) => (
          <>
            <TextPart path={[...entry, 'ask']} />
            <TextPart path={[...entry, 'answer']} long />
            <ConditionPart path={[...entry, 'when']} />
          </>
        )}
      </PartList>
      <PartList path={[...path, 'captures']} list="captures">
        {(entry) => (
          <>
            <ChoicePart path={[...entry, 'kind']} choices={choiceNames.captureKind} />
            <TextPart path={[...entry, 'prompt']} />
          </>
        )}
      </PartList>
      <PartList path={[...path, 'tips']} list="tips">
        {(entry) => (
          <>
            <TextPart path={[...entry, 'text']} />
            <ConditionPart path={[...entry, 'when']} />
          </>
        )}
      </PartList>
    </div>
  )
}

/** What is asked for only where a check is taken as in order. */
function Exception({ path }: { path: Path }) {
  const { value } = usePart<{ assumed?: boolean }>(path)
  return value?.assumed === true && <MaybeText path={[...path, 'exception']} />
}

/** Where a reaction leads: a step, an end, or ringing again; one of the three. */
function Way({ path }: { path: Path }) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const language = useLanguage()
  const { draft, faultAt } = useEditor()
  const { value, write, fault } = usePart<Branch>(path)
  if (!value) return null
  const { goTo: _goTo, ends: _ends, redial: _redial, ...rest } = value
  const chosen = value.goTo !== undefined ? `goTo:${value.goTo}` : value.redial ? 'redial:' : `ends:${value.ends ?? ''}`
  const options = [
    ...draft.steps.map(({ id, title }) => ({ id: `goTo:${id}`, label: `${m.ways.goTo} · ${title[language] || id}` })),
    ...Object.entries(names.choiceNames.outcome).map(([id, label]) => ({
      id: `ends:${id}`,
      label: `${m.ways.ends} · ${label}`,
    })),
    { id: 'redial:', label: m.ways.redial },
  ]
  const choose = (id: string): void => {
    const [way = '', ...to] = id.split(':')
    write({ ...rest, [way]: way === 'redial' ? true : to.join(':') })
  }
  return (
    <Select
      label={m.way}
      className="min-w-64"
      options={options}
      value={chosen}
      onChange={choose}
      error={fault ?? faultAt([...path, 'goTo']) ?? faultAt([...path, 'ends'])}
    />
  )
}

/** Checks of earlier steps that come first [S-46]. */
function Needs({ place }: { place: number }) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const language = useLanguage()
  const { draft, faultsIn } = useEditor()
  const path: Path = ['steps', place, 'needs']
  const { value = [], write } = usePart<Step['needs']>(path)
  const earlier = draft.steps
    .slice(0, place)
    .flatMap((step) => step.checks.map(({ id, label }) => ({ id: `${step.id}.${id}`, label: label[language] || id })))
  const lost = value.filter((name) => !earlier.some(({ id }) => id === name)).map((id) => ({ id, label: id }))
  if (earlier.length + lost.length === 0) return null
  return (
    <CheckboxGroup
      label={names.partNames.needs}
      hint={m.needsHint}
      options={[...earlier, ...lost]}
      value={value}
      onChange={(chosen) => write(chosen.length === 0 ? undefined : chosen)}
      error={faultsIn(path) > 0 ? m.noNeeds : undefined}
    />
  )
}
