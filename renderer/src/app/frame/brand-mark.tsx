/** The sign of the program: a sheet with lines and a marked decision. */
export function BrandMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <rect x="3" y="1.5" width="14" height="17" rx="2.5" fill="var(--tt-accent)" />
      <path d="M6.5 6h7M6.5 9h7" stroke="#fff" strokeWidth="1.4" strokeLinecap="round" opacity="0.75" />
      <path
        d="m6.6 13.2 1.9 1.9 4-3.9"
        stroke="#fff"
        strokeWidth="1.7"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
