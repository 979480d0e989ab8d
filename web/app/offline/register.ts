/** Lets the browser keep the program for when there is no network; only a built one, and only where the page is secure. */
export const keepProgram = (): void => {
  // A customer who answers a survey gets that one page, not the whole program.
  if (location.pathname.startsWith('/s/')) return
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // After the page is there: keeping the program must not slow it down.
  window.addEventListener('load', () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined))
}
