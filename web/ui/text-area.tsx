import clsx from 'clsx'
import type { ReactNode } from 'react'
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { controlClass, FieldFrame, fieldClass, invalid } from './field.tsx'
import type { TextFieldProps } from './text-field.tsx'

/** Several lines; grows with what is written, from `rows` up to most of the window. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  placeholder = '',
  className,
  rows = 3,
  over,
  ...rest
}: TextFieldProps & {
  rows?: number
  /** Drawn over the text; the same size, and in nobody's way. */
  over?: ReactNode
}) {
  return (
    <AriaTextField {...rest} {...invalid(error)} className={fieldClass(className)}>
      <FieldFrame
        label={label}
        labelHidden={labelHidden}
        hint={hint}
        error={error}
        required={rest.isRequired}
        least={rest.minLength}
      >
        <div className="relative grid">
          <AriaTextArea
            rows={rows}
            placeholder={placeholder}
            className={clsx(
              controlClass.replace('t14 h-ctl', 'read'),
              'field-sizing-content max-h-[60vh] resize-y py-1.5',
            )}
          />
          {over}
        </div>
      </FieldFrame>
    </AriaTextField>
  )
}
