import { type FormEvent, type ReactNode, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { type Role, roles } from '#domain/staff/role.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { LiftSecondStep } from './lift-second-step.tsx'
import { staffMessages } from './messages.ts'
import { useRefusalText } from './refusal.ts'
import { RoleChoice } from './role-choice.tsx'
import type { Unit } from './unit-list.tsx'

export type Person = Reply<Contract['GET /api/people']>['people'][number]

type PersonFormProps = {
  person: Person | null
  unitId: string
  units: readonly Unit[]
  ending?: ReactNode
  onDone: () => void
}

/** Adds a colleague with a first password, or changes one; deactivating shows what would be left behind. */
export function PersonForm({ person, unitId, units, ending, onDone }: PersonFormProps) {
  const m = useMessages(staffMessages)
  const refusal = useRefusalText()
  const save = useWrite('PUT /api/staff/:id')
  const [id] = useState(() => person?.id ?? freshId())
  const [draft, setDraft] = useState(() => draftOf(person, unitId))
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { password, seat, shortName, ...rest } = draft
    const body = {
      ...rest,
      shortName: shortName.trim() || rest.name,
      seat: seat.trim() || null,
      ...(password === '' ? {} : { password }),
    }
    const done = () => {
      notify({ text: m.person.saved(draft.name) })
      onDone()
    }
    save.mutate({ params: { id }, body }, { onSuccess: done })
  }
  const left = person && !draft.active && person.customers + person.openPromises > 0
  return (
    <form className="grid gap-4 px-5 py-4" onSubmit={submit}>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          label={m.person.name}
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={80}
          isRequired
          autoFocus
        />
        <TextField
          label={m.person.shortName}
          hint={m.person.shortNameHint}
          value={draft.shortName}
          onChange={(shortName) => set({ shortName })}
          maxLength={40}
        />
        <TextField
          label={m.person.code}
          hint={m.person.codeHint}
          value={draft.code}
          onChange={(code) => set({ code })}
          maxLength={40}
          autoComplete="off"
          isRequired
        />
        <TextField label={m.person.seat} value={draft.seat} onChange={(seat) => set({ seat })} maxLength={40} />
      </div>
      <Select
        label={m.person.unit}
        options={units.map((unit) => ({ id: unit.id, label: unit.name }))}
        value={draft.unitId}
        onChange={(unit) => set({ unitId: unit })}
        isRequired
      />
      <RoleChoice value={draft.roles} onChange={(held) => set({ roles: held })} />
      <TextField
        label={person?.canSignIn ? m.person.newPassword : m.person.password}
        hint={m.person.passwordHint}
        value={draft.password}
        onChange={(password) => set({ password })}
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={128}
      />
      {person && <LiftSecondStep person={person} />}
      {person && (
        <div>
          <Switch isSelected={draft.active} onChange={(active) => set({ active })}>
            {m.person.active}
          </Switch>
          <p className="t12 mt-1 text-ink-3">{m.person.activeHint}</p>
          {left && person.customers > 0 && ending}
          {left && person.customers === 0 && (
            <p role="status" className="t13 mt-2 text-amber">
              {m.person.leaves(person.customers, person.openPromises)}{' '}
              <Link href={`/customers?managerId=${person.id}`}>{m.person.seeCustomers}</Link>
            </p>
          )}
        </div>
      )}
      {save.error && (
        <p role="alert" className="t13 text-red">
          {refusal(save.error)}
        </p>
      )}
      {!(left && person.customers > 0) && (
        <Button kind="go" type="submit" isPending={save.isPending} isDisabled={draft.roles.length === 0}>
          {m.person.save}
        </Button>
      )}
    </form>
  )
}

const draftOf = (person: Person | null, unitId: string) => ({
  name: person?.name ?? '',
  shortName: person?.shortName ?? '',
  code: person?.code ?? '',
  seat: person?.seat ?? '',
  unitId: person?.unitId ?? unitId,
  roles: person ? roles.filter((role) => person.roles.includes(role)) : (['manager'] satisfies Role[] as Role[]),
  active: person?.active ?? true,
  password: '',
})
