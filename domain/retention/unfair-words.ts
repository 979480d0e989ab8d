/** What words to somebody who may leave do to them, besides forbidding it. */
export type Unfairness = 'compare' | 'mislead' | 'special' | 'stall'

const zh = (source: string): RegExp => new RegExp(source, 'u')
const en = (source: string): RegExp => new RegExp(String.raw`\b(?:${source})`, 'u')

/** To leave, as one says it to a customer. */
const going = String.raw`(?:转网|转走|转出去?|转完|转了|携号|携转|携出|离网|退网|销号|销户|办走|要走|想走|离开|走人|换了?运营商|换网|不走|一走|换过去|换走|换到|过去以后|到了那边|过户|跳槽|现在走|走的话|号(?:码)?(?:一旦|一)?(?:转|走|过)|转出|搬走)`
const others = String.raw`(?:别家|别的(?:运营商|公司)|其他(?:运营商|家)|另外[一两三几]家|那(?:家|边|个牌子)|其余的|外面的?|您看上的|(?:用的)?那种卡|他们(?:家|那边)?|人家(?:那边)?|对家|友商|对手(?:公司)?|竞争对手|隔壁)`
const worse = String.raw`(?:贵|差|慢|坑|掉线|断线|打不了|没信号|不行|摆设|多掏|多花|没(?:有)?我们|上不了|不如|不及|比不上|少得|乱扣|打不通|没人接|骗|烂|卡)`
const port = String.raw`(?:switch(?:ing|ed)?|port(?:ing|ed)?(?: out)?|leav(?:e|es|ing)|mov(?:e|es|ing)(?: away)?|go elsewhere|cancel(?:ling|ing)?)`
const gone = String.raw`(?:after (?:you |they )?${port}|(?:if|once|when|the moment) you(?: have)? (?:${port}|left)|people who ${port}|${port} (?:will|would|means|makes?|ruins?))`
const rivals = String.raw`(?:(?:the )?other (?:provider|operator|carrier|compan(?:y|ie)|network)s?|(?:the |your )?competitors?|rivals?|no other (?:provider|operator|carrier|network|company)|(?:your|the) new (?:provider|operator|carrier))`
const lesser = String.raw`(?:worse|slower|more expensive|charges? more|costs? more|pay more|cheaper|as cheap|drops? (?:your )?calls|poor(?:er)?|weaker|less reliable|hidden fees|faster|better)`

/** Refuted, or asked: 不会没信号, 会不会没信号. */
const denied = String.raw`(?<!不|没有|并非|绝不|会不|不是|担心|问)`

const patterns: Record<Unfairness, readonly RegExp[]> = {
  compare: [
    zh(`${others}.{0,16}(?:态度|投诉多|做不到|后悔|不省|不稳|套路|隐形)`),
    zh(
      String.raw`(?:他们|联通|电信|移动|广电)(?:家)?的(?:网|信号|套餐|价格|资费|客服|服务).{0,20}(?:哪有|没有|不如|不及|不省|不稳|差|贵|慢)`,
    ),
    zh(String.raw`您(?:要)?(?:换|转|去)(?:的|到的)那家.{0,16}(?:多|差|贵|慢|坑|不)`),
    zh(String.raw`我们(?:的)?.{0,8}(?:全城|全市|全网|本地|业内)(?:是)?最`),
    en(
      String.raw`our (?:network|coverage|signal|service|prices?|plans?) .{0,20}(?:better|faster|cheaper|stronger) than`,
    ),
    en(
      String.raw`the other (?:company|provider|operator|carrier|one) (?:will|would|always|often) .{0,20}(?:overcharge|cheat|cut|drop|let you down)`,
    ),
    zh(`${others}.{0,14}${worse}`),
    zh(`${going}.{0,14}(?:多掏|多花|没我们的?|不如我们|比我们)`),
    zh(String.raw`(?:市面上|全市|本地|所有).{0,6}(?:就数|只有|属|数)我们`),
    zh(`(?:比起?|跟|和)${others}.{0,10}(?:便宜|好|快|强|稳|实在|划算)`),
    zh(String.raw`(?:便宜|好|快|强|稳|划算|实在).{0,4}(?:过|于)${others}`),
    zh(String.raw`(?:换到|去)(?:了)?(?:的)?(?:那家|别家|对面).{0,10}${worse}`),
    en(`${rivals}.{0,50}${lesser}`),
    en(`${lesser}.{0,40}${rivals}`),
    en(
      String.raw`(?:their (?:network|signal|coverage|service|prices?|lines?|tariffs?)|they).{0,12}(?:terrible|awful|overcharg[a-z]*|unreliable|bad|useless|rubbish)`,
    ),
    en(String.raw`(?:won't|cannot|can't|will not|never) find .{0,25}(?:anywhere else|elsewhere)`),
  ],
  mislead: [
    zh(
      `${going}.{0,14}${denied}(?:经常|老是|总是|很可能|可能|会)?(?:没有?信号|保不住|收不了|打不进|打不出|进黑名单|享受不到)`,
    ),
    en(
      String.raw`(?:might|may|will|would|could|won't|wouldn't)(?: not)? (?:get|have|receive) (?:any |no )(?:signal|codes?|calls?|texts?).{0,30}(?:once|if|when|after) you ${port}`,
    ),
    en(String.raw`${port} (?:could|can|may|might|will|would) (?:make|cause|leave) you .{0,12}(?:los|without|unable)`),
    zh(
      `${going}.{0,16}(?:${denied}(?:没有?信号|没网|打不通|断网|断掉|登不上|联系不上|绑不上|上不了网|(?:特别|很|更)卡)|收不到|作废|停掉|失效|${denied}影响(?:您的?)?(?:信用|征信))`,
    ),
    zh(`${going}.{0,12}(?:等着)?(?:失联|被收回|跟着停|也停|停机|砖头|一条也|废了|白用|作废|断了)`),
    zh(`${going}.{0,14}(?:短信|验证码|电话).{0,10}(?:收不到|看不到|看到不|接不到|别想)`),
    zh(`${going}.{0,10}(?:让|使)(?:您|你).{0,3}(?:信用|征信).{0,4}(?:受|影响|损)`),
    zh(`${going}.{0,12}(?:就|再也|可能)?.{0,3}(?:要不回来|回不来|找不回|保不住|留不住|就没了|丢了)`),
    zh(`(?:离开我们|出了我们).{0,20}(?:停|断|没|谁都|找不到|用不了)`),
    zh(`${going}.{0,14}(?:银行|政府|网站|微信|支付宝|客户).{0,10}(?:不认|用不了|登不上|绑不上|找不到)`),
    en(
      `${gone}.{0,40}(?:los(?:e|es|ing)|no signal|stop (?:arriving|working)|never (?:come back|return)|unable to|cannot|can't|ruin|cut off)`,
    ),
    en(
      `(?:los(?:e|ing) (?:your|all)|no signal|never come back|stop (?:arriving|working)|unable to|cut off|ruin).{0,40}${gone}`,
    ),
    en(
      `(?:locked|blocked|frozen|cut off|disconnected).{0,20}(?:as soon as|when|once|after) (?:the|your) number (?:moves?|is (?:moved|ported|transferred))`,
    ),
    en(`(?:say )?goodbye to your .{0,25}number`),
    en(`(?:lose|lost|missing).{0,50}after (?:a|the) (?:transfer|switch|move|port)`),
    en(`no signal after ${port}|${port} (?:will|would) (?:ruin|hurt|damage|harm)`),
  ],
  special: [
    zh(String.raw`(?:看您|因为您|既然您|知道您)要走.{0,16}(?:折扣|优惠|申请|减|送|价)`),
    zh(String.raw`只(?:给|有|对)(?:准备|打算)?(?:要)?(?:离网|转网|转走|转出|携号|销户|走)的?(?:客户|人|用户)`),
    zh(String.raw`要(?:转网|转走|离网|走|销户)的(?:客户|人|用户)?.{0,6}(?:可以)?(?:享|打|减|送|另)`),
    zh(String.raw`(?:您|你)(?:要是|如果|只要)?留下来?.{0,6}(?:我|我们|就).{0,4}(?:送|减|给|打).{0,16}`),
    en(
      String.raw`(?:price|offer|deal|discount|rate|plan) (?:just|only|reserved|made) for .{0,16}(?:who|about to|planning to).{0,16}${port}`,
    ),
    en(
      String.raw`if you stay,? (?:you|we|i).{0,10}(?:get|give|will give|can give|have).{0,16}(?:discount|price|free|credit|gift)`,
    ),
    zh(
      `(?:只有?|专门?|单独|仅|才|独有).{0,10}(?:${going}|准备走|打算走|走的人|要走的|离开的).{0,10}(?:有|给|开放|能办|享|的)`,
    ),
    zh(`(?:${going}|打算离开)(?:的)?(?:客户|用户|人)?.{0,6}(?:才能|才有|才给|专享|独享|专属|另有)`),
    zh(`(?:给|留给|是给)?(?:闹着|嚷着|吵着)?要走的.{0,8}(?:价|优惠|礼|折|方案|政策)`),
    zh(`(?:申请|提出?)(?:了)?${going}.{0,6}(?:才|就)(?:跳出|有|出现|给|开)`),
    zh(
      `(?:撤|撤回|撤销|取消)(?:了|掉)?.{0,10}(?:五折|[一二三四五六七八九]折|立减|送|返|到账)|把${going}申请撤.{0,10}(?:折|送|减|到账|给)`,
    ),
    zh(`要走(?:我|我们)?才(?:拿得出|给|有|能)`),
    zh(`(?:挽留|留网|离网)(?:专享|专属|礼包|套餐)`),
    zh(`(?:提出?|说)${going}.{0,6}(?:才|还给不|给不了)`),
    zh(`不提${going}.{0,12}(?:给不了|没有|拿不到)`),
    zh(`(?:撤回|取消|放弃)(?:了)?${going}.{0,8}(?:就|才)?.{0,4}(?:送|减|免|优惠|给)`),
    zh(`不走(?:的话)?.{0,8}(?:内部价|特价|单独给|送|另给)`),
    en(`only (?:for|to) (?:customers|people|those|who|users) (?:who )?(?:want to |are |about to )*(?:${port}|leavers)`),
    en(`(?:for )?(?:leavers only|people about to ${port}|retention[- ]only|customers about to ${port})`),
    en(`(?:nobody|no one) gets .{0,30}unless .{0,20}${port}`),
    en(`(?:only|just) .{0,25}since you (?:threatened|asked|want[a-z]*|decided|plan[a-z]*) to (?:go|${port})`),
    en(`stay,? and (?:i|we)(?: will|'ll| can)? .{0,30}(?:price|discount|deal|rate|free)`),
    en(`(?:price|deal|rate) (?:that )?(?:nobody|no one) else (?:sees|gets|has)`),
    en(`because you (?:asked|want|applied) to ${port}.{0,30}(?:offer|give|rate|price|discount)`),
    en(`(?:cancel|withdraw|drop) your (?:porting|port|leaving|switch[a-z]*) .{0,20}(?:free|discount|get|off)`),
  ],
  stall: [
    zh(`${going}(?:的事|的话)?.{0,6}(?:下周|下个?月|明天|过几天|改天|以后|节后)(?:再|才)`),
    zh(`先.{0,10}(?:签字|批准|同意|审批|销掉|面谈).{0,8}(?:才能|才可以|再)?(?:转|走|办走)`),
    zh(`先不给(?:您|你)?办?${going}|${going}.{0,8}(?:这里不办|不受理|去别的)`),
    zh(`要(?:转|走)可以.{0,3}先`),
    en(
      String.raw`(?:only|not) (?:let|allow|release) you (?:to )?(?:leave|go|switch|port).{0,16}(?:after|until|unless|once)`,
    ),
    en(String.raw`(?:please )?wait (?:another|a|one|two|three|until).{0,16}before you (?:switch|leave|port|go|move)`),
    zh(
      `(?:过|等|再等|缓|隔)(?:[一两三几]|[0-9]+)?(?:天|周|个?月|阵子|段时间).{0,6}(?:再)?(?:来)?(?:办|说|提)?.{0,2}${going}`,
    ),
    zh(
      `(?:今天|这两天|这周|这个月|现在|暂时|目前).{0,4}${going}.{0,2}不了|(?:今天|这个月|这周|暂时|目前).{0,4}(?:(?:办不了|不能办|不受理)${going}|转不了(?![账接发]))`,
    ),
    zh(`${going}.{0,14}(?:主任|经理|领导|审批|审核|签字).{0,12}(?:签字|批|通过|才|等)`),
    zh(`(?:审核|审批|领导).{0,6}(?:通过|同意|批了?).{0,4}才(?:让|能|可以)?.{0,2}(?:走|转|办)`),
    zh(`(?:${going}|授权码|短信码).{0,8}(?:先不给|暂时发不了|不发|等通知|慢慢等)`),
    zh(`(?:别|不要|先不)(?:再)?(?:提|说|办|急着)${going}`),
    zh(`(?:${going}|走).{0,6}(?:只能|必须|一定要)到.{0,10}(?:总部|本部|总店|指定).{0,10}`),
    zh(`先.{0,8}(?:满|够).{0,4}(?:年|月).{0,6}(?:再说|再办|才).{0,3}${going}`),
    zh(`${going}.{0,10}(?:来|跑)[两三四五几]趟`),
    zh(
      `${going}.{0,12}(?:再谈|再说|以后再|往后放|没人能办|休假|没有人办)|${going}[的？?,，].{0,12}(?:同事|经手|负责).{0,6}(?:休假|不在|请假)`,
    ),
    zh(`(?:往上报|上报|请示).{0,8}回去等`),
    zh(`不说(?:清楚|明白)?.{0,6}为什么(?:要)?走.{0,12}(?:没法|不能|办不了|不给)`),
    zh(`(?:授权码|验证码|短信码).{0,8}(?:发得慢|多试几天|过几天|明天再)`),
    zh(`怎么(?:转|走|办走|销户|携号).{0,6}(?:不清楚|不知道|自己查|不方便说|不能说)`),
    en(`come back (?:next|in a|another|later).{0,20}(?:to )?${port}`),
    en(`(?:cannot|can't|unable to|will not|won't) (?:process|handle|accept|take) your (?:port|leav|switch|cancel)`),
    en(`${port} (?:out )?(?:is|are) (?:not |im)possible (?:until|before|without)`),
    en(`(?:rather|prefer) not (?:to )?(?:tell|say|show) (?:you )?how to ${port}`),
    en(`(?:put|hold|keep) your (?:leaving|port[a-z]*|switch[a-z]*|cancel[a-z]*).{0,12}on hold`),
    en(`${port} takes (?:a|two|three|several|many) (?:weeks?|months?)`),
    en(`(?:call|ring|try|ask) (?:us )?again (?:after|next|in).{0,30}(?:about )?(?:${port}|moving your)`),
    en(`(?:need|needs|require) .{0,25}(?:signatures|approvals|forms|permission).{0,15}before you can (?:go|${port})`),
    en(`only the .{0,30}(?:handles|deals with|serves) .{0,20}(?:who want out|${port}|leavers)`),
    en(`must (?:visit|come to|go to) (?:the |our )?head ?office.{0,20}${port}`),
  ],
}

/** The customer's own words in marks, which are not ours: 您说“…”, you wrote “…”. */
const quoted =
  /(?:(?:您|你|客户|他|她)[^“”"。！？]{0,6}(?:说|讲|写|提到|提的|担心|问)(?:过|了|的)?[:：]?|\b(?:you|the customer|he|she) (?:said|wrote|asked|told us|mentioned|worried)[^“”".]{0,10})[“"「][^”"」]{1,80}[”"」]/gu

/** A worry or a question named in order to answer it, up to its comma: 您担心换了以后收不到验证码， */
const taken = /(?:您|你|客户)(?:刚才|上次|之前)?(?:担心|问过?|问起|听说|怕|在想)[^，。！？,!?]{1,30}[，,]/gu

/** What we say ourselves in a text: what the customer said, when it stands in marks, is left out. */
export const ourWordsIn = (text: string): string => text.replaceAll(quoted, ' □ ')

/** The words of a text by which it is unfair in this way; null where none are. They are found by pattern: what means the same in other words is not seen. */
export const unfairWords = (text: string, how: Unfairness): string | null => {
  for (const sentence of ourWordsIn(text.normalize('NFKC').toLowerCase().replaceAll('’', "'"))
    .replaceAll(taken, '')
    .split(/[。!?;\n]/u)) {
    const joined = sentence
      .replaceAll(/[“”"「」]/gu, '')
      .replaceAll(/(?<=[\p{Script=Han}]) +| +(?=[\p{Script=Han}])/gu, '')
    for (const pattern of patterns[how]) {
      const [found] = pattern.exec(joined) ?? []
      if (found) return found
    }
  }
  return null
}
