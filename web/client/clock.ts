/** How far the branch's clock is from this device's: the demo lives on its own day, and a PC's clock may be wrong. */
let ahead = 0

/** Sets the branch's clock by what the server said the time was, as soon as it said so. */
export const setClock = (serverNow: string): void => {
  ahead = Date.parse(serverNow) - Date.now()
}

/** The branch's time: what people write down is dated by it. */
export const now = (): Date => new Date(Date.now() + ahead)

/** The branch's time when this device's clock showed `device` milliseconds. */
export const branchTime = (device: number): Date => new Date(device + ahead)
