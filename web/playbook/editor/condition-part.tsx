import { conditionKeys, type ConditionKey } from '#domain/playbook/editing/conditions.ts'
import type { Condition } from '#domain/playbook/definition.ts'
import { fieldName, type Path } from '#domain/playbook/locate.ts'
import { IconButton } from '#web/ui/button.tsx'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import type { Option } from '#web/ui/select.tsx'
import { AddMenu } from './add-menu.tsx'
import { useEditor, usePart } from './editor-context.tsx'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'

/** When something holds: any of the closed set of conditions, each with the values that will do. None at all means always. */
export function ConditionPart({ path, keep = false }: { path: Path; keep?: boolean }) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const { value, write } = usePart<Condition>(path)
  const { faultAt } = useEditor()
  const options = useOptions()
  const when = value ?? {}
  const used = conditionKeys.filter((key) => when[key] !== undefined)
  const left = conditionKeys.filter((key) => when[key] === undefined && options(key).length > 0)
  const put = (key: ConditionKey, values: readonly string[] | undefined): void => {
    const { [key]: _before, ...others } = when
    const next = values === undefined ? others : { ...others, [key]: values }
    write(Object.keys(next).length === 0 && !keep ? undefined : next)
  }
  return (
    <div className="t13 flex flex-col gap-1" data-field={fieldName(path)}>
      {used.map((key) => (
        <div key={key} className="flex items-start gap-2 border-l-2 border-line-2 pl-3">
          <CheckboxGroup
            label={names.conditionNames[key]}
            options={options(key)}
            value={when[key] ?? []}
            onChange={(chosen) => put(key, chosen)}
            error={
              faultAt([...path, key]) ?? (when[key] ?? []).map((_, at) => faultAt([...path, key, at])).find(Boolean)
            }
          />
          <IconButton label={m.removeCondition} icon="x" kind="bare" size="s" onPress={() => put(key, undefined)} />
        </div>
      ))}
      {left.length > 0 && (
        <span className="flex items-center gap-2 text-ink-3">
          {used.length === 0 && m.always}
          <AddMenu
            label={m.addCondition}
            left={left}
            names={names.conditionNames}
            onAdd={(key) => {
              const [first] = options(key)
              if (first) put(key, [first.id])
            }}
          />
        </span>
      )}
    </div>
  )
}

/** What a condition may name: closed lists, and this playbook's own steps, checks and purposes. */
const useOptions = (): ((key: ConditionKey) => Option[]) => {
  const { choiceNames } = useNames()
  const { draft } = useEditor()
  const language = useLanguage()
  const from = (choices: Readonly<Record<string, string>>): Option[] =>
    Object.entries(choices).map(([id, label]) => ({ id, label }))
  return (key) => {
    switch (key) {
      case 'direction':
        return from(choiceNames.direction)
      case 'customerKind':
        return from(choiceNames.customerKind)
      case 'stage':
        return from(choiceNames.stage)
      case 'skill':
        return from(choiceNames.skill)
      case 'lastOutcome':
        return from(choiceNames.outcome)
      case 'captured':
        return from(choiceNames.captureKind)
      case 'purpose':
        return (draft.purposes ?? []).map(({ id, title }) => ({ id, label: title[language] || id }))
      case 'entered':
        return draft.steps.map(({ id, title }) => ({ id, label: title[language] || id }))
      case 'checked':
        return draft.steps.flatMap((step) =>
          step.checks.map(({ id, label }) => ({ id: `${step.id}.${id}`, label: label[language] || id })),
        )
    }
  }
}
