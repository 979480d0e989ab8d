import type { PromiseKind, Reading } from './promise.ts'

/**
 * Verbs of what a desk promises, the one that counts first: 查清给您回电 is a call, 上门修 a visit, 答复退费的事 an answer.
 * A verb followed at once by 了 or 过 tells of the past and is passed over: 办好了给您回电.
 */
const VERBS: readonly [PromiseKind, RegExp][] = [
  [
    'call',
    /回电|回拨|回(?:个|您|你)?电话|给(?:您|你)电话|打过去|打(?:个|通)?电话|致电|去电|打给|联系(?:您|你|客户)|(?:跟|和|与)(?:您|你|客户)(?:再)?联系|电话(?:联系|告知|通知)|回访/gu,
  ],
  [
    'visit',
    /上门|过来看|来(?:您|你)(?:那|店|家|公司|单位)|拜访|登门|去(?:您|你)(?:那|店|家|公司|单位)|(?<!送)到(?:您|你)(?:那|店|家|公司|单位)|(?<!送)到店|当面|面谈|到现场/gu,
  ],
  [
    'reply',
    /答复|回复|回话|回音|反馈|告知|告诉(?:您|你|客户)|通知(?:您|你|客户)|给.{0,4}(?:结果|答案|说法|准信|消息|交代)|(?:有|出)(?:结果|答复|说法)/gu,
  ],
  [
    'refund',
    /退费|退款|退还|返还|返费|到账|补[回发偿]|补给|赔付|赔偿|减免|冲正|退(?:给|到)(?:您|你|客户)?|打到(?:您|你)|退(?=\d|这|那|多)/gu,
  ],
  ['deliver', /送货|送到|货.{0,4}补|配送|补货|补送|到货|送(?:到|去|过去|过来)|送(?=.{0,6}(?:卡|货|机|单|资料|合同))/gu],
  [
    'send',
    /发(?:给|到|送|出|您|你|过去|一份|一下)|发(?=.{0,8}(?:明细|账单|清单|短信|邮件|资料|方案|合同|发票|报告|报价|链接|材料|文件|说明|通知))|寄|邮寄|传给|提供|开(?:具)?(?=.{0,3}发票)/gu,
  ],
  [
    'fix',
    /修(?!改密)|抢修|处理|解决|恢复|排查|查清|查明|核实|核对|开通|办好|办完|办妥|办理|更换|换好|换(?=成|新|卡|机)|调整|改好|生效|弄好|搞定|装好|安装|调好|取消|撤销|登记/gu,
  ],
  ['other', /落实|安排|协调|确认|跟进|提交|上报|完成|做好|准备好|整理|申请/gu],
]

const TITLE =
  '(?![跟和与给向替帮为把对陪])\\p{Script=Han}{1,2}(?:姐|哥|总|主任|老师|先生|女士|老板|阿姨|叔|科长|处长|院长|校长|书记)'
const THEM = `(?:客户(?!经理)|顾客|用户|机主|他们?|她们?|对方|竞争对手|对手|友商|别家|老板|店主|家人|爱人|孩子|老公|老婆|${TITLE})`
/** Where a subject stands: at the start of what is said, or after a word that hands the action to someone. */
const SUBJECT = `(?:^|说|让|等|请|麻烦|劳驾|建议|提醒|由|但|而|可是|所以|因为)`
const ours = /给(?:您|你|客户)|(?:为|帮|替|向|跟|和)(?:您|你|客户)|我们|答应|承诺|保证|客户经理/u

const NOT_OURS: readonly RegExp[] = [
  new RegExp(`${SUBJECT}${THEM}(?!.*(?:给|为|帮|替|跟|向)(?:您|你|客户))`, 'u'),
  /(?:^|说|让|等|请|麻烦|劳驾|建议|提醒|但|所以)(?:您|你)(?!的|放心|(?:就|将|会|可以|能)*(?:收到|看到|拿到|用上))/u,
  /(?:给|找|联系|告诉|通知|回复|回|发)我(?!们?的)/u,
  /(?:去|过来|自己|自行)(?:办|交|缴|取|拿|处理|查|换|修|退|开|充|买|申请|登记|确认|签|取消)/u,
  /来(?:交|缴|取|拿|办|买|换|签|领|退)|来问|问问|咨询/u,
  /自动(?:恢复原价|续|扣|转|停)/u,
]
const WISHED = /希望|想(?!办法)|要求|最好|期望|盼|打算|考虑|催|需要在|务必|必须|应该|应当|本该/u
const REPORTED = new RegExp(`${THEM}.{0,4}(?:说(?![好定])|表示|讲|反映|提到|抱怨|问)|听说|据说`, 'u')
const GUESSED = /可能|也许|说不定|大概|估计|恐怕|万一/u
const SOFT = /尽量|争取|尽快|试试|看看能|努力/u
const FIRM =
  /给(?:您|你|客户)|(?:为|帮|替)(?:您|你|客户)|我(?:们)?(?:会|来|一定|负责|就|马上|再)?|一定|保证|承诺|答应|负责|[约说]好|[约说]定/u
const STRONG = /一定|保证|承诺|答应|给(?:您|你|客户)|(?:为|帮|替)(?:您|你|客户)/u
const PAST = /已经?|刚(?!好)|曾|上次|当时|原来|原定|本来|原先|昨天|昨日|上周|上个?月|之前就|那天|一直|早就|以前|从前/u
const BROKEN = /到现在|至今|结果没|一直没|也没|却没|可是没|但没|还是没|(?:还|都)没(?!问题)/u
const GENERAL = /规定|一般|通常|平时|原则上|每次|每个?月|每天|每周|往常|惯例|时限|标准|正常/u
const CONDITION = /^(?:如果|要是|假如|假设|万一|若|倘若|除非|只有)|的话(?![费机题音卡])/u
const QUESTION = /[？?]|吗|能不能|可不可以|行不行|是不是|是否|会不会|有没有|什么时候|几点|哪天|多久|怎么|为什么/u
/** What the customer will be told may itself be a question: 周五前回电告诉您副卡能不能换. */
const TOLD =
  /((?:说|讲|解释)(?:清楚?|明白?|一下)?|告诉|告知|答复|回复)[^，,。；;！!？?吗]*?(?:能不能|可不可以|行不行|是不是|是否|会不会|有没有|什么时候|几点|哪天|多久|怎么|为什么)[^，,。；;！!？?吗]*/gu
const HARMLESS =
  /不(?:会)?(?:晚于|迟于|超过|晚|耽误|影响)|不好意思|不客气|没问题|没关系|不用(?:担心|着急|您跑|跑|来)|不要(?:担心|着急)|别(?:担心|着急|的|急)|不必|不管|不论|不仅|不但|差不多|不出意外|不再|未来|未(?:到账|出账|接|付|结)|分别|特别|级别|个别|不足|不同|不符|不准确/gu
const NEGATED = /[不没未别]|无法|难以/u

/** Judges one stretch of Chinese around a time: whose deed it is, and how firmly it is said; null when it is no promise of ours. */
export const readChinese = ({
  before,
  after,
  sentence,
  previous,
  next,
}: Reading): { kind: PromiseKind; what: string; weight: number } | null => {
  const said = `${before}${after}`.replaceAll(/\s/g, '')
  const told = after.replaceAll(TOLD, '$1')
  if (
    QUESTION.test(sentence.replace(after, () => told)) ||
    CONDITION.test(before) ||
    CONDITION.test(after) ||
    BROKEN.test(next)
  )
    return null
  if (NEGATED.test(`${before}${told}`.replaceAll(/\s/g, '').replaceAll(HARMLESS, ''))) return null
  if ([PAST, GENERAL, WISHED, GUESSED, REPORTED].some((shape) => shape.test(said))) return null
  if (new RegExp(`^${THEM}.*(?:说|表示|讲)$`, 'u').test(previous)) return null
  const [head, tail] = [before.replaceAll(/\s/g, ''), after.replaceAll(/\s/g, '')]
  if (
    NOT_OURS.some((shape) => shape.test(said) || shape.test(tail)) &&
    !(STRONG.test(said) && ours.test(said) && !new RegExp(`^${THEM}`, 'u').test(head) && !/给我/.test(said))
  )
    return null
  const kind = kindInChinese(said) ?? (STRONG.test(said) ? 'other' : null)
  if (kind === null) return null
  const weight =
    (FIRM.test(said) ? 0.15 : 0) +
    (STRONG.test(said) ? 0.1 : 0) -
    (SOFT.test(said) ? 0.25 : 0) -
    (kind === 'other' ? 0.1 : 0)
  return { kind, what: whatIsDone(head, tail), weight }
}

/** What is promised, by its verb; null without one. */
export const kindInChinese = (said: string): PromiseKind | null => {
  for (const [kind, verb] of VERBS) {
    for (const match of said.matchAll(verb)) {
      const following = said.slice(match.index + match[0].length)
      if (!/^[完好]?(?:了(?!解)|过(?![去来户]))/u.test(following)) return kind
    }
  }
  return null
}

const whatIsDone = (head: string, tail: string): string => {
  const said = (tail.length > 1 ? tail : head)
    .replace(/^[，,、：:\s]+/u, '')
    .replace(/^(?:我们?|咱们?)?(?:一定|肯定|马上|就|会|将|能|可以|争取|尽量|保证|负责|再|要|把)*(?=.{2})/u, '')
    .replace(/[，,。！!；;\s]+$/u, '')
  return said || tail || head
}
