import clsx from 'clsx'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components'
import { controlClass, FieldFrame, type FieldProps, fieldClass, invalid } from './field.tsx'
import { Icon } from './icons.tsx'
import { layerClass } from './popover.tsx'
import { useWords } from './words.ts'

export type Option<Id extends string = string> = { id: Id; label: string; note?: string | undefined }

export type SelectProps<Id extends string> = FieldProps & {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  placeholder?: string | undefined
  isRequired?: boolean
  isDisabled?: boolean
  name?: string
}

/** One out of a few. More than about twelve want a `ComboBox`. */
export function Select<Id extends string>({
  label,
  labelHidden,
  hint,
  error,
  className,
  options,
  value,
  onChange,
  placeholder,
  ...rest
}: SelectProps<Id>) {
  const words = useWords()
  return (
    <AriaSelect
      {...rest}
      {...invalid(error)}
      className={fieldClass(className)}
      placeholder={placeholder ?? words.choose}
      value={value}
      onChange={(key) => onChange(key as Id)}
    >
      <FieldFrame label={label} labelHidden={labelHidden} hint={hint} error={error} required={rest.isRequired} chosen>
        <Button className={clsx(controlClass, 'flex cursor-pointer items-center gap-2 text-left')}>
          <SelectValue className="cut min-w-0 flex-1 data-placeholder:text-ink-3" />
          <Icon name="down" small className="text-ink-3" />
        </Button>
      </FieldFrame>
      <OptionList options={options} />
    </AriaSelect>
  )
}

/** The layer of options that `Select` and `ComboBox` share; a `ComboBox` holds (and filters) the options itself. */
export function OptionList({ options }: { options?: readonly Option[] }) {
  const words = useWords()
  return (
    <Popover offset={4} data-hotkeys="off" className={clsx(layerClass, 'min-w-(--trigger-width) overflow-y-auto py-1')}>
      <ListBox<Option>
        {...(options ? { items: options } : {})}
        className="outline-none"
        // A press that opened the list may end over an option, where the list covers what was pressed: that chooses nothing.
        shouldFocusOnHover={false}
        renderEmptyState={() => <p className="t13 px-3 py-1.5 text-ink-3">{words.nothingFound}</p>}
      >
        {({ id, label, note }) => (
          <ListBoxItem
            id={id}
            textValue={label}
            data-ring="in"
            className="group flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1 data-disabled:text-ink-3 data-hovered:bg-paper-2 data-focused:bg-paper-3 data-selected:font-strong pointer-coarse:min-h-11"
          >
            <span className="min-w-0 flex-1">
              <Text slot="label">{label}</Text>
              {note !== undefined && (
                <Text slot="description" className="t12 block font-normal text-ink-3">
                  {note}
                </Text>
              )}
            </span>
            <Icon name="check" small className="invisible text-jade group-data-selected:visible" />
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
