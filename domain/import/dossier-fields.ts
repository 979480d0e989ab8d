import { field, type FieldDefinition } from './field.ts'
import { parseChoice, parseFlag } from './parse-choice.ts'
import { parseBirthday } from './parse-day.ts'
import { parseCount, parseMoney } from './parse-number.ts'
import { parseText } from './parse-text.ts'

export const orderingChoices = {
  online: ['网上', '网上订货', '线上', '手机订货', 'app', 'internet'],
  phone: ['电话', '电话订货', '电访', 'telephone'],
  visit: ['访销', '上门', '上门访销', '客户经理访销'],
}

const person = { only: ['person'] } as const
const outlet = { only: ['outlet'] } as const
const personOrOutlet = { only: ['person', 'outlet'] } as const

/**
 * What a list of customers may say of them besides its usual columns. What somebody has to judge (style, closeness, scene of use)
 * is not among them: that is written down after a talk.
 */
export const detailFields: readonly FieldDefinition[] = [
  field('addressForm', '称呼', 'Called', parseText, '尊称|客户称呼|叫法|addressform|salutation|preferredname'),
  field('background', '来历', 'Background', parseText, '客户来源|客户背景|background|customersource'),
  field(
    'occupation',
    '职业',
    'Occupation',
    parseText,
    '职业类别|客户职业|从事职业|工种|occupation|profession|job|jobtitle',
    person,
  ),
  field('employer', '工作单位', 'Employer', parseText, '单位|所在单位|就职单位|工作地点|employer|workplace', person),
  field('interests', '兴趣', 'Interests', parseText, '爱好|兴趣爱好|个人爱好|interests|hobbies|hobby'),
  field(
    'goodTimes',
    '方便的时间',
    'Good times',
    parseText,
    '方便时间|方便联系时间|联系时段|宜联系时间|goodtimes|besttimetocall',
  ),
  field('tags', '标签', 'Tags', parseText, '客户标签|tags|labels'),
  field(
    'secondContact',
    '第二联系人',
    'Second contact',
    parseText,
    '备用联系人|紧急联系人|secondcontact|emergencycontact',
    personOrOutlet,
  ),
  field('family', '家人', 'Family', parseText, '家庭成员|家庭情况|家庭信息|family|familymembers', personOrOutlet),

  field('sites', '办公地点', 'Sites', parseText, '分支机构|网点分布|办公地址|sites|locations|branches', {
    only: ['group'],
  }),

  field(
    'orderingWay',
    '订货方式',
    'Way of ordering',
    parseChoice(orderingChoices),
    '订货渠道|orderingway|orderchannel',
    outlet,
  ),
  field('bank', '扣款银行', 'Bank', parseText, '开户银行|结算银行|代扣银行|bank|bankname', outlet),
  field(
    'demonstration',
    '示范户',
    'Demonstration shop',
    parseFlag,
    '是否示范户|是否示范店|示范店|demonstration|modelshop',
    outlet,
  ),
  field(
    'legalRecord',
    '守法记录',
    'Legal record',
    parseText,
    '违法记录|违规记录|案件记录|legalrecord|violations',
    outlet,
  ),
  field('brands', '经营品规数', 'Brands kept', parseCount, '品规数|经营规格数|在销品规数|brands|skucount', outlet),
  field(
    'averagePrice',
    '单条均价',
    'Average price a carton',
    parseMoney,
    '条均价|平均单价|单条价值|averageprice|avgprice',
    outlet,
  ),
  field('buyers', '主要买主', 'Who buys', parseText, '消费群体|主要消费者|客群|buyers|clientele', outlet),
  field('shopFront', '门头', 'Shop front', parseText, '门头情况|店招|shopfront|signboard', outlet),
  field('display', '陈列', 'Display', parseText, '陈列情况|柜台陈列|display', outlet),
  field(
    'area',
    '面积',
    'Floor area',
    parseCount,
    '店铺面积|营业面积|经营面积|floorarea|shoparea|squaremetres|squaremeters',
    outlet,
  ),
  field(
    'openHours',
    '营业时间',
    'Open hours',
    parseText,
    '经营时间|开门时间|openhours|openinghours|businesshours',
    outlet,
  ),
  field('keeper', '经营者', 'Keeper', parseText, '经营者姓名|店主|店主姓名|户主|实际经营者|keeper|shopkeeper', outlet),
  field(
    'keeperBirthday',
    '经营者生日',
    'Keeper’s birthday',
    parseBirthday,
    '店主生日|经营者出生日期|keeperbirthday',
    outlet,
  ),
]
