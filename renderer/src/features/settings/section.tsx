import { Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './settings.module.css'

/** A titled part of the settings. */
export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {text && (
        <Text size="sm" c="dimmed" mt={4}>
          {text}
        </Text>
      )}
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
