import { parse } from 'csv-parse/sync'

export const csvRows = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, relax_column_count: true }) as Record<string, string>[]
