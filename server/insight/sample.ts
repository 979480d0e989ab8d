import type { ReportFigure } from '#domain/insight/report.ts'
import { insightEn } from '#domain/insight/words.en.ts'
import { insightZh } from '#domain/insight/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { writeXlsx } from '#server/adapters/sheet/write-xlsx.ts'
import type { FileReply } from '#server/http/handler.ts'

/** A workbook that asks for every figure, each beside what it means in both languages: rows to copy into one's own. */
export const sampleTemplate = async (figures: readonly ReportFigure[]): Promise<FileReply> => {
  const chunks: Uint8Array[] = []
  const rows = figures.map(({ code, said }) => [
    sentence(insightZh, said),
    sentence(insightEn, said),
    `{{${code}}}`,
    code,
  ])
  const columns = [
    { header: '内容', width: 36 },
    { header: 'What it is', width: 44 },
    { header: '数 / Figure', width: 18 },
    { header: '代码 / Code', width: 34 },
  ]
  for await (const chunk of writeXlsx({ name: '团队月报', columns, rows })) chunks.push(chunk)
  return {
    bytes: Buffer.concat(chunks),
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: '维系团队月报样表.xlsx',
  }
}
