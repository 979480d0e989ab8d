import { useSearch } from '@tanstack/react-router'
import { useRead } from '#web/client/query.ts'
import { FigureRecordsPage, wantedOf } from './figure-records.tsx'

/** The records behind a figure of one's own. */
export function OwnRecordsPage() {
  const { unit: _unit, ...wanted } = wantedOf(useSearch({ from: '/signed-in/me/records' }))
  const records = useRead('GET /api/me/records', { query: wanted })
  return <FigureRecordsPage wanted={wanted} records={records} back="/me/figures" />
}
