import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useRead, useWrite } from '#web/client/query.ts'
import type { Role } from '#domain/staff/role.ts'
import { useErrorText } from '#web/client/errors.ts'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { appMessages } from '../messages.ts'
import { hasArrived } from '../offline/leaving.ts'
import { Unreachable } from '../offline/unreachable.tsx'
import { SetupForm } from '../setup-form.tsx'
import { SignInStep } from '../sign-in-step.tsx'

/** The first page: sign in, or on a first start set the branch up. */
export function SignInPage() {
  const setup = useRead('GET /api/setup', {})
  if (!setup.data) return setup.failureReason?.status === 0 ? <Unreachable recall={null} /> : null
  return <Doorway>{setup.data.needed ? <SetupForm /> : <SignInForm demo={setup.data.demo} />}</Doorway>
}

function Doorway({ children }: { children: ReactNode }) {
  const m = useMessages(appMessages)
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-4 py-10">
      <div className="flex items-center gap-3">
        <Mark />
        <div>
          <b className="t20 font-strong tracking-[.08em]">{m.brand}</b>
          <p className="t13 text-ink-3">{m.signIn.about}</p>
        </div>
      </div>
      {children}
    </main>
  )
}

type Typed = { code: string; password: string }

type Demo = { code: string; name: string; unitName: string; roles: Role[]; password: string }

function SignInForm({ demo }: { demo: readonly Demo[] }) {
  const m = useMessages(appMessages)
  const navigate = useNavigate()
  const { from } = useSearch({ from: '/sign-in' })
  const signIn = useWrite('POST /api/session')
  const errorText = useErrorText()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [proven, setProven] = useState<Typed | null>(null)
  const enter = (body: Typed & { stepCode?: string }) =>
    signIn.mutate(
      { body },
      {
        onError: ({ reply }) => {
          if (reply.code === 'session.second_step') setProven(body)
        },
        onSuccess: () => {
          hasArrived()
          // What was read for whoever sat here before is not for who sits here now.
          client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GET /api/setup' })
          void navigate({ to: from ?? '/', replace: true })
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter({ code, password })
  }
  const back = () => {
    setProven(null)
    setPassword('')
    signIn.reset()
  }
  const problem = signIn.error && signIn.error.reply.code !== 'session.second_step' ? errorText(signIn.error) : null
  if (proven)
    return (
      <SignInStep
        code={proven.code}
        error={signIn.error}
        isPending={signIn.isPending}
        onEnter={(stepCode) => enter({ ...proven, stepCode })}
        onTurn={signIn.reset}
        onBack={back}
      />
    )
  return (
    <>
      <form className="grid gap-4" onSubmit={submit}>
        <h1 className="sr-only">{m.signIn.title}</h1>
        <TextField label={m.signIn.code} value={code} onChange={setCode} autoComplete="username" autoFocus />
        <TextField
          label={m.signIn.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="current-password"
        />
        {problem !== null && (
          <p role="alert" className="t13 text-red">
            {problem}
          </p>
        )}
        <Button kind="go" type="submit" isPending={signIn.isPending}>
          {m.signIn.enter}
        </Button>
      </form>
      {demo.length > 0 && <DemoAccounts accounts={demo} onChoose={({ code, password }) => enter({ code, password })} />}
    </>
  )
}

/** The roles a visitor meets first: who keeps customers, who leads, who answers the phone, who sets up, who only helps. */
const met: readonly Role[] = ['manager', 'lead', 'vip_desk', 'admin', 'collaborator']

/** One person of every role first, with what there is to see as them; everybody else on request. */
function DemoAccounts({ accounts, onChoose }: { accounts: readonly Demo[]; onChoose: (account: Demo) => void }) {
  const m = useMessages(appMessages)
  const [all, setAll] = useState(false)
  const first = oneOfEachRole(accounts)
  const shown = all ? [...first, ...accounts.filter((one) => !first.includes(one))] : first
  const rest = accounts.length - first.length
  return (
    <Section
      title={m.signIn.demo}
      remark={m.signIn.demoRemark}
      end={rest > 0 && <Link onPress={() => setAll(!all)}>{all ? m.signIn.demoFewer : m.signIn.demoRest(rest)}</Link>}
    >
      <p className="t12 py-1.5 text-ink-2">{m.signIn.demoPassword(first[0]?.password ?? '')}</p>
      <ul>
        {shown.map((account) => (
          <DemoAccount key={account.code} account={account} onChoose={onChoose} />
        ))}
      </ul>
    </Section>
  )
}

function DemoAccount({ account, onChoose }: { account: Demo; onChoose: (account: Demo) => void }) {
  const m = useMessages(appMessages)
  const { code, name, unitName } = account
  const role = mainRole(account)
  return (
    <li className="flex items-center gap-3 border-t border-line py-1.5">
      <div className="min-w-0 flex-1">
        <p className="t13">
          <b className="font-strong">{name}</b> <code className="t12 text-ink-2">{code}</code>{' '}
          <span className="text-ink-3">
            {m.roles[role]} · {unitName}
          </span>
        </p>
        <p className="t12 text-ink-3">{m.signIn.sees[role]}</p>
      </div>
      <Button size="s" aria-label={`${m.signIn.enter} ${name}`} onPress={() => onChoose(account)}>
        {m.signIn.enter}
      </Button>
    </li>
  )
}

/** The first of somebody's roles is what they are there for. */
const mainRole = ({ roles: [first = 'collaborator'] }: Demo): Role => first

const oneOfEachRole = (accounts: readonly Demo[]): Demo[] =>
  met.flatMap((role) => accounts.find((one) => mainRole(one) === role) ?? [])
