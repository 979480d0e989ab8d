import type { Words } from '#domain/kernel/said.ts'
import { yuan } from '#domain/kernel/wording.ts'
import { choiceLabel, fieldLabel } from './fields.ts'
import type { MappingFacts, RowFacts, RunFacts, SheetFacts, WhyFacts } from './facts.ts'

const atRow = (row: number | null): string => (row === null ? '' : `（第 ${row} 行附近）`)

const kinds: Record<string, string> = {
  pdf: 'PDF 文件',
  png: '图片',
  jpeg: '图片',
  gif: '图片',
  rar: 'RAR 压缩包',
  '7z': '7z 压缩包',
  gzip: '压缩文件',
  zip: '压缩包或其他 Office 文件',
  doc: 'Word 或其他旧版 Office 文件',
  html: '没有表格的网页',
  xml: 'XML 文件',
  json: 'JSON 文件',
  binary: '程序或数据文件',
}

const listed = (values: string): string =>
  values
    .split(',')
    .map((value) => choiceLabel(value, 'zh'))
    .join('、')

export const sheetWords: Words<SheetFacts> = {
  'sheet.empty': () => '文件里没有内容。请打开原文件看一看，重新导出后再上传。',
  'sheet.not-a-table': ({ found }) => `这是${kinds[found] ?? '别的文件'}，不是表格。请上传 XLSX、XLS 或 CSV 文件。`,
  'sheet.cut-off': ({ row }) => `文件不完整，传到一半就断了${atRow(row)}。请重新上传；仍不行就从系统里再导出一次。`,
  'sheet.locked': () => '文件设了打开密码。请在 Excel 或 WPS 里去掉密码，另存后再上传。',
  'sheet.not-xlsx': () =>
    '这个文件不是 XLSX 工作簿，或设了打开密码。请在 Excel 或 WPS 里去掉密码，另存为 XLSX 后再上传。',
  'sheet.too-old': () => '这是 Excel 95 或更早的格式。请用 Excel 或 WPS 打开，另存为 XLSX 后再上传。',
  'sheet.undecodable': ({ offset, row }) =>
    `第 ${row} 行（第 ${offset + 1} 个字节）的文字读不出来，文件里混了别的编码。请用 Excel 或 WPS 打开，另存为 XLSX 或“CSV UTF-8”后再上传。`,
  'sheet.too-many-columns': ({ row, found, limit }) =>
    `第 ${row} 行有 ${found} 列，最多 ${limit} 列。请删去用不到的列，或分成几个文件。`,
  'sheet.too-many-rows': ({ limit }) => `超过 ${limit} 行。请分成几个文件导入。`,
  'sheet.cell-too-long': ({ row, column, limit }) =>
    `第 ${row} 行第 ${column} 列超过 ${limit} 个字。请检查那里是否少了一个引号，或把长文字删短。`,
  'sheet.too-big': ({ limitMb }) =>
    `文件解开后太大${limitMb > 0 ? `（超过 ${limitMb} MB）` : ''}。请删去多余的工作表和空行，另存后再上传。`,
  'sheet.no-header': () => '没有找到表头。请在数据上面加一行列名，例如“客户编号、姓名、手机号码”。',
  'sheet.no-such-sheet': ({ name }) =>
    name === '' ? '工作簿里没有可读的工作表。请检查文件后再上传。' : `没有名为“${name}”的工作表。请重新选择。`,
}

export const problemWords: Words<RowFacts> = {
  required: () => '必填，但是空的',
  'text.too-long': ({ length, limit }) => `有 ${length} 个字，最多 ${limit} 个`,
  'cell.formula': ({ text }) => `“${text}”是公式，不是内容`,
  'cell.error': ({ text }) => `单元格显示 ${text}，公式没有算出结果`,
  'code.scientific': ({ text }) => `编号成了科学计数 ${text}，后几位已经丢失`,
  'code.rounded': ({ text }) => `编号 ${text} 超过 15 位，末尾几位被改成了 0`,
  'code.repeated': ({ code, firstRow }) => `编号 ${code} 在第 ${firstRow} 行已经出现过`,
  'bill.repeated': ({ code, month, firstRow }) => `客户 ${code} 的 ${month} 账单在第 ${firstRow} 行已经有了`,
  'phone.scientific': ({ text }) => `号码成了科学计数 ${text}，后几位已经丢失`,
  'phone.not-mobile': ({ text, digits }) => `“${text}”有 ${digits} 位，手机号是 11 位`,
  'phone.invalid': ({ text }) => `“${text}”不是电话号码`,
  'identity.scientific': ({ text }) => `证件号码成了科学计数 ${text}，后几位已经丢失`,
  'identity.rounded': ({ text }) => `证件号码 ${text} 的末尾被改成了 0`,
  'identity.length': ({ text, length }) => `证件号码 ${text} 有 ${length} 位，应为 18 位`,
  'identity.checksum': ({ text }) => `证件号码 ${text} 的校验位不对，至少有一位写错`,
  'identity.birthday': ({ text }) => `证件号码 ${text} 里的出生日期不存在`,
  'money.invalid': ({ text }) => `“${text}”不是金额`,
  'money.negative': ({ amount }) => `金额是 ${yuan(amount)}，不能小于 0`,
  'money.absurd': ({ amount, limit }) => `金额 ${yuan(amount)} 超过上限 ${yuan(limit)}`,
  'number.invalid': ({ text }) => `“${text}”不是数字`,
  'number.negative': ({ text }) => `“${text}”小于 0`,
  'day.invalid': ({ text }) => `“${text}”不是存在的日期`,
  'day.no-year': ({ text }) => `“${text}”没有写年份`,
  'day.ambiguous': ({ text }) => `“${text}”分不清月和日`,
  'month.invalid': ({ text }) => `“${text}”不是月份`,
  'month.no-year': ({ text }) => `“${text}”没有写年份`,
  'weekday.invalid': ({ text }) => `“${text}”不是星期几`,
  'market.invalid': ({ text }) => `“${text}”看不出是哪几天逢集`,
  'flag.invalid': ({ text }) => `“${text}”不是“是”或“否”`,
  'choice.unknown': ({ text }) => `“${text}”不在可选的内容里`,
  'label.unknown': ({ text }) => `“${text}”看不出是离开还是留下`,
  'row.short': ({ found, expected }) => `这一行只有 ${found} 列，应有 ${expected} 列，可能没有写完`,
  'row.unreachable': ({ code }) => `没有编号为 ${code} 的客户`,
  'row.exists': ({ code }) => `编号为 ${code} 的客户已经有了`,
  'number.elsewhere': ({ tail }) => `尾号 ${tail} 的号码已在另一位客户名下`,
  'row.merged': ({ code, into }) => `客户 ${code} 已经并入 ${into}`,
  'staff.unknown': ({ text }) => `您能分配的人员里没有“${text}”`,
  'staff.ambiguous': ({ text }) => `有几个人都叫“${text}”`,
  'field.other-kind': ({ kind }) => `${choiceLabel(kind, 'zh')}客户没有这个项目`,
  'number.range': ({ text, min, max }) => `${text} 不在 ${min} 到 ${max} 之间`,
}

const asText = '在原系统里把这一列设成“文本”再导出，填上完整的'

export const remedyWords: Words<RowFacts> = {
  required: () => '请填上这一格',
  'text.too-long': ({ limit }) => `请删到 ${limit} 个字以内`,
  'cell.formula': () => '请改成普通文字；不认识的公式不要打开，先问提供文件的人',
  'cell.error': () => '请在 Excel 或 WPS 里打开并保存一次；还不行就改正公式，或直接填写结果',
  'code.scientific': () => `请${asText}编号`,
  'code.rounded': () => `请${asText}编号`,
  'code.repeated': () => '请删去多余的一行，或改正编号',
  'bill.repeated': () => '请把两行合成一行，或在“费用类别”里分开填写',
  'phone.scientific': () => `请${asText} 11 位号码`,
  'phone.not-mobile': () => '补全 11 位；若是座机，请把列名改成“电话”，最好带区号，如 0571-87654321',
  'phone.invalid': () => '请填 11 位手机号，或带区号的座机，如 0571-87654321',
  'identity.scientific': () => `请${asText} 18 位号码`,
  'identity.rounded': () => `请${asText} 18 位号码`,
  'identity.length': () => '请对照证件填写完整的 18 位号码',
  'identity.checksum': () => '请对照证件逐位核对',
  'identity.birthday': () => '请对照证件核对第 7 到 14 位',
  'money.invalid': () => '请填数字，如 128.50；没有金额就留空',
  'money.negative': () => '退费请单独成行，“费用类别”填“退费”；写错了就改成正数',
  'money.absurd': () => '请检查小数点和单位（元还是分）；确实这么多，请在导入设置里调高上限',
  'number.invalid': () => '请只填数字；不知道就留空',
  'number.negative': () => '请填 0 或正数；不知道就留空',
  'day.invalid': () => '请写成 2026-01-05 这样',
  'day.no-year': () => '请写上年份，如 2026-01-05；或在导入设置里选年份',
  'day.ambiguous': () => '请按年、月、日写，如 2026-01-05',
  'month.invalid': () => '请写成 2026-01 这样',
  'month.no-year': () => '请写上年份，如 2026-01；或在导入设置里选年份',
  'weekday.invalid': () => '请写周一到周日',
  'market.invalid': () => '请写成“农历逢三六九”或“每周一、四”这样',
  'flag.invalid': () => '请填“是”或“否”；不知道就留空',
  'choice.unknown': ({ allowed }) => `请填其中一个：${listed(allowed)}`,
  'label.unknown': () => '离开的填“是”，留下的填“否”',
  'row.short': () => '请对照原表补完这一行；如果是最后一行，请重新导出整个文件',
  'row.unreachable': () => '请核对编号；若是新客户，请把导入方式改为“新建并更新”',
  'row.exists': () => '请核对编号；若要更新，请把导入方式改为“新建并更新”',
  'number.elsewhere': () => '请改正号码或清空这一格；如果是同一位客户，请用原来的编号，或先合并',
  'row.merged': ({ into }) => `请改用编号 ${into}`,
  'staff.unknown': () => '请填工号或全名；还没定就留空',
  'staff.ambiguous': () => '请改填工号',
  'field.other-kind': () => '请清空这一格，或改正客户类别',
  'number.range': ({ min, max }) => `请填 ${min} 到 ${max} 的数；不知道就留空`,
}

const shapes: Record<string, string> = { phone: '电话号码', identity: '证件号码' }

export const whyWords: Words<WhyFacts> = {
  'why.name': ({ header }) => `列名是“${header}”`,
  'why.part': ({ word }) => `列名里有“${word}”`,
  'why.shape': ({ shape, share }) => `${Math.round(share * 100)}% 的内容是${shapes[shape] ?? shape}`,
  'why.month': ({ month }) => `列名说的是 ${month}，内容是数字`,
  'why.template': () => '上次这样对应',
  'why.values': ({ distinct }) =>
    distinct === 0 ? '前面的行里都是空的，先作为属性' : `没有对应的项目，先作为属性（样本里有 ${distinct} 种取值）`,
  'why.nothing': () => '不用导入',
}

export const mappingWords: Words<MappingFacts> = {
  'mapping.missing': ({ field }) => `还没有指定哪一列是“${fieldLabel(field, 'zh')}”`,
  'mapping.twice': ({ first, second }) => `“${first}”和“${second}”对应了同一个项目，请改其中一个`,
  'mapping.no-amount': () => '账单要有“账期”和“账单金额”两列，或每个月一列',
}

const states: Record<string, string> = {
  uploading: '还在上传',
  ready: '还没有开始',
  checking: '正在试运行',
  waiting: '正在排队',
  running: '正在写入',
  done: '已经完成',
  cancelled: '已经取消',
  failed: '没有做完，写入的内容已经撤回',
  undoing: '正在撤销',
  undone: '已经撤销',
}

export const runWords: Words<RunFacts> = {
  'import.not-allowed': () => '发起人现在没有导入的权限，什么也没有写入。',
  'import.not-now': ({ state }) => `这次导入${states[state] ?? state}，现在不能这样做。`,
  'import.keeper-elsewhere': () => '新客户要给的这位客户经理不在您能分配的人员里，请另选一位。',
  'import.undo-first': () => '上次没有做完，写入的内容还在，请先撤销。',
  'import.file-gone': () => '上传的文件已经清理，请重新上传。',
  'import.other-content': () => '这次上传已经收到另一个文件的内容，请重新选择文件。',
  'job.failed': () => '程序出错，没有做完；写入的内容已全部撤回。请再试一次，仍不行请找管理员。',
  'import.not-taken-back': () => '程序出错，没有做完，写入的内容也没有全部撤回。请点“撤销”再试一次，仍不行请找管理员。',
}
