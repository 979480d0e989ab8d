import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueryClient } from '#web/client/query.ts'
import { Frame } from './app/frame.tsx'
import { keepAnswers } from './app/offline/kept.ts'
import { finishLeaving } from './app/offline/leaving.ts'
import { watchReach } from './app/offline/reach.ts'
import { watchExpiry } from './app/offline/watch-expiry.ts'
import { keepProgram } from './app/offline/register.ts'
import { applyPreferences } from './app/preferences.ts'
import { router } from './app/router.tsx'
import { watchSeat } from './app/watch-seat.ts'
import './styles.css'

applyPreferences()
keepProgram()

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

const client = newQueryClient()
keepAnswers(client)
watchReach(client)
watchSeat(client)
watchExpiry(client)
// Who could not sign out for want of a network is signed out before anything is asked.
await finishLeaving()
window.addEventListener('online', () => void finishLeaving())

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Frame>
        <RouterProvider router={router} />
      </Frame>
    </QueryClientProvider>
  </StrictMode>,
)
