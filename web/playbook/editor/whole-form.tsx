import type { PlaybookTask } from '#domain/playbook/definition.ts'
import { fieldName, type Path } from '#domain/playbook/locate.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { ConditionPart } from './condition-part.tsx'
import { useEditor, usePart } from './editor-context.tsx'
import { LinePart } from './line-part.tsx'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'
import { ChoicePart, ChoicesPart, FlagPart, IdPart, NumberPart, PlainPart, TextPart } from './part-fields.tsx'
import { PartList } from './part-list.tsx'

/** The playbook as a whole: what it is, when it is used, what comes at the end and after. */
export function WholeForm() {
  const m = useMessages(editorMessages)
  const { choiceNames, partNames } = useNames()
  return (
    <div className="flex flex-col gap-6">
      <Section title={m.sections.about}>
        <div className="flex flex-col gap-4 pt-3">
          <TextPart path={['title']} />
          <TextPart path={['aim']} long />
          <Sources />
        </div>
      </Section>
      <Section title={m.sections.use}>
        <div className="flex flex-col gap-4 pt-3">
          <ChoicesPart path={['directions']} choices={choiceNames.direction} needed />
          <ChoicesPart path={['channels']} choices={choiceNames.channel} hint={m.onCall} />
          <ChoicesPart path={['customerKinds']} choices={choiceNames.customerKind} hint={m.anyKind} />
          <ChoicePart path={['contactPurpose']} choices={choiceNames.contactPurpose} none={m.optional} />
          <ChoicesPart path={['occasions']} choices={choiceNames.occasion} />
          <FlagPart path={['asksAim']} />
          <PartList path={['goodHours']} list="goodHours">
            {(entry) => (
              <div className="flex gap-3">
                <PlainPart path={[...entry, 'from']} />
                <PlainPart path={[...entry, 'to']} />
              </div>
            )}
          </PartList>
          <Maybe path={['suggestWhen']} label={m.turnOn.suggestWhen} blank={{}}>
            <ConditionPart path={['suggestWhen']} keep />
          </Maybe>
          <PartList path={['purposes']} list="purposes" maybe>
            {(entry) => (
              <>
                <TextPart path={[...entry, 'title']} />
                <Heed path={[...entry, 'heed']} />
                <IdPart path={[...entry, 'id']} />
              </>
            )}
          </PartList>
        </div>
      </Section>
      <Section title={m.sections.end}>
        <div className="flex flex-col gap-4 pt-3">
          <FlagPart path={['sameDay']} />
          <Maybe path={['offers']} label={m.turnOn.offers} blank={{ most: 2, wayOut: '' }}>
            <div className="flex flex-wrap gap-4">
              <NumberPart path={['offers', 'most']} least={1} />
              <StepChoice path={['offers', 'wayOut']} />
            </div>
          </Maybe>
          <Maybe path={['followUp']} label={m.turnOn.followUp} blank={{ withinDays: 7, about: { zh: '', en: '' } }}>
            <NumberPart path={['followUp', 'withinDays']} unit={m.days} least={1} />
            <TextPart path={['followUp', 'about']} />
            <ConditionPart path={['followUp', 'when']} />
          </Maybe>
          <PartList path={['forms']} list="forms" maybe>
            {(entry) => (
              <>
                <TextPart path={[...entry, 'title']} />
                <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
                  <PlainPart path={[...entry, 'form']} />
                  <FlagPart path={[...entry, 'signed']} />
                </div>
                <ConditionPart path={[...entry, 'when']} />
              </>
            )}
          </PartList>
          <PartList path={['tasks']} list="tasks" maybe>
            {(entry) => <TaskEntry path={entry} />}
          </PartList>
        </div>
      </Section>
      <Section title={m.sections.reach}>
        <PartList path={['missed']} list="missed" title={partNames.missed}>
          {(entry) => <MissedEntry path={entry} />}
        </PartList>
      </Section>
    </div>
  )
}

function Sources() {
  const m = useMessages(editorMessages)
  const { partNames } = useNames()
  const { value = [], write, fault } = usePart<string[]>(['sources'])
  const { faultsIn, faultAt } = useEditor()
  const wrong = faultsIn(['sources']) > 0 ? value.map((_, at) => faultAt(['sources', at])).find(Boolean) : undefined
  return (
    <div data-field="sources">
      <TextField
        label={partNames.sources}
        hint={m.sourcesHint}
        value={value.join(', ')}
        onChange={(text) => write(text.split(/[,，\s]+/).filter((id, at, all) => id !== '' || at < all.length - 1))}
        error={fault ?? wrong}
      />
    </div>
  )
}

/** A part that a playbook has or has not: ticked, it opens. */
function Maybe({
  path,
  label,
  blank,
  children,
}: {
  path: Path
  label: string
  blank: unknown
  children: React.ReactNode
}) {
  const { value, write } = usePart<unknown>(path)
  return (
    <div className="flex flex-col gap-3" data-field={fieldName(path)}>
      <Checkbox isSelected={value !== undefined} onChange={(on) => write(on ? blank : undefined)}>
        {label}
      </Checkbox>
      {value !== undefined && <div className="flex flex-col gap-3 border-l-2 border-line-2 pl-4">{children}</div>}
    </div>
  )
}

function Heed({ path }: { path: Path }) {
  const m = useMessages(editorMessages)
  const { partNames } = useNames()
  const { value = [], write } = usePart<unknown[]>(path)
  return (
    <div className="flex flex-col gap-2">
      {value.map((_, place) => (
        <TextPart key={place} path={[...path, place]} label={`${partNames.heed} ${place + 1}`} />
      ))}
      <span className="flex gap-2">
        <Button size="s" kind="bare" icon="plus" onPress={() => write([...value, { zh: '', en: '' }])}>
          {m.add(partNames.heed)}
        </Button>
        {value.length > 1 && (
          <Button size="s" kind="bare" icon="minus" onPress={() => write(value.slice(0, -1))}>
            {m.remove(partNames.heed)}
          </Button>
        )}
      </span>
    </div>
  )
}

function StepChoice({ path }: { path: Path }) {
  const language = useLanguage()
  const { draft } = useEditor()
  const choices = Object.fromEntries(draft.steps.map(({ id, title }) => [id, title[language] || id]))
  return <ChoicePart path={path} choices={choices} />
}

const dues = ['withinDays', 'workdays', 'onDay', 'waits'] as const
const firstDue = { withinDays: 1, workdays: 1, onDay: 'subject', waits: 'arrival' } as const

/** Something for another day: by which playbook, and when; one way to say when. */
function TaskEntry({ path }: { path: Path }) {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const { others, draft } = useEditor()
  const { value, write, fault } = usePart<PlaybookTask>(path)
  if (!value) return null
  const chosen = dues.find((due) => value[due] !== undefined) ?? null
  const { withinDays: _w, workdays: _d, onDay: _o, waits: _a, ...rest } = value
  const playbooks = Object.fromEntries(
    [...others, { key: draft.id, title: draft.title }].map(({ key, title }) => [key, title[language] || key]),
  )
  return (
    <>
      <TextPart path={[...path, 'about']} />
      <div className="flex flex-wrap items-end gap-4">
        <ChoicePart path={[...path, 'playbook']} choices={playbooks} />
        <Select
          label={m.due}
          options={dues.map((id) => ({ id, label: m.dues[id] }))}
          value={chosen}
          onChange={(due) => write({ ...rest, [due]: firstDue[due] })}
          error={fault}
        />
        {chosen === 'withinDays' && <NumberPart path={[...path, 'withinDays']} unit={m.days} least={0} />}
        {chosen === 'workdays' && <NumberPart path={[...path, 'workdays']} unit={m.days} least={1} />}
        <IdPart path={[...path, 'id']} />
      </div>
      <ConditionPart path={[...path, 'when']} />
    </>
  )
}

/** One of the six ways of reaching nobody: what is said, and whether we try again. */
function MissedEntry({ path }: { path: Path }) {
  const m = useMessages(editorMessages)
  const { choiceNames } = useNames()
  const retry = usePart<{ afterMinutes: number; atGoodHour: boolean }>([...path, 'retry'])
  return (
    <>
      <div className="flex flex-wrap items-end gap-4">
        <ChoicePart path={[...path, 'kind']} choices={choiceNames.outcome} />
        <Checkbox
          isSelected={retry.value !== undefined}
          onChange={(on) => retry.write(on ? { afterMinutes: 60, atGoodHour: true } : undefined)}
        >
          {m.hasRetry}
        </Checkbox>
        {retry.value !== undefined && (
          <>
            <NumberPart path={[...path, 'retry', 'afterMinutes']} unit={m.minutes} least={1} />
            <FlagPart path={[...path, 'retry', 'atGoodHour']} spoken />
          </>
        )}
      </div>
      <MaybeLine path={[...path, 'say']} />
    </>
  )
}

function MaybeLine({ path }: { path: Path }) {
  const { partNames } = useNames()
  return (
    <Maybe path={path} label={partNames.say} blank={{ first: { zh: '', en: '' } }}>
      <LinePart path={path} />
    </Maybe>
  )
}
