import assert from "node:assert/strict";
import { contentType, parameter, parseMessage, splitParts } from "../../../scan/reader/cloudInit/message";
import { decodeQuotedPrintable } from "../../../scan/reader/cloudInit/mimeParts";

const headersOf = (text: string) => Object.fromEntries(parseMessage(text).headers);

describe("a message's head", () => {
  it("ends at the first blank line, or before the first line that is no header", () => {
    assert.deepEqual(parseMessage("A: b\r\n\r\nC: d\n").body, "C: d\n");
    assert.deepEqual(parseMessage("A: b\nno header\nC: d\n").body, "no header\nC: d\n");
    assert.deepEqual(parseMessage("\nA: b\n").body, "A: b\n");
    assert.deepEqual(parseMessage("A: b").body, "");
    assert.deepEqual(parseMessage("").body, "");
  });

  it("folds lines that begin with white space into the header before", () => {
    assert.deepEqual(headersOf("A: b\n c\n\td\nE: f\n\n"), { a: "b c d", e: "f" });
    assert.equal(parseMessage(" A: b\n\n").body, " A: b\n\n");
  });

  it("keeps the first of two, and folds what follows the second into neither", () => {
    assert.equal(headersOf("A: b\nA: c\n d\n\n").a, "b");
  });

  it("lets a mailbox's first line pass, there only", () => {
    assert.deepEqual(headersOf("From x y\nA: b\n\n"), { a: "b" });
    assert.equal(parseMessage("A: b\nFrom x y\n\n").body, "From x y\n\n");
  });

  it("names a type in lower case, and plain text where none is well-formed", () => {
    const type = (value: string) => contentType(parseMessage(`Content-Type: ${value}\n\n`));
    assert.equal(type("Text/X-ShellScript; charset=utf-8"), "text/x-shellscript");
    for (const wrong of ["", "text", "a/b/c", "text /plain x", "/x", "x/"])
      assert.equal(type(wrong), "text/plain", wrong);
    assert.equal(contentType(parseMessage("A: b\n\n")), "text/plain");
  });
});

describe("a header's parameter", () => {
  it("is quoted or not, of either case, and with what a quote escapes", () => {
    assert.equal(parameter('multipart/mixed; boundary="a b"', "boundary"), "a b");
    assert.equal(parameter("multipart/mixed;BOUNDARY = a; x=y", "boundary"), "a");
    assert.equal(parameter('x/y; boundary="a\\"b"', "boundary"), 'a"b');
    assert.equal(parameter("x/y; xboundary=a", "boundary"), undefined);
    assert.equal(parameter(undefined, "boundary"), undefined);
    assert.equal(parameter('x/y; boundary=""', "boundary"), "");
  });

  it("comes in pieces, and with a charset", () => {
    assert.equal(parameter("x/y; boundary*0=ab; boundary*1=cd", "boundary"), "abcd");
    assert.equal(parameter("attachment; filename*=utf-8'en'a.sh", "filename"), "a.sh");
  });
});

describe("a body's parts", () => {
  it("stand between the boundary's lines, without the line break before one", () => {
    assert.deepEqual(splitParts("preamble\n--b\none\n--b\r\ntwo\r\n--b--\nepilogue\n--b\nthree", "b"), [
      "one",
      "two",
    ]);
    assert.deepEqual(splitParts("--b\none\n\n--b-- \t\n", "b"), ["one\n"]);
    assert.deepEqual(splitParts("--b \t\none", "b"), ["one"]);
    assert.deepEqual(splitParts("--b\n--b--", "b"), [""]);
    assert.deepEqual(splitParts("--b--\n", "b"), []);
  });

  it("are none where the boundary is missing or only begins a line", () => {
    for (const body of ["", "one\n", " --b\none", "--bb\none", "--b x\none", "x--b\n"])
      assert.equal(splitParts(body, "b"), undefined, body);
  });
});

describe("quoted-printable", () => {
  const decoded = (text: string) => decodeQuotedPrintable(text).toString();

  it("undoes escapes and soft line breaks, and leaves what is neither", () => {
    assert.equal(decoded("a=3Db=3db"), "a=b=b");
    assert.equal(decoded("a=\nb=\r\nc"), "abc");
    assert.equal(decoded("100%=zz=4=G0="), "100%=zz=4=G0=");
    assert.equal(decoded("=C3=BC"), "ü");
    assert.equal(decoded("=4a=4A=0A=ff".slice(0, 9)), "JJ\n");
  });
});
