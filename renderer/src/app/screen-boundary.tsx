import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { withTranslation, type WithTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state'
import { reportFault } from './faults'

/** Catches a fault of one screen, so that the rest of the window goes on working. */
class Boundary extends Component<WithTranslation & { children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    reportFault(error)
  }

  private readonly leave = () => this.setState({ failed: false })

  override componentDidMount(): void {
    addEventListener('hashchange', this.leave)
  }

  override componentWillUnmount(): void {
    removeEventListener('hashchange', this.leave)
  }

  override render() {
    const { t, children } = this.props
    if (!this.state.failed) return children
    return (
      <EmptyState
        title={t('common.page.failed')}
        text={t('common.page.failedText')}
        action={<Button onClick={this.leave}>{t('common.actions.retry')}</Button>}
      />
    )
  }
}

export const ScreenBoundary = withTranslation()(Boundary)
