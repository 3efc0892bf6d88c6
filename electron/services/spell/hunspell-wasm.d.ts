declare module 'hunspell-wasm/wasm/hunspell.js' {
  /** Starts Hunspell from the bytes of its program. */
  export default function loadHunspell(options: { wasmBinary: Uint8Array }): Promise<unknown>
}
