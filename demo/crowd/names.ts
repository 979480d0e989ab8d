import type { Random } from '#domain/kernel/random.ts'
import { pick } from '../chance.ts'

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '上官',
  '司徒',
]
const FEMALE = [...'兰娟敏静秀英丽芳慧玲雪梅燕琳颖洁倩婷薇霞芬莉琴岚月萍莹瑶璐']
const MALE = [...'伟强磊军洋勇杰涛明超刚平辉鹏华飞斌波宇浩凯峰健俊帆森川岩诚']
const FIRST = [...'晓建国文志春秋海永思雨子家立新广少仲书景宏天德世承']

/** A name and the sex it belongs to; the same source gives the same name. */
export const personName = (random: Random): { name: string; gender: 'female' | 'male' } => {
  const gender = random() < 0.5 ? 'female' : 'male'
  const last = pick(random, gender === 'female' ? FEMALE : MALE)
  const given = random() < 0.82 ? pick(random, FIRST) + last : last
  return { name: pick(random, SURNAMES) + given, gender }
}

const PLACES = ['云川', '城北', '临港', '南浦', '东岭', '白石', '青溪', '北屿', '沙洲', '望江']
const WORDS = [
  '瑞安',
  '鼎新',
  '恒拓',
  '明德',
  '佳禾',
  '信远',
  '启航',
  '盛达',
  '润泽',
  '博雅',
  '金穗',
  '凌云',
  '正和',
  '万泉',
  '宏业',
  '远景',
  '朗州',
  '同舟',
  '广厦',
  '景行',
  '知行',
  '丰源',
  '百川',
  '清源',
  '竹石',
  '松涛',
  '长风',
  '乐土',
  '永昌',
  '华栋',
  '四方',
  '晨光',
  '新禾',
  '天工',
]
export const TRADES = [
  { end: '机械', industry: '机械制造' },
  { end: '物流', industry: '物流' },
  { end: '装饰工程', industry: '装饰' },
  { end: '餐饮管理', industry: '餐饮' },
  { end: '口腔门诊', industry: '医疗' },
  { end: '建材', industry: '建材' },
  { end: '电子', industry: '电子制造' },
  { end: '服饰', industry: '服装' },
  { end: '教育培训', industry: '教育' },
  { end: '农业合作社', industry: '农业' },
  { end: '汽修', industry: '汽车服务' },
  { end: '酒店', industry: '住宿' },
  { end: '食品', industry: '食品加工' },
  { end: '会计事务所', industry: '专业服务' },
  { end: '园林', industry: '园林' },
  { end: '包装印刷', industry: '印刷' },
] as const

export const companyName = (random: Random, trade: (typeof TRADES)[number]): string =>
  (random() < 0.5 ? pick(random, PLACES) : '') + pick(random, WORDS) + trade.end

const LUCKY = [
  '福临',
  '顺发',
  '聚源',
  '永兴',
  '鑫隆',
  '万家',
  '惠民',
  '吉祥',
  '双喜',
  '满堂',
  '好又来',
  '老地方',
  '邻里',
  '路口',
  '桥头',
  '大榕树',
  '春风',
  '四季',
  '小满',
  '金桂',
  '泰和',
  '平安',
  '家家乐',
  '日日新',
  '红星',
  '三江',
  '月亮湾',
  '石牌',
  '长庆',
  '汇源里',
]
export const VILLAGES = [
  '柳溪镇',
  '石桥乡',
  '白沙镇',
  '青石岭',
  '双河口',
  '梅子坪',
  '杨家湾',
  '上岭村',
  '下渡口',
  '古樟村',
  '牛角冲',
  '竹林坳',
]
const SHOPS = [
  ['烟酒店', 'tobacco_liquor'],
  ['便利店', 'convenience'],
  ['副食店', 'grocery'],
  ['超市', 'supermarket'],
  ['小卖部', 'grocery'],
  ['商店', 'grocery'],
] as const

export const shopName = (random: Random): { name: string; format: string } => {
  const [end, format] = pick(random, SHOPS)
  return { name: pick(random, LUCKY) + end, format }
}
