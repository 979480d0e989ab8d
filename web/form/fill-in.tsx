import { type Field, type LayoutSection } from '#domain/form/layout.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { FieldInput } from './field-input.tsx'
import type { FormShown } from './form-types.ts'
import { formMessages } from './messages.ts'
import type { Draft } from './use-draft.ts'

/** The fields to write in, in the order of the form; short ones two in a row on a wide screen. */
export function FillIn({ form, draft }: { form: FormShown; draft: Draft }) {
  const language = useLanguage()
  return (
    <>
      {form.layout.sections.map((section) => (
        <fieldset key={section.id} className="min-w-0">
          {section.title && (
            <legend className="t13 mb-2 w-full border-b border-line-2 pb-1">{section.title[language]}</legend>
          )}
          <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
            {written(section).map((field) => (
              <FieldRow key={field.id} field={field} draft={draft} />
            ))}
          </div>
          {section.note && <p className="t12 pt-2 text-ink-3">{section.note[language]}</p>}
        </fieldset>
      ))}
    </>
  )
}

const written = ({ fields }: LayoutSection): Field[] => fields.filter(({ kind }) => kind !== 'sign' && kind !== 'seal')

const isWide = ({ kind, wide }: Field): boolean => wide || ['long', 'rows', 'choices'].includes(kind)

function FieldRow({ field, draft }: { field: Field; draft: Draft }) {
  const m = useMessages(formMessages)
  const clash = draft.clashes.find((one) => one.field === field.id)
  return (
    <div className={isWide(field) ? 'min-w-0 md:col-span-2' : 'min-w-0'}>
      <FieldInput field={field} value={draft.answers[field.id]} onChange={(answer) => draft.set(field.id, answer)} />
      {clash && (
        <Banner
          tone="soon"
          end={
            <span className="flex flex-wrap gap-2">
              <Button size="s" onPress={() => draft.settle(field.id, 'theirs')}>
                {m.theirs}
              </Button>
              <Button size="s" onPress={() => draft.settle(field.id, 'yours')}>
                {m.yours}
              </Button>
            </span>
          }
        >
          {m.conflict(clash.by)}
          {typeof clash.theirs === 'string' && <span className="block text-ink">{clash.theirs}</span>}
        </Banner>
      )}
    </div>
  )
}
