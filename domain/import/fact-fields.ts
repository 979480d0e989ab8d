import { field, type FieldDefinition } from './field.ts'
import { parseChoice, parseFlag } from './parse-choice.ts'
import { parseDay, parseMonth } from './parse-day.ts'
import { parseBill, parseCount, parseMoney } from './parse-number.ts'
import { parsePhone } from './parse-phone.ts'
import { parseCode, parseText } from './parse-text.ts'

export const billKinds = {
  total: ['总额', '合计', '总费用', '账单', '总计', 'bill'],
  roaming: ['漫游', '漫游费', '国际漫游'],
  voice: ['语音', '通话', '语音费', '通话费', 'call', 'calls'],
  data: ['流量', '流量费', '数据', 'internet'],
  message: ['短信', '短信费', 'sms'],
  product: ['产品', '套餐', '月租', '套餐费', 'plan', 'rental'],
  refund: ['退费', '退款', '冲正', '红字', 'credit', 'adjustment'],
}

export const channels = {
  call: ['电话', '外呼', '呼入', '热线', 'phone', 'telephone'],
  visit: ['拜访', '上门', '走访', '面访'],
  message: ['短信', '微信', '企业微信', 'sms', 'wechat', 'chat'],
  mail: ['邮件', '信函', 'email', 'letter'],
  counter: ['营业厅', '柜台', '厅店', 'hall'],
}

export const directions = {
  active: ['主动', '呼出', '去电', 'outbound', 'out'],
  passive: ['被动', '呼入', '来电', 'inbound', 'in'],
}

/** How an order was paid [K-30]. */
export const settlements = {
  electronic: ['电子结算', '电子', '网银', '扫码', '代扣', '线上', 'online', 'e-payment'],
  cash: ['现金', '现结', '货到付款', '线下', 'offline'],
}

const customerCode = field(
  'code',
  '客户编号',
  'Customer code',
  parseCode,
  '客户编码|客户代码|客户号|客户ID|编号|编码|用户编号|用户ID|账户编号|许可证号|custcode|custid|customerid|customerno|customernumber|customer|code|id',
  { required: true },
)
const phone = field(
  'phone',
  '主号码',
  'Main number',
  parsePhone,
  '手机号码|手机号|手机|用户号码|服务号码|计费号码|号码|phone|mobile|msisdn|phonenumber',
  { shape: 'phone' },
)
const name = field('name', '客户名称', 'Name', parseText, '姓名|客户姓名|名称|name|customername')
const note = field('note', '备注', 'Note', parseText, '说明|note|notes|remark|remarks')

/** One bill a row; or one customer a row with a column for each month, when no month and amount are mapped. */
export const billFields: readonly FieldDefinition[] = [
  customerCode,
  phone,
  name,
  field(
    'month',
    '账期',
    'Month',
    parseMonth,
    '月份|账单月份|账务月|计费月|帐期|年月|结算月|month|billmonth|billingmonth|period|billingperiod',
  ),
  field(
    'amount',
    '账单金额',
    'Amount',
    parseBill(true),
    '金额|费用|账单|消费|消费额|消费金额|话费|出账金额|实收|应收|总费用|合计|月消费|销售额|amount|bill|charge|charges|total|fee|revenue|billamount',
  ),
  field(
    'billKind',
    '费用类别',
    'Kind of charge',
    parseChoice(billKinds),
    '费用类型|账单类型|科目|账目|billkind|billtype|chargetype',
  ),
  note,
]

export const orderFields: readonly FieldDefinition[] = [
  customerCode,
  name,
  field(
    'orderNumber',
    '订单号',
    'Order number',
    parseCode,
    '订单编号|单号|订货单号|流水号|orderno|ordernumber|orderid|invoiceno|invoicenumber',
  ),
  field(
    'orderDay',
    '订单日期',
    'Order day',
    parseDay,
    '订货日期|下单日期|下单时间|订购日期|销售日期|交易日期|日期|orderdate|orderday|date|invoicedate|purchasedate',
    { required: true },
  ),
  field(
    'orderProduct',
    '商品',
    'Product',
    parseText,
    '商品名称|产品|产品名称|品名|规格|卷烟名称|品规|product|productname|item|description',
  ),
  field(
    'quantity',
    '数量',
    'Quantity',
    parseCount,
    '订购量|订货量|订单数量|件数|条数|实订量|quantity|qty|numberofcds|count',
  ),
  field(
    'orderAmount',
    '订单金额',
    'Amount',
    parseBill(true),
    '金额|销售额|订货金额|总价|实收金额|amount|dollarvalue|total|totalprice|sales|value',
    { required: true },
  ),
  field(
    'settlement',
    '结算方式',
    'Settlement',
    parseChoice(settlements),
    '付款方式|支付方式|结算|paymentmethod|payment|settlementmethod',
  ),
  field('price', '单价', 'Unit price', parseMoney, '价格|批发价|price|unitprice'),
  note,
]

export const touchFields: readonly FieldDefinition[] = [
  customerCode,
  phone,
  name,
  field(
    'touchDay',
    '接触日期',
    'Day of contact',
    parseDay,
    '日期|联系日期|联系时间|接触时间|拜访日期|拜访时间|走访日期|回访日期|呼叫时间|date|contactdate|visitdate|calldate',
    { required: true },
  ),
  field('channel', '接触方式', 'Channel', parseChoice(channels), '联系方式|方式|渠道|接触渠道|channel|method|via'),
  field('direction', '主被动', 'Direction', parseChoice(directions), '方向|呼叫方向|主动被动|direction'),
  field(
    'content',
    '接触内容',
    'What was said',
    parseText,
    '内容|联系内容|沟通内容|拜访内容|走访记录|记录|摘要|content|summary|description',
  ),
  field('result', '接触结果', 'Outcome', parseText, '结果|处理结果|回访结果|拜访结果|outcome|result'),
  field('staff', '接触人', 'By whom', parseText, '客户经理|工号|拜访人|走访人|经办人|staff|agent|by'),
  field('reached', '是否接通', 'Reached', parseFlag, '接通|是否联系上|联系上|reached|connected'),
  note,
]

/** A file that only adds attributes to customers who are already there. */
export const attributeFields: readonly FieldDefinition[] = [customerCode, phone, name]
