import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentChannel, parentPorts } from '../worker-channel'
import { SearchServer } from './search-server'

// Built beside main, two folders below the project: resources lie at the same place in repository and package.
const here = path.dirname(fileURLToPath(import.meta.url))
const lexiconFile = path.join(here, '..', '..', 'resources', 'lexicon', 'roots.txt.gz')

const channel = parentChannel()
if (!channel) throw new Error('search-process runs as utility process or worker thread')
const server = new SearchServer({ lexiconFile })
server.serve(channel, true)
parentPorts((port) => server.serve(port, false))
