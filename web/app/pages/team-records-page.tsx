import { useSearch } from '@tanstack/react-router'
import { useRead } from '#web/client/query.ts'
import { FigureRecordsPage, wantedOf } from './figure-records.tsx'

/** The records behind a figure of the team. */
export function TeamRecordsPage() {
  const wanted = wantedOf(useSearch({ from: '/signed-in/team/records' }))
  const records = useRead('GET /api/team/records', { query: wanted })
  return <FigureRecordsPage wanted={wanted} records={records} back="/team" />
}
