/** Pages about one customer, by its id or a contact's, that know what to leave out while the customer looks on. */
const aboutOne = /^\/$|^\/(customers|contact|cases)\/[0-9a-f-]{36}$/

/** Whether a page may be shown while the screen is turned to the customer: every other page holds other customers or figures. */
export const isForCustomerEyes = (pathname: string): boolean => aboutOne.test(pathname)
