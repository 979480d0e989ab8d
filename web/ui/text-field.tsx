import { Input, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { controlClass, FieldFrame, type FieldProps, fieldClass, invalid } from './field.tsx'

export type TextFieldProps = Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> &
  FieldProps & { placeholder?: string | undefined }

/** One line of text. */
export function TextField({ label, labelHidden, hint, error, placeholder = '', className, ...rest }: TextFieldProps) {
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
        <Input className={controlClass} placeholder={placeholder} />
      </FieldFrame>
    </AriaTextField>
  )
}
