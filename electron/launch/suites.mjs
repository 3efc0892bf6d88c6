import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from './places.mjs'
import { npmCommand, runVisibly } from './processes.mjs'
import { say } from './say.mjs'

/**
 * What one suite counted; `failed` also counts a runner that ended badly without naming a failed test.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {(filters: string[]) => Promise<Counts>} Suite
 *
 * The parts that are read of vitest's and Playwright's JSON reports.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} UnitReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} WindowReport
 */

/** @type {Record<string, Suite>} In the order they run: the quickest to tell something comes first. */
const suites = { check: runChecks, unit: runUnit, e2e: runWindows }

const reports = path.join(root, 'out', 'reports')

/**
 * Splits the arguments of `npm test -- [suite…] [filter…]`.
 * @param {string[]} args
 * @returns {{ suites: string[], filters: string[] }} All suites when none is named.
 */
export function chooseSuites(args) {
  const first = args.findIndex((arg) => !(arg in suites))
  const named = first === -1 ? args : args.slice(0, first)
  return { suites: named.length > 0 ? named : Object.keys(suites), filters: args.slice(named.length) }
}

/**
 * Runs the suites one after the other, all of them even when one fails, and prints the counts over all
 * as the last line of stdout.
 * @param {string[]} names
 * @param {string[]} filters Passed to the runners.
 * @param {boolean} isBuilt When false, the windows cannot be tested and that counts as a failure.
 * @returns {Promise<number>} Exit code: 1 when something failed or a suite ran no test.
 */
export async function runSuites(names, filters, isBuilt) {
  mkdirSync(reports, { recursive: true })
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const name of names) {
    const suite = suites[name]
    if (!suite) continue
    say(`testler: ${name}`)
    const counts = isBuilt || name !== 'e2e' ? await suite(filters) : { passed: 0, failed: 0, skipped: 0 }
    if (counts.passed + counts.failed === 0) {
      say(`${name}: hiç test çalışmadı`)
      counts.failed = 1
    }
    say(`${name}: ${line(counts)}`)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  process.stdout.write(`${line(total)}\n`)
  return total.failed > 0 ? 1 : 0
}

/**
 * The command that runs Playwright with our configuration.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function playwright(args) {
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  return [process.execPath, [cli, 'test', '-c', 'test/playwright.config.ts', ...args]]
}

/** @type {Suite} Each `check:…` script of package.json counts as one test. */
async function runChecks(filters) {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const names = Object.keys(scripts)
    .filter((name) => name.startsWith('check:'))
    .filter((name) => filters.length === 0 || filters.some((filter) => name.includes(filter)))
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const [npm, leading] = npmCommand()
  for (const name of names) {
    const code = await runVisibly(npm, [...leading, 'run', '--silent', name], { stdin: 'ignore' })
    counts[code === 0 ? 'passed' : 'failed'] += 1
    say(`${code === 0 ? '✓' : '✗'} ${name}`)
  }
  return counts
}

/** @type {Suite} */
async function runUnit(filters) {
  const report = freshReport('unit.json')
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const code = await runVisibly(
    process.execPath,
    [
      ...[vitest, 'run', '-c', 'test/vitest.config.ts', ...filters],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { stdin: 'ignore' },
  )
  return counted(code, report, (/** @type {UnitReport} */ json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }))
}

/** @type {Suite} */
async function runWindows(filters) {
  const report = freshReport('e2e.json')
  const [command, args] = playwright(['--reporter=list,json', ...filters])
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await runVisibly(command, args, { stdin: 'ignore', env })
  return counted(code, report, (/** @type {WindowReport} */ { stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }))
}

/**
 * Reads a runner's report. A runner that failed without a failed test (a file that does not load, a crash,
 * an error outside the tests) counts as one failure, so that it can never look like a success.
 * @template Report
 * @param {number} code Exit code of the runner.
 * @param {string} report File.
 * @param {(json: Report) => Counts} read
 * @returns {Counts}
 */
function counted(code, report, read) {
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')))
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/**
 * @param {string} name
 * @returns {string} A path where no report of an earlier run lies.
 */
function freshReport(name) {
  const file = path.join(reports, name)
  rmSync(file, { force: true })
  return file
}

/**
 * @param {Counts} counts
 * @returns {string}
 */
function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
