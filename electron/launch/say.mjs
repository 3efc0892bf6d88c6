// Everything the launcher says goes to stderr: stdout belongs to the verb (the command line prints JSON there).

/**
 * An expected end of the launcher: its message is shown as it is, without a stack, and the exit code is 1.
 */
export class LaunchError extends Error {}

/**
 * Prints one line of the launcher.
 * @param {string} line Turkish sentence without the leading name.
 * @returns {void}
 */
export function say(line) {
  process.stderr.write(`Tutanak: ${line}\n`)
}

/**
 * Says what a long step does, and until it ends shows the elapsed time and what `measure` tells
 * (on a terminal as one live line, otherwise as a line every few seconds).
 * @template T
 * @param {string} line What is done and why (Turkish).
 * @param {() => Promise<T>} work The step.
 * @param {() => string | Promise<string>} [measure] Short progress text such as `12 MB alındı`.
 * @returns {Promise<T>} What the step returned; what it throws is passed on.
 */
export async function sayWhile(line, work, measure) {
  const live = process.stderr.isTTY === true
  const started = Date.now()
  say(line)
  let over = false
  const stop = ticker(live ? 500 : 4000, async () => {
    const text = `  … ${elapsed(started)}${measure ? `, ${await measure()}` : ''}`
    if (!over) process.stderr.write(live ? `\r\x1b[K${text}` : `${text}\n`)
  })
  try {
    const result = await work()
    over = true
    const ending = measure ? `, ${await measure()}` : ''
    process.stderr.write(`${live ? '\r\x1b[K' : ''}  tamam: ${elapsed(started)}${ending}\n`)
    return result
  } finally {
    if (!over && live) process.stderr.write('\n')
    over = true
    stop()
  }
}

/**
 * Writes a number of bytes for people.
 * @param {number} bytes
 * @returns {string} For example `12,3 MB`.
 */
export function size(bytes) {
  return `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`
}

/**
 * @param {number} started Milliseconds since the epoch.
 * @returns {string} For example `12 sn`.
 */
function elapsed(started) {
  const seconds = (Date.now() - started) / 1000
  return seconds < 10 ? `${seconds.toFixed(1).replace('.', ',')} sn` : `${Math.round(seconds)} sn`
}

/**
 * Calls `tick` again and again, never two at a time: measuring a large folder may take longer than the pause.
 * @param {number} pause Milliseconds.
 * @param {() => Promise<void>} tick
 * @returns {() => void} Stops it.
 */
function ticker(pause, tick) {
  /** @type {NodeJS.Timeout} */
  let timer
  let stopped = false
  const next = () => {
    timer = setTimeout(async () => {
      await tick().catch(() => {})
      if (!stopped) next()
    }, pause)
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
