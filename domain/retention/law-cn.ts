import type { RetentionLaw } from './law.ts'

/** What may follow a short name so that it is an ordinary word: 移动电话, 电信业务. */
const ordinary = {
  移动: ['电话', '网络', '通信', '互联网', '办公', '支付', '设备', '端', '硬盘', '数据'],
  电信: ['业务', '服务', '条例', '设备', '费用', '用户', '诈骗', '资费', '管理'],
  联通: [],
  广电: ['总局'],
}

/**
 * Taking one's number along, mainland China: the nine forbidden acts of article 9. Issued 2019-11-11, in force since 2019-12-01; the source
 * prints all nine. Whether later notices changed it has to be read at the ministry: `readOn` says when somebody last looked.
 * The conditions are those the operators publish (real name, in use, bills settled, no fixed term open, 120 days since the last move).
 */
export const numberPortingCn: RetentionLaw = {
  id: 'cn-miit-2019-242',
  country: 'CN',
  kinds: ['person', 'group'],
  titleZh: '携号转网服务管理规定',
  titleEn: 'Rules on number portability services',
  number: '工信部信管〔2019〕242号',
  article: '9',
  issuedOn: '2019-11-11',
  from: '2019-12-01',
  until: null,
  url: 'http://news.fjsen.com/2019-11/11/content_30051976.htm',
  readOn: '2026-11-22',
  acts: [
    {
      item: 1,
      check: 'delay',
      zh: '不能没有正当理由就拒绝、阻拦或拖延转网',
      en: 'no refusing, blocking or delaying without a lawful ground',
    },
    {
      item: 1,
      check: 'stall',
      zh: '话里不能不让走、拖着不办，也不能不讲怎么办走',
      en: 'no words that forbid leaving, put it off or keep the way out from the customer',
    },
    {
      item: 2,
      check: 'interfere',
      zh: '客户提出转网后，不能再干扰客户的选择',
      en: 'no interfering with the choice once the customer has applied',
    },
    {
      item: 3,
      check: 'bindTerm',
      zh: '不能自己延长在网期限，也不能把没约定期限的协议当成有期限',
      en: 'no stretching of terms, and no term where none was agreed',
    },
    {
      item: 4,
      check: 'degrade',
      zh: '不能用技术手段影响转网客户的通信质量',
      en: 'no technical means that worsen the service of who moves',
    },
    {
      item: 5,
      check: 'compare',
      zh: '宣传里不能拿别家来比，也不能提别家的名称和资费',
      en: 'no comparing, and no naming other providers or their tariffs',
    },
    {
      item: 5,
      check: 'mislead',
      zh: '不能编造、夸大或淡化转网的影响和优惠',
      en: 'nothing invented, exaggerated or played down about moving',
    },
    {
      item: 6,
      check: 'special',
      zh: '不能专为转网客户设资费和营销方案',
      en: 'no tariffs or offers meant only for those who move',
    },
    {
      item: 7,
      check: 'proxy',
      zh: '不能未经客户授权就代办转网、代为申诉',
      en: 'no moving or complaining in the customer’s name without a mandate',
    },
    {
      item: 8,
      check: 'holdNumber',
      zh: '客户退网后，携入的号码不能继续占用',
      en: 'no holding on to a number that was brought in after its user left',
    },
    { item: 9, check: 'local', zh: '本单位列明的其他违规说法', en: 'other breaches, as listed by the office' },
  ],
  grounds: ['realName', 'notInUse', 'billsOpen', 'termOpen', 'within120Days'],
  providers: [
    { names: ['中国移动', '移动', '10086', 'China Mobile'], notBefore: ordinary.移动 },
    { names: ['中国联通', '联通', '10010', 'China Unicom', 'Unicom'], notBefore: ordinary.联通 },
    { names: ['中国电信', '电信', '10000号', 'China Telecom'], notBefore: ordinary.电信 },
    { names: ['中国广电', '广电', '10099', 'China Broadnet', 'Broadnet'], notBefore: ordinary.广电 },
  ],
  misleading: [
    '转网后没信号',
    '转走就没信号',
    '转网就收不到验证码',
    '转了就收不到验证码',
    '转网号码会作废',
    '号码就作废',
    '转网会影响征信',
    '转出去就回不来',
    '转网要交违约金',
    '转不了的',
    '全网最低',
    '保证最便宜',
    '永久免费',
  ],
  stalling: [
    '过几天再来办',
    '过几天再办',
    '下个月再办',
    '先别办转网',
    '暂时办不了转网',
    '系统办不了转网',
    '今天办不了转网',
    '怎么转网不用问',
    '不告诉怎么转',
    '没办法转网',
    'come back another day to leave',
    'cannot be moved at the moment',
  ],
}
