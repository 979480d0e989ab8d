import { afterAll, onTestFinished } from 'vitest'

/** Cleans up at the end of the test it is called in, or of the file when called outside a test. */
export const afterwards = (cleanUp: () => void | Promise<void>): void => {
  try {
    onTestFinished(cleanUp)
  } catch {
    afterAll(cleanUp)
  }
}
