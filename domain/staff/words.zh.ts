import type { Words } from '#domain/kernel/said.ts'
import type { Role } from './role.ts'
import type { StaffFacts } from './staffing.ts'

export const roleNames: Record<Role, string> = {
  manager: '客户经理',
  vip_desk: 'VIP 专席',
  lead: '组长',
  trainer: '培训师',
  admin: '管理员',
  collaborator: '协作人',
}

export const staffZh: Words<StaffFacts> = {
  'staff.last_admin': ({ name }) => `${name}是最后一位管理员。先给别人管理员岗位，再改这一位。`,
  'staff.yourself': () => '不能停用自己，请另一位管理员来做。',
  'departure.keeps': ({ name, customers }) => `${name}名下还有 ${customers} 位客户，先办离岗交接，客户才不会没人管。`,
  'departure.gone': ({ name }) => `${name}已经离岗。`,
  'departure.noOwner': ({ customers }) => `还有 ${customers} 位客户没有 B 角接手，先选一位同事。`,
  'unit.circle': ({ name, under }) => `“${under}”在“${name}”下面，不能反过来。`,
}
