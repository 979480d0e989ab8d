import { createContext, type ReactNode, use, useEffect, useMemo } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Action } from '#domain/staff/role.ts'
import { setClock } from './clock.ts'
import type { Seat } from './seat.ts'

export type Session = Reply<Contract['GET /api/session']>

const SessionContext = createContext<Session | null>(null)

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  useEffect(() => setClock(session.now), [session.now])
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who sits here, the branch's day, and what may be done; only inside the signed-in part. */
export const useSession = (): Session => {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside the signed-in part')
  return session
}

/** Whose page this is: what is written on it is theirs, whoever may sign in elsewhere meanwhile. */
export const useSeat = (): Seat => {
  const { staff, sealKey } = useSession()
  return useMemo(() => ({ staffId: staff.id, sealKey }), [staff.id, sealKey])
}

export const useCan = (action: Action): boolean => useSession().can.includes(action)

/** The branch's calendar day of an instant as the server sends it. */
export const useDayOf = (): ((instant: string) => Day) => {
  const { timeZone } = useSession().branch
  return (instant) => dayIn(new Date(instant), timeZone)
}
