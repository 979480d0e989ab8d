import { dossierZh } from '#domain/customer/dossier.zh.ts'

export const zh = {
  title: '客户',
  labels: dossierZh,
  columns: { name: '客户', tier: '等级', value: '每年价值', risk: '风险', manager: '客户经理', phone: '号码' },
  found: (n: number, capped: boolean): string => (capped ? `${n} 位以上` : `${n} 位`),
  none: '还没有客户',
}
