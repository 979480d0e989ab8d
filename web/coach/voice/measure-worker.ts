import { readingOf, type ReadingWish } from '#domain/coach/voice/reading.ts'

/** Measuring a minute of sound takes seconds: it is done here so that the page stays awake. */
addEventListener('message', ({ data }: MessageEvent<ReadingWish>) => postMessage(readingOf(data)))
