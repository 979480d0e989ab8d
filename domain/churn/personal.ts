import { type Column, numberOf, type Raw, textOf } from './table.ts'

/** Whole numbers from here on are as long as a telephone's. */
const LONG = 1_000_000

const MANAGER_ZH = /经理|专员|业务员|营业员|操作员|店员|员工|工号|客服代表/
const BIRTH = /生日|出生|\b(birth|birthday|birthdate|dob|born)\b/
const PERSON_ZH = /姓名|名字|户名|称呼|机主|地址|住址|邮箱|微信号?$|QQ$|身份证|证件|联系方式|人$/i
const NUMBER_ZH = /(电话|手机|座机|固话|号码|编号|编码)$|(?<![型信符])号$|(联系|家庭|办公|备用)(电话|手机)/
const NAME_ZH = /名称$/
const THING_ZH = /(套餐|产品|资费|品牌|活动|渠道|业务|终端|机型|方案|区域|网格|原因)(名称|编号|编码)$/
/** Told of a number or a person, yet a count, a sum or a length of time: 客户经理走访次数, 联系人数, 电话费. */
const MEASURE_ZH = /(数|数量|次|率|额|费|时长|天|月|分)$/

const PERSON_EN =
  /\b(address|e ?mail|wechat|surname|firstname|lastname|fullname|manager|agent|salesperson|representative|staff|employee)\b/
const NUMBER_EN =
  /\b(phone|telephone|mobile|cell|cellphone|tel|landline|msisdn|imsi|imei|number|no|id|code)$|\b(phone|telephone|mobile) ?(number|no)\b/
const CODED_EN =
  /\b(postal|zip|area|plan|product|tariff|offer|reason|status|segment|region|channel|type) (number|no|id|code)$/
const NAME_EN = /\bname$/
const THING_EN = /\b(plan|product|tariff|package|offer|brand|campaign|channel|region|segment) name$/
const MEASURE_EN =
  /\b(count|visits|calls|contacts|changes|times|days|months|minutes|satisfaction|score|rate|age)$|^(number|count) of\b/

const YES_NO = new Set(['', '0', '1', 'yes', 'no', 'y', 'n', 'true', 'false', '是', '否', '有', '无'])

/** `ManagerName`, `manager_name (1)` → `manager name`. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\(.*?\)|（.*?）|\d+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

/** Whether a column's name says that it tells who somebody is, or who looks after them: name, number, birthday, address, manager. */
export const namesSomebody = (name: string, cells: readonly Raw[]): boolean => {
  if (cells.every((cell) => YES_NO.has(String(numericOr(cell)).toLowerCase()))) return false
  const words = wordsOf(name)
  const joined = words.replaceAll(' ', '')
  const lower = words.toLowerCase()
  if (BIRTH.test(lower)) return true
  const personal =
    [MANAGER_ZH, PERSON_ZH].some((each) => each.test(joined)) ||
    ([NUMBER_ZH, NAME_ZH].some((each) => each.test(joined)) && !THING_ZH.test(joined)) ||
    PERSON_EN.test(lower) ||
    (NUMBER_EN.test(lower) && !CODED_EN.test(lower)) ||
    (NAME_EN.test(lower) && !THING_EN.test(lower))
  if (!personal) return false
  const measured = MEASURE_ZH.test(joined) || MEASURE_EN.test(lower)
  return !measured || cells.some((cell) => textOf(cell) !== '' && !(Math.abs(numberOf(cell)) < LONG))
}

/** 1.0 and 1 are one answer. */
const numericOr = (cell: Raw): string | number => {
  const value = numberOf(cell)
  return Number.isNaN(value) ? textOf(cell) : value
}

/** Whole numbers of seven digits and more, most customers having one of their own: accounts, mobiles and landlines, not a measure. */
export const looksLikeNumbers = (column: Column): boolean => {
  if (column.kind !== 'number') return false
  const known = column.numbers.filter((value) => !Number.isNaN(value))
  const long = known.filter((value) => Number.isInteger(value) && Math.abs(value) >= LONG)
  return long.length > 0 && long.length >= known.length * 0.95 && new Set(known).size * 2 >= known.length
}
