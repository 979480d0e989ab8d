import { dossierEn } from '#domain/customer/dossier.en.ts'
import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  title: 'Customers',
  labels: dossierEn,
  columns: { name: 'Customer', tier: 'Tier', value: 'Value a year', risk: 'Risk', manager: 'Manager', phone: 'Number' },
  found: (n, capped) => (capped ? `more than ${n}` : `${n} in all`),
  none: 'No customers yet',
}
