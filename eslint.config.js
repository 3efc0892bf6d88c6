import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import path from 'node:path'
import ts from 'typescript-eslint'

const root = import.meta.dirname

/** The part of the tree a file belongs to; features of the renderer are parts of their own. */
function partOf(file) {
  const [top, ...rest] = path.relative(root, file).split(path.sep)
  if (top === 'renderer' && rest[1] === 'features') return `renderer/features/${rest[2]}`
  if (top === 'electron' && rest[1] === 'default-app') return 'electron/default-app'
  if (top === 'electron') return rest[0] === 'main.ts' ? 'electron/main' : `electron/${rest[0]}`
  return top
}

const mayImportElectron = new Set([
  'electron/shell',
  'electron/preload',
  'electron/main',
  // Runs inside Electron in place of the app and loads it.
  'electron/default-app',
])

/** Why `from` must not import `target` (a part or a bare package name); undefined when it may. */
function borderSentence(from, target, bare) {
  const top = from.split('/')[0]
  if (top === 'test') return undefined
  if (bare) {
    if (target === 'electron' && !mayImportElectron.has(from))
      return 'Only electron/shell, electron/preload and electron/main.ts know Electron. Take what you need as a port in the constructor.'
    const react = /^(react|react-dom|@mantine|@tiptap|@tanstack|wouter)(\/|$)/.test(target)
    if (react && top !== 'renderer') return 'React and its kin live in renderer only.'
    const node = target.startsWith('node:')
    if (node && top === 'shared')
      return 'shared is pure: no Node. Pass the value in, or move this to electron/services.'
    if (node && top === 'renderer')
      return 'The window has no Node. Ask the main process through the door: shared/contract.'
    return undefined
  }
  const to = target.split('/')[0]
  if (top === 'shared' && to !== 'shared')
    return 'shared imports nothing but shared: renderer → shared ← electron.'
  if (top === 'renderer' && to === 'electron')
    return 'Ask the main process through the door: shared/contract.'
  if (top === 'electron' && to === 'renderer')
    return 'The main process does not know the window: renderer → shared ← electron.'
  if (to === 'test') return 'Product code does not import tests.'
  if (target.startsWith('renderer/features/') && from.startsWith('renderer/features/') && from !== target)
    return 'Features do not see each other. Lift the shared piece to renderer/src/ui or renderer/src/api.'
  if (from === 'electron/services' && ['electron/shell', 'electron/ipc'].includes(target))
    return 'Services do not know who calls them. Take what you need as a port in the constructor.'
  return undefined
}

const borders = {
  meta: { type: 'problem', schema: [], messages: { border: '{{sentence}}' } },
  create(context) {
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const relative = source.startsWith('.')
      const target = relative ? partOf(path.resolve(path.dirname(context.filename), source)) : source
      const sentence = borderSentence(partOf(context.filename), target, !relative)
      if (sentence) context.report({ node, messageId: 'border', data: { sentence } })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}

const caseWithoutLocale = {
  selector: 'CallExpression[callee.property.name=/^to(Locale)?(Lower|Upper)Case$/]',
  message: 'Turkish knows ı/I and i/İ: use lowerTr, upperTr or foldTr of shared/text/turkish.',
}
const barrel = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the file that declares it.',
}
const fsOutsidePort = {
  group: ['node:fs', 'node:fs/*', 'fs', 'fs/*', 'fs-extra', 'graceful-fs'],
  message:
    'Bytes of an archive pass the ArchiveFiles port (services/store/archive-files); files of this computer pass services/local-files.',
}

export default ts.config(
  { ignores: ['out/', 'out-*/', 'dist/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    plugins: { tutanak: { rules: { borders } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'tutanak/borders': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': ['error', caseWithoutLocale, barrel],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearTimeout: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: ['electron/launch/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Tutanak uses no network at all.' }],
    },
  },
  {
    files: ['electron/services/**/*.ts'],
    ignores: [
      'electron/services/store/archive-files.ts',
      'electron/services/local-files.ts',
      // The index of search: files of this computer behind a port of their own.
      'electron/services/search/index-files.ts',
      'electron/services/spell/assets.ts',
      'electron/services/typeset/assets.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [fsOutsidePort] }] },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'localStorage', 'process', 'Buffer', 'fetch'].map((name) => ({
          name,
          message: 'shared is pure: no DOM and no Node.',
        })),
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Warns about libraries that the React Compiler skips; it is not used here.
      'react-hooks/incompatible-library': 'off',
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The window has no network: ask through the door.' },
      ],
    },
  },
  {
    files: ['shared/text/turkish.ts'],
    rules: { 'no-restricted-syntax': ['error', barrel] },
  },
)
