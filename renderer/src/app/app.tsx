import { Frame } from './frame/frame'
import { Providers } from './providers'
import { Screens } from './screens'

/** The whole window. */
export function App() {
  return (
    <Providers>
      <Frame>
        <Screens />
      </Frame>
    </Providers>
  )
}
