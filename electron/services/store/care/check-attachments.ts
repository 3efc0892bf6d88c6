import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { archiveNames, isSystemName, isTempName } from '../layout'
import type { CheckRun } from './check-run'
import type { UsedAttachments } from './check-records'

const attachmentName = /^([0-9a-f]{64})(?:\.([a-z0-9]{1,8}))?$/

/** Reads all attachments piece by piece, compares them with their names and with what records name. Out: how many. */
export async function checkAttachments(run: CheckRun, used: UsedAttachments): Promise<number> {
  const { state, findings } = run
  const root = join(state.root, archiveNames.attachments)
  const missing = new Map(used)
  let count = 0
  for (const shard of await run.entries(root)) {
    if (shard.kind !== 'folder') continue
    for (const { name } of await run.entries(join(root, shard.name))) {
      if (isSystemName(name) || isTempName(name)) continue
      await run.step()
      count += 1
      const path = join(root, shard.name, name)
      const where = state.relativeName(path)
      const [, sha256] = attachmentName.exec(name) ?? []
      if (sha256 === undefined || !sha256.startsWith(shard.name)) {
        findings.add({ code: 'attachment-misnamed', where, repair: 'move-aside' })
        continue
      }
      missing.delete(sha256)
      const use = used.get(sha256)
      const digest = await run.guarded(path, () => digestOfFile(run, path))
      if (digest === undefined) continue
      if (digest !== sha256) {
        findings.add({
          code: 'attachment-damaged',
          where,
          params: use ? { name: use.name, title: use.title } : {},
        })
      } else if (!use) findings.add({ code: 'attachment-unused', where })
    }
  }
  for (const [target, { where, name, title }] of missing) {
    findings.add({ code: 'attachment-missing', where, params: { name, title, target } })
  }
  return count
}

async function digestOfFile(run: CheckRun, path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of run.state.files.readChunks(path)) hash.update(chunk)
  return hash.digest('hex')
}
