import type { FormatReader } from "../inside";
import { typeByBeginning } from "./beginnings";
import { templateBody, withoutExpressions } from "./template";

/** A template is read as what it renders to. */
export const readJinja: FormatReader = (text, inside) => {
  const body = withoutExpressions(templateBody(text));
  const type = typeByBeginning(body);
  if (type !== "text/jinja2") inside.again(type ?? "text/plain", body);
};
