import { field, type FieldDefinition } from './field.ts'
import { parseChoice, parseFlag, parseMarketDays, parseWeekday } from './parse-choice.ts'
import { parseBirthday, parseDay } from './parse-day.ts'
import { parseIdentity } from './parse-identity.ts'
import { parseCount } from './parse-number.ts'
import { parsePhone } from './parse-phone.ts'
import { parseCode, parseText } from './parse-text.ts'

export const kindChoices = {
  person: ['个人', '个人客户', '自然人', '公众', 'individual', 'personal'],
  group: ['集团', '集团客户', '政企', '单位', '企业', 'company', 'enterprise', 'business'],
  outlet: ['零售户', '零售客户', '商户', '终端', 'retailer', 'shop', 'store'],
}

export const genderChoices = { male: ['男', '男性', '先生', 'm'], female: ['女', '女性', '女士', 'f'] }
export const calendarChoices = { solar: ['公历', '阳历', '新历'], lunar: ['农历', '阴历', '旧历'] }
export const marketChoices = {
  town: ['城市', '城镇', '市区', '城网', 'city', 'urban'],
  country: ['农村', '乡村', '乡镇', '农网', 'village', 'rural'],
}
export const formatChoices = {
  grocery: ['食杂店', '食杂', '小卖部', '杂货店'],
  convenience: ['便利店', '连锁便利店', '便利'],
  supermarket: ['超市', '大型超市', '中小超市'],
  mall: ['商场', '百货', '购物中心'],
  tobacco_liquor: ['烟酒店', '烟酒专卖店', '烟酒商店', '名烟名酒店'],
  entertainment: ['娱乐服务', '娱乐服务类', '餐饮', '酒店', '宾馆'],
  other: ['其他', '其它'],
}

/** What moves the customer to stay or go [K-08]. */
export const sensitivityChoices = {
  safety: ['安稳', '安全', '安全型', '安全敏感'],
  price: ['价格', '价格型', '价格敏感'],
  service: ['服务', '服务型', '服务敏感'],
  brand: ['品牌', '品牌型', '品牌敏感'],
}

export const creditChoices = { a: ['A', 'A级'], b: ['B', 'B级'], c: ['C', 'C级'], d: ['D', 'D级'] }

export const scaleChoices = {
  large: ['大', '大型', '大户', 'l'],
  medium: ['中', '中型', '中户', 'm'],
  small: ['小', '小型', '小户', 's'],
}

/** Fields of a customer's own record: what all have, then persons, groups and outlets. */
export const customerFields: readonly FieldDefinition[] = [
  field(
    'code',
    '客户编号',
    'Customer code',
    parseCode,
    '客户编码|客户代码|客户号|客户ID|客户标识|编号|编码|用户编号|用户ID|账户编号|许可证编码|custcode|custid|customerid|customerno|customernumber|code|id|clientid|userid|accountid|accountnumber',
  ),
  field(
    'kind',
    '客户类别',
    'Kind of customer',
    parseChoice(kindChoices),
    '客户类型|客户种类|客户性质|类别|customertype|customerkind|kind',
  ),
  field(
    'name',
    '客户名称',
    'Name',
    parseText,
    '姓名|客户姓名|名称|用户名称|机主|机主姓名|集团名称|单位名称|企业名称|公司名称|店名|商户名称|零售户名称|客户简称|name|fullname|customername|companyname|shopname|storename',
  ),
  field(
    'phone',
    '主号码',
    'Main number',
    parsePhone,
    '手机号码|手机号|手机|电话|联系电话|电话号码|移动电话|用户号码|服务号码|计费号码|号码|联系方式|订货电话|phone|mobile|phonenumber|mobilenumber|tel|telephone|msisdn|cellphone',
    { shape: 'phone' },
  ),
  field(
    'idNumber',
    '证件号码',
    'ID number',
    parseIdentity,
    '身份证|身份证号|身份证号码|证件号|证件编号|统一社会信用代码|idnumber|idno|idcard|nationalid|identitynumber',
    { shape: 'identity' },
  ),
  field(
    'address',
    '地址',
    'Address',
    parseText,
    '联系地址|家庭地址|住址|通信地址|通讯地址|经营地址|单位地址|店铺地址|详细地址|address|streetaddress|mailingaddress',
  ),
  field(
    'manager',
    '客户经理',
    'Account manager',
    parseText,
    '客户经理工号|客户经理编号|客户经理姓名|经理|专属经理|维系经理|负责人员|归属经理|manager|accountmanager|owner|managercode|staffcode',
  ),
  field(
    'officialLevel',
    '官方等级',
    'Official level',
    parseText,
    '等级|客户等级|客户级别|级别|VIP等级|VIP级别|星级|客户星级|大客户级别|服务等级|level|viplevel|grade|starlevel|officialtier|membershiplevel',
  ),
  field(
    'officialPoints',
    '官方积分',
    'Official points',
    parseCount,
    '积分|积分余额|可用积分|当前积分|points|pointsbalance|rewardpoints',
  ),
  field(
    'entryDate',
    '入网日期',
    'Customer since',
    parseDay,
    '入网时间|开户日期|开户时间|建档日期|加入日期|开通日期|签约日期|合作日期|entrydate|joindate|joined|since|startdate|activationdate|opendate',
  ),
  field(
    'contractUntil',
    '合约到期日',
    'Contract ends',
    parseDay,
    '合同到期|合同到期日|合同到期日期|合约到期|合约到期日期|合约到期时间|协议到期日|到期日期|到期日|协议结束日期|contractend|contractenddate|expirydate|enddate|renewaldate',
  ),
  field(
    'product',
    '产品',
    'Product',
    parseText,
    '套餐|套餐名称|主套餐|产品名称|业务名称|品牌|资费|资费套餐|product|plan|planname|tariff|productname|package',
  ),
  field(
    'sensitivity',
    '敏感度',
    'Sensitivity',
    parseChoice(sensitivityChoices),
    '敏感类型|敏感点|sensitivity|sensitive',
  ),
  field('note', '备注', 'Note', parseText, '说明|备注信息|note|notes|remark|remarks|comment'),

  field('gender', '性别', 'Gender', parseChoice(genderChoices), 'gender|sex', { only: ['person'] }),
  field(
    'birthday',
    '生日',
    'Birthday',
    parseBirthday,
    '出生日期|出生年月日|出生年月|客户生日|birthday|dateofbirth|dob|birthdate',
    { only: ['person'] },
  ),
  field(
    'birthdayCalendar',
    '生日历法',
    'Birthday calendar',
    parseChoice(calendarChoices),
    '历法|公历农历|生日类型|birthdaycalendar|calendar',
    { only: ['person'] },
  ),

  field('industry', '行业', 'Industry', parseText, '所属行业|行业类型|行业类别|industry|sector', { only: ['group'] }),
  field(
    'employees',
    '员工数',
    'Employees',
    parseCount,
    '员工人数|职工人数|人数|单位人数|从业人数|集团人数|employees|headcount|staffcount|numberofemployees',
    { only: ['group'] },
  ),
  field(
    'contactName',
    '联系人',
    'Contact person',
    parseText,
    '联系人姓名|关键人|关键联系人|经办人|法人|法人代表|负责人|contact|contactname|contactperson|keycontact',
    { only: ['group', 'outlet'] },
  ),
  field(
    'contactPhone',
    '联系人电话',
    "Contact's phone",
    parsePhone,
    '联系人手机|联系人号码|联系人联系电话|关键人电话|经办人电话|负责人电话|contactphone|contactmobile|contactnumber',
    { only: ['group', 'outlet'] },
  ),

  field(
    'licenceNumber',
    '许可证号',
    'Licence number',
    parseCode,
    '许可证号码|烟草专卖许可证号|专卖证号|烟草证号|零售许可证号|许可证|licence|license|licencenumber|licensenumber|licenseno',
    { only: ['outlet'] },
  ),
  field(
    'licenceUntil',
    '许可证到期日',
    'Licence expires',
    parseDay,
    '许可证有效期|许可证有效期至|许可证到期日期|许可证到期|专卖证有效期|licenceexpiry|licenseexpiry|licenseexpirydate',
    { only: ['outlet'] },
  ),
  field(
    'format',
    '业态',
    'Format',
    parseChoice(formatChoices),
    '经营业态|零售业态|业态类型|店铺类型|format|storeformat|shopformat|storetype',
    { only: ['outlet'] },
  ),
  field(
    'marketType',
    '市场类型',
    'Market type',
    parseChoice(marketChoices),
    '城乡|城乡类型|区域类型|地理位置|markettype|urbanrural',
    { only: ['outlet'] },
  ),
  field(
    'scale',
    '经营规模',
    'Scale',
    parseChoice(scaleChoices),
    '规模|店铺规模|经营规模类型|scale|storesize|shopsize',
    { only: ['outlet'] },
  ),
  field(
    'deliveryWeekday',
    '送货日',
    'Delivery day',
    parseWeekday,
    '送货星期|送货周期|配送日|送货时间|deliveryday|deliveryweekday',
    { only: ['outlet'] },
  ),
  field(
    'orderWeekday',
    '订货日',
    'Ordering day',
    parseWeekday,
    '订货星期|订货周期|访销日|访销周期|orderday|orderweekday',
    { only: ['outlet'] },
  ),
  field(
    'marketDays',
    '集日',
    'Market days',
    parseMarketDays,
    '赶集日|赶场日|逢集|集市日|集日农历|marketdays|marketday',
    { only: ['outlet'] },
  ),
  field(
    'allocationLevel',
    '供货档位',
    'Allocation level',
    parseCount,
    '档位|投放档位|客户档位|货源档位|供货档级|allocationlevel|supplylevel|allocation',
    { only: ['outlet'] },
  ),
  field('route', '线路', 'Route', parseText, '送货线路|访销线路|配送线路|拜访线路|route|deliveryroute|visitroute', {
    only: ['outlet'],
  }),
  field(
    'credit',
    '诚信等级',
    'Integrity grade',
    parseChoice(creditChoices),
    '诚信级别|守法等级|信用等级|integritygrade|creditgrade',
    {
      only: ['outlet'],
    },
  ),
  field(
    'consent',
    '同意联系',
    'Agrees to contact',
    parseFlag,
    '是否同意联系|接受营销|是否接受回访|接受外呼|contactconsent|marketingconsent|optin',
  ),
]
