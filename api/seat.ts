/**
 * The header a page names its own person in, by staff id. The sign-in belongs to the browser, not to the window: another tab may
 * have changed it, and what this window writes must not be taken for the other person's.
 */
export const SEAT_HEADER = 'x-weixi-seat'
