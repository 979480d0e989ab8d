import type { Language } from '#domain/kernel/said.ts'

/** Columns of an exported list of customers, in their order. */
export const exportColumns = [
  'code',
  'kind',
  'name',
  'addressForm',
  'tier',
  'paid12',
  'risk',
  'phone',
  'manager',
  'backup',
  'officialLevel',
  'since',
  'lastTouch',
  'openPromises',
  'tags',
] as const
export type ExportColumn = (typeof exportColumns)[number]

export const exportHeads: Record<Language, Record<ExportColumn, string>> = {
  zh: {
    code: '客户编号',
    kind: '类别',
    name: '名称',
    addressForm: '称呼',
    tier: '等级',
    paid12: '近十二个月缴费（元）',
    risk: '流失概率',
    phone: '号码',
    manager: '客户经理',
    backup: '备份',
    officialLevel: '账务系统等级',
    since: '入网',
    lastTouch: '上次接触',
    openPromises: '未了承诺',
    tags: '标签',
  },
  en: {
    code: 'Code',
    kind: 'Kind',
    name: 'Name',
    addressForm: 'Called',
    tier: 'Tier',
    paid12: 'Paid in 12 months (yuan)',
    risk: 'Risk of leaving',
    phone: 'Number',
    manager: 'Manager',
    backup: 'Backup',
    officialLevel: 'Billing system’s level',
    since: 'Since',
    lastTouch: 'Last contact',
    openPromises: 'Open promises',
    tags: 'Tags',
  },
}
