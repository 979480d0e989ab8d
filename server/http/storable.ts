/** PostgreSQL keeps neither a NUL nor half of a surrogate pair in a text. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
