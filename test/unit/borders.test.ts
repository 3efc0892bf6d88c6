import { ESLint } from 'eslint'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root })

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) })
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`)
}

describe('borders between the parts', () => {
  const wrong: [what: string, file: string, code: string, word: RegExp][] = [
    [
      'the window does not import services',
      'renderer/src/features/home/x.tsx',
      "import { a } from '../../../../electron/services/local-files'\na()\n",
      /through the door/,
    ],
    [
      'the window has no Node',
      'renderer/src/features/home/x.tsx',
      "import { readFile } from 'node:fs'\nreadFile\n",
      /no Node/,
    ],
    [
      'shared is pure',
      'shared/domain/x.ts',
      "import { readFile } from 'node:fs'\nexport const a = readFile\n",
      /shared is pure/,
    ],
    [
      'shared knows nobody',
      'shared/domain/x.ts',
      "export { a } from '../../electron/services/local-files'\n",
      /shared imports nothing/,
    ],
    [
      'services do not know Electron',
      'electron/services/x.ts',
      "import { app } from 'electron'\napp.quit()\n",
      /Only electron\/shell/,
    ],
    [
      'services do not know who calls',
      'electron/services/x.ts',
      "import { announce } from '../shell/bind-ipc'\nannounce\n",
      /who calls them/,
    ],
    [
      'bytes pass the port',
      'electron/services/store/x.ts',
      "import { open } from 'node:fs/promises'\nopen\n",
      /ArchiveFiles/,
    ],
    [
      'React stays in the window',
      'electron/services/x.ts',
      "import { useState } from 'react'\nuseState\n",
      /renderer only/,
    ],
    [
      'features do not see each other',
      'renderer/src/features/home/x.tsx',
      "import { a } from '../meeting/meeting-page'\na()\n",
      /Features do not see/,
    ],
    [
      'a lazy import is seen too',
      'renderer/src/features/home/x.tsx',
      "void import('../../../../electron/main')\n",
      /through the door/,
    ],
    ['case needs a locale', 'shared/domain/x.ts', "export const a = 'I'.toLowerCase()\n", /ı\/I/],
    ['no network in main', 'electron/services/x.ts', "void fetch('https://example.org')\n", /no network/],
    ['no barrels', 'shared/domain/x.ts', "export * from './meeting-changes'\n", /No barrels/],
    ['no any', 'shared/domain/x.ts', 'export const a: any = 1\n', /no-explicit-any/],
  ]

  it.each(wrong)('%s', async (_what, file, code, word) => {
    const found = await complaints(file, code)
    expect(found.join('\n')).toMatch(word)
  })

  it('allows what is allowed', async () => {
    expect(
      await complaints(
        'electron/services/x.ts',
        "import { ok } from '../../shared/result'\nexport const a = ok(1)\n",
      ),
    ).toEqual([])
    expect(
      await complaints(
        'electron/shell/x.ts',
        "import { app } from 'electron'\nexport const a = () => app.quit()\n",
      ),
    ).toEqual([])
  })
})
