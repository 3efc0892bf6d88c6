import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { srgbProfile } from './srgb-profile'

/** What a file claims to be; the UA mark only for documents that keep what it asks of their author. */
export interface Claims {
  accessible: boolean
}

const namespaces = {
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
}

/** PDF/A knows no `pdfuaid`: it must be declared (ISO 19005-3, 6.6.2.3). */
const uaSchema =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${namespaces.pdfuaid}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description></rdf:li></rdf:Seq>' +
  '</pdfaSchema:property></rdf:li>'

/** Adds the marks to the first `rdf:Description`; readers look for them in no other. Throws when there is none. */
export function markXmp(xmp: string, claims: Claims): string {
  const open = /<rdf:Description\b[^>]*>/.exec(xmp)
  const end = xmp.indexOf('</rdf:Description>')
  if (!open || end < 0) throw new Error('metadata without description')
  const missing = Object.entries(namespaces)
    .filter(([prefix]) => !open[0].includes(`xmlns:${prefix}=`))
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('')
  let inner = xmp.slice(open.index + open[0].length, end)
  inner += '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'
  if (claims.accessible) {
    inner += '<pdfuaid:part>1</pdfuaid:part>'
    // One bag of schemas a file: an existing one takes ours in.
    const bag = /(<pdfaExtension:schemas>\s*<rdf:Bag>)/
    inner = bag.test(inner)
      ? inner.replace(bag, `$1${uaSchema}`)
      : `${inner}<pdfaExtension:schemas><rdf:Bag>${uaSchema}</rdf:Bag></pdfaExtension:schemas>`
  }
  return `${xmp.slice(0, open.index)}${open[0].slice(0, -1)}${missing}>${inner}${xmp.slice(end)}`
}

function bytesOf(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error('stream expected')
  return decodePDFRawStream(stream).decode()
}

function markMetadata(document: PDFDocument, claims: Claims): void {
  const { catalog, context } = document
  const xmp = new TextDecoder().decode(bytesOf(catalog.lookup(PDFName.of('Metadata'))))
  // Uncompressed: programs that know no PDF find the marks all the same.
  const stream = context.stream(new TextEncoder().encode(markXmp(xmp, claims)), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  const old = catalog.get(PDFName.of('Metadata'))
  catalog.set(PDFName.of('Metadata'), context.register(stream))
  if (old && 'objectNumber' in old) context.delete(old as never)
}

function markColours(document: PDFDocument): void {
  const { catalog, context } = document
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }))
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  })
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
}

/** Every embedded file says how it belongs to the document and is named in the catalogue (ISO 19005-3, 6.8). */
function markAttachments(document: PDFDocument): void {
  const { catalog, context } = document
  const files = context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFDict && object.get(PDFName.of('EF')) !== undefined)
  if (files.length === 0) return
  for (const [, file] of files) (file as PDFDict).set(PDFName.of('AFRelationship'), PDFName.of('Source'))
  const list = PDFArray.withContext(context)
  for (const [reference] of files) list.push(reference)
  catalog.set(PDFName.of('AF'), list)
}

/**
 * Turns Typst's tagged PDF into PDF/A-3a and – where the document keeps its rules – PDF/UA-1 (the marks were tried
 * one by one against veraPDF; nothing else was needed). Adds no time and no chance: same bytes in, same bytes out.
 */
export async function markPdf(pdf: Uint8Array, claims: Claims): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { catalog } = document
  const preferences =
    catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? document.context.obj({})
  preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True)
  catalog.set(PDFName.of('ViewerPreferences'), preferences)
  markColours(document)
  markAttachments(document)
  markMetadata(document, claims)
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}
