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
  'password.common': () => '这个密码在最常被人试的名单里，加几个数字也一样。换成三四个不相干的词连起来，好记，也难猜。',
  'password.pattern': () => '这个密码是重复或顺着排的字符，一试就中。换成三四个不相干的词连起来。',
  'password.digits': () => '只有数字，像电话或生日，容易被猜到。请加上文字或字母。',
  'password.own': () => '除了工号、姓名和分公司的名字，剩下的太少，认识您的人猜得到。请换别的词。',
  'secondStep.on': () => '两步登录已经开着。要换手机，先用一个验证码关掉，再重新设置。',
  'secondStep.notBegun': () => '还没有开始设置，请先输入密码。',
  'secondStep.yourself': () => '自己的两步登录请在“我的设置”里用验证码关掉。',
  'token.tooMany': ({ most }) => `最多同时有 ${most} 个令牌，请先停用一个不用的。`,
  'unit.circle': ({ name, under }) => `“${under}”在“${name}”下面，不能反过来。`,
}
