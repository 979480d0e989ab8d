import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueryClient } from '#web/client/query.ts'
import { Frame } from './app/frame.tsx'
import { applyPreferences } from './app/preferences.ts'
import { router } from './app/router.tsx'
import './styles.css'

applyPreferences()

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <Frame>
        <RouterProvider router={router} />
      </Frame>
    </QueryClientProvider>
  </StrictMode>,
)
