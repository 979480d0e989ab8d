import type { FormPrint } from './print.ts'

export const formPrintZh: FormPrint = {
  scan: '扫码看原件',
  scanBlank: '扫码填写',
  pageOf: (page, of) => `第 ${page} 页，共 ${of} 页`,
  signHere: '年　　月　　日',
  copyOf: (name, of) => `${name}（一式${['', '一', '两', '三', '四'][of] ?? of}份）`,
  remarks: {
    draft: '还没有定稿',
    waiting: '等审批',
    approved: '已批准',
    refused: '未批准',
    dropped: '已作废',
    filed: null,
    correction: '更正',
  },
}
