/** What a visit may find out about the market, and the three kinds of it [K-33]. */
export const marketNames = {
  kinds: { place: '店址与时间', operating: '经营状况', feedback: '反馈' },
  topics: {
    location: '位置',
    hours: '开关门时间',
    neighbours: '周边变化',
    sales: '销售',
    compliance: '守法',
    stock: '库存',
    new_products: '新品',
    policy: '政策疑问',
    service_need: '服务需要',
    complaint: '抱怨',
  },
}
