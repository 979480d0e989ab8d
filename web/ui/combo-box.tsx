import clsx from 'clsx'
import { Button, ComboBox as AriaComboBox, Group, Input } from 'react-aria-components'
import { controlClass, FieldFrame, type FieldProps, fieldClass, invalid } from './field.tsx'
import { Icon } from './icons.tsx'
import { type Option, OptionList } from './select.tsx'
import { useWords } from './words.ts'

export type ComboBoxProps = FieldProps & {
  options: readonly Option[]
  value: string | null
  onChange: (id: string | null) => void
  placeholder?: string | undefined
  isRequired?: boolean
  isDisabled?: boolean
  /** Given: the caller filters (a server, pinyin) and passes the fitting options; else the text is looked for in the labels. */
  query?: string
  onQuery?: (text: string) => void
}

/** One out of many, found by typing. */
export function ComboBox({
  label,
  labelHidden,
  hint,
  error,
  className,
  options,
  value,
  onChange,
  placeholder = '',
  query,
  onQuery,
  ...rest
}: ComboBoxProps) {
  const words = useWords()
  const filtering = query === undefined ? { defaultItems: options } : { items: options, inputValue: query }
  return (
    <AriaComboBox
      {...rest}
      {...invalid(error)}
      {...filtering}
      {...(onQuery ? { onInputChange: onQuery } : {})}
      className={fieldClass(className)}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldFrame label={label} labelHidden={labelHidden} hint={hint} error={error} required={rest.isRequired} chosen>
        <Group className="relative">
          <Input placeholder={placeholder} className={clsx(controlClass, 'pr-8')} />
          <Button
            aria-label={words.choose}
            className="absolute inset-y-0 right-1 flex w-7 cursor-pointer items-center justify-center text-ink-3"
          >
            <Icon name="down" small />
          </Button>
        </Group>
      </FieldFrame>
      <OptionList />
    </AriaComboBox>
  )
}
