import type { Params } from '#domain/kernel/said.ts'
import type { ErrorCode } from './errors.ts'

export type ErrorWords = Record<ErrorCode, (params: Params) => string>

export const errorsZh: ErrorWords = {
  'request.invalid': () => '填写的内容不完整或格式不对，请看标出的地方。',
  'request.too_large': () => '内容太大，请分开提交。',
  'session.required': () => '请先登录。',
  'session.refused': () => '工号或密码不对，请再核对一次。',
  'session.second_step': () => '密码对了，还要验证器里的 6 位数字。',
  'session.code_refused': () => '这个验证码不对，或者已经用过。请等下一组数字出来再输。',
  'token.refused': () => '这个访问令牌不对、已到期，或者已停用。请在“我的设置”里新建一个。',
  'token.out_of_scope': () => '这个访问令牌不能做这件事：只读的令牌不能改，登录和令牌本身只能由本人在网页上办。',
  'session.too_many_tries': (p) => `尝试次数太多，请等 ${p.seconds ?? 60} 秒再试。`,
  'session.locked': () => '座席已锁定，请先解锁。',
  'session.another': () => '这个浏览器里现在登录的是另一位同事，这一步没有做。',
  'access.denied': () => '您的岗位没有这项权限，需要时请找组长或管理员。',
  'record.not_found': () => '没有找到，可能已被合并，或不在您的范围内。',
  'customer.erased': (p) => `这位客户的个人资料已在 ${p.on ?? ''} 抹去，不能再联系。`,
  'record.conflict': () => '有人刚刚改过同一处，两边的内容都保留着，请选一个。',
  'record.exists': (p) => (p.value ? `“${p.value}”已经有了，请换一个。` : '已经有了，请换一个。'),
  'rule.refused': () => '现在还不能这样做，原因见下。',
  'setup.done': () => '已经设置过了，请直接登录。',
  'server.failed': () => '服务器没有回应，您写的内容还在，稍后再试。',
  'server.away': () => '数据库正在恢复，一般几秒就好。您写的内容还在，稍后再试。',
}
