import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { DocumentBlock, Inline } from '../../../shared/documents/document'
import { markdownBlocks } from '../../../shared/text/markdown'
import { recordPath } from '../api/paths'
import classes from './read-view.module.css'

const inlineTags = { strong: 'strong', emph: 'em', underline: 'u', strike: 's' } as const
const headingTags = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5' } as const

function piece(inline: Inline, key: number): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code key={key}>{inline.text}</code>
    case 'lineBreak':
      return <br key={key} />
    case 'recordLink':
      return (
        <Link key={key} href={recordPath(inline.id)}>
          {inline.text}
        </Link>
      )
    case 'link':
      // Nothing leaves this window: the address is shown, not followed.
      return (
        <span key={key} className={classes.address} title={inline.href}>
          {line(inline.children)}
        </span>
      )
    default: {
      const Tag = inlineTags[inline.kind]
      return <Tag key={key}>{line(inline.children)}</Tag>
    }
  }
}

function line(inline: readonly Inline[]): ReactNode {
  return inline.map(piece)
}

function block(node: DocumentBlock, key: number): ReactNode {
  switch (node.kind) {
    case 'heading': {
      const Tag = headingTags[node.level]
      return <Tag key={key}>{line(node.inline)}</Tag>
    }
    case 'paragraph':
      return <p key={key}>{line(node.inline)}</p>
    case 'list': {
      const items = node.items.map((item, index) => <li key={index}>{item.map(block)}</li>)
      return node.ordered ? (
        <ol key={key} start={node.start}>
          {items}
        </ol>
      ) : (
        <ul key={key}>{items}</ul>
      )
    }
    case 'quote':
      return <blockquote key={key}>{node.children.map(block)}</blockquote>
    case 'codeBlock':
      return <pre key={key}>{node.text}</pre>
    case 'rule':
      return <hr key={key} />
    case 'table':
      return (
        <div key={key} className={classes.tableBox}>
          <table>
            <thead>
              <tr>
                {node.columns.map(({ head, align }, index) => (
                  <th key={index} data-align={align}>
                    {line(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {node.rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, index) => (
                    <td key={index} data-align={node.columns[index]?.align}>
                      {line(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    default:
      return null
  }
}

/**
 * Markdown for reading. It is parsed into a tree and drawn as elements, so that no HTML of the text ever runs;
 * pictures and remote addresses are words only.
 */
export function ReadView({ markdown }: { markdown: string }) {
  return <div className={classes.text}>{markdownBlocks(markdown).map(block)}</div>
}
