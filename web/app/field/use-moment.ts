import { useEffect, useState } from 'react'

const LOOKED_AT_EVERY_MS = 60_000

/** This device's clock, looked at once a minute. */
export const useMoment = (): number => {
  const [moment, setMoment] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setMoment(Date.now()), LOOKED_AT_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return moment
}
