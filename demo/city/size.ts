/** How large a made-up city branch is. The usual one has the size of the case the method was taught with. */
export type CitySize = {
  customers: number
  /** Months of bills, the last one the demo's last. */
  months: number
  managers: number
  /** Customers the first manager keeps beside the key ones: a pool nobody has shared out yet. */
  pool: number
}

/** Of a hundred customers 5.85 are key ones (71,623 of 1,224,325), and they bring 43.75 of a hundred yuan. */
export const KEY_CUSTOMERS = 71_623 / 1_224_325
export const KEY_REVENUE = 0.4375

const WHOLE: CitySize = { customers: 1_224_325, months: 12, managers: 240, pool: 40_000 }

/** The same city with fewer customers: managers and pool in proportion, one manager at least. */
export const citySize = (customers = WHOLE.customers, months = WHOLE.months): CitySize => {
  const part = customers / WHOLE.customers
  return {
    customers,
    months,
    managers: Math.max(1, Math.round(WHOLE.managers * part)),
    pool: Math.round(WHOLE.pool * part),
  }
}
