/** Pages about one customer that know what to leave out while the customer looks on. */
const aboutOne = [/^\/$/, /^\/customers\/[0-9a-f-]{36}$/, /^\/contact\/[^/]+$/]

/** Whether a page may be shown while the screen is turned to the customer: every other page holds other customers or figures. */
export const isForCustomerEyes = (pathname: string): boolean => aboutOne.some((page) => page.test(pathname))
