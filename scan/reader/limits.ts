/**
 * Bounds that no input can move, so that reading ends however it was made. Reaching one is reported as unread.
 * All count what was decoded, not seconds: a verdict must not depend on how busy the machine is, and every reader
 * takes time linear in its text.
 */
export const limits = {
  /** Parts inside parts. What people write has seven at most: template, MIME, gzip, cloud-config, file, heredoc, base64. */
  depth: 16,
  /** Parts in one carrier. */
  parts: 20_000,
  /** UTF-16 units in all parts of one carrier together. User data of 16,384 bytes inflates to 16 MiB at most. */
  units: 64 * 1024 * 1024,
  /** Bytes that one compressed piece may inflate to. */
  inflatedBytes: 32 * 1024 * 1024,
  /** Encodings around one text: base64 in gzip in base64 … */
  layers: 10,
  /** UTF-16 units of a document (YAML, JSON) that is taken apart. A larger one is still searched as text. */
  documentUnits: 4 * 1024 * 1024,
  /** Nested collections in a document. */
  documentDepth: 100,
  /** Nodes that are visited in a document: aliases can make few bytes of YAML endless. */
  documentNodes: 200_000,
  /** Rows in the list of what is unread; one more says that there were others. */
  unread: 500,
} as const;
