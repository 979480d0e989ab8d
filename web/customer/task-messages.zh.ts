export const zh = {
  title: '排好的事',
  remark: '到日子上今天的名单',
  waits: '等到货',
  arrived: '到货了',
  drop: '不用了',
  why: '为什么不用了',
  whyExample: '客户改主意了',
  save: '记下',
  due: (day: string) => `${day} 做`,
  at: (day: string, place: string) => [day, place].filter(Boolean).join('，'),
  done: {
    arrived: (about: string) => `“${about}”：今天就去告诉客户`,
    dropped: (about: string) => `“${about}”：不做了`,
  },
}
