import type { Language } from '#domain/kernel/said.ts'

/**
 * Surnames that are commonly misread, with the reading or readings to show, most frequent first. Two readings mean that both families
 * exist and only the person knows. Traditional forms stand beside the simplified ones so that the browser needs no dictionary.
 */
const MISREAD: Record<string, readonly string[]> = {
  单: ['Shàn', 'Dān'],
  單: ['Shàn', 'Dān'],
  仇: ['Qiú'],
  解: ['Xiè'],
  曾: ['Zēng'],
  查: ['Zhā'],
  盖: ['Gě', 'Gài'],
  蓋: ['Gě', 'Gài'],
  区: ['Ōu'],
  區: ['Ōu'],
  朴: ['Piáo'],
  任: ['Rén'],
  华: ['Huà'],
  華: ['Huà'],
  乐: ['Yuè', 'Lè'],
  樂: ['Yuè', 'Lè'],
  卜: ['Bǔ'],
  冼: ['Xiǎn'],
  缪: ['Miào'],
  繆: ['Miào'],
  覃: ['Qín', 'Tán'],
  员: ['Yùn'],
  員: ['Yùn'],
  种: ['Chóng'],
  召: ['Shào'],
  哈: ['Hǎ'],
  那: ['Nā'],
  宓: ['Mì'],
  逄: ['Páng'],
  谌: ['Chén', 'Shèn'],
  諶: ['Chén', 'Shèn'],
  郗: ['Xī', 'Chī'],
  燕: ['Yān'],
  应: ['Yīng'],
  應: ['Yīng'],
  宁: ['Níng', 'Nìng'],
  甯: ['Nìng'],
  纪: ['Jǐ', 'Jì'],
  紀: ['Jǐ', 'Jì'],
  翟: ['Zhái', 'Dí'],
  折: ['Shé'],
  黑: ['Hè'],
  撒: ['Sǎ'],
  柏: ['Bǎi'],
  隗: ['Wěi', 'Kuí'],
  郇: ['Xún', 'Huán'],
  句: ['Gōu'],
  晁: ['Cháo'],
  乜: ['Niè'],
  厍: ['Shè'],
  厙: ['Shè'],
  佘: ['Shé'],
  牟: ['Mù', 'Móu'],
  佴: ['Nài'],
  钭: ['Tǒu'],
  鈄: ['Tǒu'],
  郏: ['Jiá'],
  郟: ['Jiá'],
  璩: ['Qú'],
  於: ['Yū'],
  祭: ['Zhài'],
  费: ['Fèi', 'Bì'],
  費: ['Fèi', 'Bì'],
  葛: ['Gě'],
  恽: ['Yùn'],
  惲: ['Yùn'],
  阚: ['Kàn'],
  闞: ['Kàn'],
  逯: ['Lù'],
  郜: ['Gào'],
  訾: ['Zī'],
  昝: ['Zǎn'],
  眭: ['Suī'],
  笪: ['Dá'],
  过: ['Guō'],
  過: ['Guō'],
  尉迟: ['Yùchí'],
  尉遲: ['Yùchí'],
  万俟: ['Mòqí'],
  萬俟: ['Mòqí'],
  令狐: ['Línghú'],
  长孙: ['Zhǎngsūn'],
  長孫: ['Zhǎngsūn'],
  澹台: ['Tántái'],
  澹臺: ['Tántái'],
  单于: ['Chányú'],
  單于: ['Chányú'],
  亓官: ['Qíguān'],
  鲜于: ['Xiānyú'],
  鮮于: ['Xiānyú'],
}

const COMPOUND =
  '欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 万俟 萬俟 长孙 長孫 宇文 司徒 司空 轩辕 軒轅 澹台 澹臺 濮阳 濮陽 淳于 单于 單于 太叔 申屠 公羊 赫连 赫連 钟离 鍾離 闻人 聞人 南宫 南宮 西门 西門 独孤 獨孤 端木 呼延 百里 东郭 東郭 拓跋 亓官 鲜于 鮮于 闾丘 公冶 宗政 仲孙 左丘 梁丘 第五'.split(
    ' ',
  )

const HAN = /^\p{Script=Han}/u

/**
 * The surname of a Chinese person's name: a compound surname when one begins it and a given name follows, else the first character.
 * Null for names that do not begin with a Chinese character, and for transliterated names written with a dot (买买提·艾力).
 */
export const surnameOf = (name: string): string | null => {
  const trimmed = name.trim()
  if (!HAN.test(trimmed) || /[·•・]/.test(trimmed)) return null
  return (
    COMPOUND.find((surname) => trimmed.startsWith(surname) && trimmed.length > surname.length) ??
    [...trimmed][0] ??
    null
  )
}

/** How a surname is read aloud; `also` holds further readings in use, then it is best to ask. */
export type SurnameReading = { surname: string; reading: string; also: readonly string[] }

/** The reading to show beside a person's name when its surname is commonly misread (单 reads Shàn), null otherwise [K-35]. For persons, not for companies. */
export const surnameReading = (name: string): SurnameReading | null => {
  const surname = surnameOf(name)
  const [reading, ...also] = (surname !== null && Object.hasOwn(MISREAD, surname) && MISREAD[surname]) || []
  return surname === null || reading === undefined ? null : { surname, reading, also }
}

/** 读 Shàn; with several readings 读 Shàn 或 Dān，以本人为准. */
export const surnameReadingText = ({ reading, also }: SurnameReading, language: Language): string => {
  const all = [reading, ...also]
  if (language === 'zh') return also.length === 0 ? `读 ${reading}` : `读 ${all.join(' 或 ')}，以本人为准`
  return also.length === 0 ? `read ${reading}` : `read ${all.join(' or ')}; ask which`
}
