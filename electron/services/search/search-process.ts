import { parentChannel, parentPorts } from '../worker-channel'
import { SearchServer } from './search-server'

const channel = parentChannel()
if (!channel) throw new Error('search-process runs as utility process or worker thread')
const server = new SearchServer()
server.serve(channel, true)
parentPorts((port) => server.serve(port, false))
