import { type Role, roles } from '#domain/staff/role.ts'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { staffMessages } from './messages.ts'

/** Every role with what it may do, so that nobody has to guess what they give away. */
export function RoleChoice({ value, onChange }: { value: readonly Role[]; onChange: (held: Role[]) => void }) {
  const m = useMessages(staffMessages)
  return (
    <fieldset>
      <legend className="t12 pb-1 text-ink-3">
        {m.person.roles} · {m.person.rolesHint}
      </legend>
      <ul>
        {roles.map((role) => (
          <li key={role} className="border-b border-line py-1.5">
            <Checkbox
              isSelected={value.includes(role)}
              onChange={(on) => onChange(roles.filter((one) => (one === role ? on : value.includes(one))))}
            >
              <span className="t13">
                {m.roles[role].name} <span className="text-ink-3">{m.roles[role].does}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
