import type { DrillVerdict } from '#domain/coach/drill.ts'

export const zh = {
  title: '问法对练',
  remark: '把一个字就能答完的，换成让人愿意多说的',
  begin: '开始对练',
  place: (n: number, of: number) => `第 ${n} 题，共 ${of} 题`,
  closed: '封闭的问法',
  own: '您会怎么问',
  ownHint: '同一件事，自己的话',
  check: '看看',
  next: '下一题',
  again: '再练一遍',
  one: '看一种问法',
  onlyOne: (words: string) => `比如：${words}`,
  failed: '检查网络后再试。',
  done: (n: number, of: number) => `${of} 题里，${n} 题一次就问开了。`,
  verdicts: {
    open: '问开了。对方得自己说，您就听得到意料之外的。',
    yesOrNo: '还是封闭的：对方答“是”或“不是”就完了。换成“怎么样”“哪些”“为什么”试试。',
    oneFact: '还是封闭的：一个时间、一个数或一个名字就答完了。问感受、经过或想法。',
    elsewhere: '问得开，可问的是另一件事。留住原来那件事，再换问法。',
    noQuestion: '听着不像一句问话。问一句，或请对方说说。',
  } as Record<DrillVerdict, string>,
}
