export const zh = {
  instead: (words: string) => `“${words}”`,
  take: '换成这句',
  wave: '这次不管它',
  why: '为什么',
  more: (n: number) => `还有 ${n} 处`,
  levels: { forbid: '禁语', avoid: '生硬', hint: '提一句' },
  hour: {
    label: '几点前给结果',
    day: '哪天',
    days: { today: '今天', tomorrow: '明天' },
    keep: '写上并记为承诺',
    write: '写上时间',
    back: '算了',
    wrong: '写成 17:30 这样',
  },
  policy: {
    title: '说到规定了',
    remark: '先说它护着客户什么，再说能办的',
    instead: '能办的',
    rule: '规定',
  },
  held: (words: string) => `“${words}”是禁语，改掉才能记下。`,
  fab: {
    title: '特点、优点、好处',
    slots: { feature: '因为（特点）', advantage: '所以（优点）', benefit: '如果您用上（好处）' },
    hints: {
      feature: '它是什么、有什么',
      advantage: '比没有它好在哪里',
      benefit: '这位客户能得到什么，用客户在意的事来说',
    },
    clear: '清空，自己写',
    sample: '这是例子，改成您要说的。',
  },
  whatWeCan: {
    title: '别停在“不”，先想能做什么',
    ways: [
      { when: '有别的办法', begin: '可以换个办法：' },
      { when: '想帮，眼下不行', begin: '眼下还办不了，我会在' },
      { when: '客户拿不准', begin: '您要是拿不准，我建议先' },
    ],
    nothing: '确实没有，已当面说清',
  },
  model: {
    ask: '请模型另拟一句',
    asking: '正在拟…',
    take: '用这句',
  },
}
