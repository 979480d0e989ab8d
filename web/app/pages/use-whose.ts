import { useSession } from '#web/client/session.tsx'

type Whose = { whose?: 'own' | 'all' | undefined }

/** A ledger opens on one's own; for who leads and keeps no customers, whose own would be empty, on the unit's. */
export const useWhose = <F extends Whose>(filter: F): F => {
  const { staff } = useSession()
  const leadsOnly =
    staff.roles.includes('lead') && !staff.roles.some((role) => role === 'manager' || role === 'vip_desk')
  return leadsOnly && filter.whose === undefined ? { ...filter, whose: 'all' } : filter
}
