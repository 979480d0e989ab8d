import { type NeedReading, wordsFrom } from './need.ts'

/** Deeds by which one comes to have something. 换人, 加快 and 开心 are none. */
const GET =
  '(?:换(?!人|个?时间|个?人|个?师傅|个?经理|位)|办(?!法|公)|装|开(?:通)?(?!心|会|始|发票|票|证明)|加(?!快|急|班)|添|买|升级?|改成|改用|订(?!正)|配(?!合)|租|续|转成|申请|报装|补办|增加|扩)'

/** Where a need begins; what follows the match is needed. */
const CUES: readonly RegExp[] = [
  new RegExp(`(?<![不没未]|不太|不怎么|不是很)想(?:要|再)?(?=${GET})`, 'u'),
  /(?<![不没未]|不太|不怎么|不是很)想要(?![是让求]|(?:我们|您|你))(?:一?[个种款张台部条份])?/u,
  /(?<![不没未]|不太|不怎么|不是很)想(?:了解|看看|试试|问问|咨询)(?:一下|下)?(?!为什么|怎么回事|原因|进度|情况)/u,
  new RegExp(`(?<![不没未]|暂时不)(?:打算|准备|考虑|计划)(?:要|再)?(?=${GET})`, 'u'),
  /(?<![不没未无如有若的]|不太|是否)需要(?:一?[个种款张台部条份](?=.{2}))?/u,
  /(?:问|咨询|打听)(?:了|过)?(?:一下|下)?(?:我们|咱们|你们|这边|店里)?(?:还|也)?(?:有没有|有无|有什么|有哪些)/u,
  new RegExp(`(?:能不能|能否|可不可以|可以不可以)(?:再|也)?(?=${GET})`, 'u'),
  new RegExp(
    `(?<=^(?:客户|用户|机主|对方|老板|他|她|\\p{Script=Han}{1,2}[姐哥总])?(?:说|讲|表示)?(?:也|还|现在)?)要(?=${GET})`,
    'u',
  ),
]

/** What runs short is said whole: 流量不够用. */
const SHORT =
  /(?:流量|通话|分钟数|话费|网速|带宽|内存|空间|额度|货源?|香?烟|存货|副卡|号码)(?:老是?|总是?|都|经常|每个?月|有点|一直)*(?:不够用?|不足|跟不上)/u
const LIKES = /(?<=对)(?!.*[不没])(?<what>.{2,14}?)(?=(?:很|挺|比较|蛮|特别|也)?(?:感|有)兴趣)/u

/** What comes after “need”, when it is a step of the work and not a thing: 需要三天, 需要再核实, 需要您带证件. */
const WORK =
  /^\s*(?:的(?:话|时候)|什么|再|等|先|跟|和|与|向|到|去|来|联系|核实|核对|核查|核身|确认|上报|登记|审批|报|回访|跟进|说明|解释|提供|携带|带|本人|注意|提醒|多久|多少|几|时间|排查|处理|协调|走|我|您|你|帮|签|填|付|交|补缴|缴|重启|关机|改进|改善|加强|提高|安排|研究|考虑|商量|(?:[一二两三四五六七八九十半\d]|大概|大约|至少|最少)+\s*(?:个)?(?:工作|自然)?(?:[天日周月年分秒]|小时|钟头|星期))/u

/** How one is treated, what we owe, or leaving: all three have a place of their own. */
const OTHER =
  /^(?:一?个)?(?:说法|答复|回复|回电|回音|道歉|解释|交代|退|赔|补偿|减免|结果|准信|书面|尽快|早|快点|投诉|人来|换人|别的|其[他它]|什么|问题|能|收到|事)|销户|注销|转网|携号|离网|拆机|退订|取消|停机|不用了/u
const LEAVES = /销户|注销|转网|携号|离网|拆机|退订/u

/** Who needs it is not the customer, or it is asked, advised, supposed or long past. */
const NOT_THEIRS =
  /^\s*(?:我们?|咱们?|本人这边|这边|后台|系统|平台|工程师|师傅|装维|同事|公司(?!要|说|想|需)|营业厅|厅里|组长|领导)|[您你]|建议|推荐|提醒|告知|告诉|请(?!问)|给客户|帮客户|如果|要是|假如|万一|的话|别家|友商|竞争对手|对手|上次|以前|之前|当时|原来|去年|曾|已经?|本来|规定|一般|每次/u

/** The need in one clause of Chinese; null without one. */
export const needsInChinese = (said: string): NeedReading | null => {
  const short = SHORT.exec(said)
  if (short && !NOT_THEIRS.test(said.slice(0, short.index))) return wordsFrom(said, short.index, 3)
  if (LEAVES.test(said)) return null
  const likes = LIKES.exec(said)
  if (likes?.groups && !NOT_THEIRS.test(said.slice(0, likes.index)))
    return { words: likes.groups['what'] ?? '', at: likes.index }
  for (const cue of CUES) {
    const match = cue.exec(said)
    if (match === null) continue
    const at = match.index + match[0].length
    const rest = said.slice(at)
    const asked = /[吗？?]$/u.test(said) && match[0].startsWith('需要')
    if (asked || NOT_THEIRS.test(said.slice(0, match.index)) || OTHER.test(rest)) continue
    if (match[0].startsWith('需要') && WORK.test(rest)) continue
    const words = wordsFrom(said, at, 2)
    if (words) return words
  }
  return null
}
