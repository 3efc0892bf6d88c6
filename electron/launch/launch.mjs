#!/usr/bin/env node
// First stage: only Node built-ins, and no static import, so that even an old Node reaches the message.
const NEEDED_MAJOR = 20
const NEEDED_MINOR = 19

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < NEEDED_MAJOR || (major === NEEDED_MAJOR && minor < NEEDED_MINOR)) {
  console.error(
    `Tutanak: Node.js ${NEEDED_MAJOR}.${NEEDED_MINOR} veya daha yenisi gerekli, bulunan ${process.versions.node}.`,
  )
  process.exit(1)
}

const { run } = await import('./verbs.mjs')
await run(process.argv[2] ?? 'start', process.argv.slice(3))
