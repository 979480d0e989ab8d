import type { marketNames as zh } from './market-words.zh.ts'

export const marketNames: typeof zh = {
  kinds: { place: 'Place and hours', operating: 'How it does', feedback: 'What was said' },
  topics: {
    location: 'Location',
    hours: 'Opening hours',
    neighbours: 'Surroundings',
    sales: 'Sales',
    compliance: 'Compliance',
    stock: 'Stock',
    new_products: 'New products',
    policy: 'Policy question',
    service_need: 'Service need',
    complaint: 'Complaint',
  },
}
