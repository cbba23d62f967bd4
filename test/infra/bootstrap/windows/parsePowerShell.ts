import path from "node:path";
import { Language, type Node, Parser } from "web-tree-sitter";

/** Reads PowerShell without Windows, by the grammar of https://github.com/airbus-cert/tree-sitter-powershell. */
export class PowerShellParser {
  readonly #parser: Parser;

  private constructor(parser: Parser) {
    this.#parser = parser;
  }

  static async load(): Promise<PowerShellParser> {
    await Parser.init();
    const grammar = path.join(
      path.dirname(require.resolve("tree-sitter-powershell/package.json")),
      "tree-sitter-powershell.wasm",
    );
    const parser = new Parser();
    parser.setLanguage(await Language.load(grammar));
    return new PowerShellParser(parser);
  }

  /** What the grammar could make nothing of, by line. Empty: the script parses. */
  problems(script: string): string[] {
    const tree = this.#parser.parse(script);
    if (tree === null) throw new Error("the parser has no language");
    try {
      return tree.rootNode.hasError ? problemsIn(tree.rootNode) : [];
    } finally {
      tree.delete();
    }
  }
}

function problemsIn(node: Node): string[] {
  if (node.isError || node.isMissing)
    return [
      `line ${node.startPosition.row + 1}: ${node.isMissing ? "missing" : "unexpected"} ${JSON.stringify(node.text.slice(0, 80))}`,
    ];
  return node.children.flatMap((child) => (child?.hasError ? problemsIn(child) : []));
}
