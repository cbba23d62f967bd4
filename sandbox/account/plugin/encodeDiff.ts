import messages from "@pulumi/pulumi/proto/provider_pb";
import { stepsOf } from "../propertyPath";
import type { DiffResult, PropertyChange } from "../provider/diff";

const { Kind } = messages.PropertyDiff;
const kinds = {
  add: { inPlace: Kind.ADD, replacing: Kind.ADD_REPLACE },
  delete: { inPlace: Kind.DELETE, replacing: Kind.DELETE_REPLACE },
  update: { inPlace: Kind.UPDATE, replacing: Kind.UPDATE_REPLACE },
};

/** A diff with a line per property path, so that `preview --diff` shows what changes and what replaces. */
export function encodeDiff({ changes, deleteBeforeReplace }: DiffResult): messages.DiffResponse {
  const response = new messages.DiffResponse();
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  const replacing = changes.filter(({ replaces }) => replaces);
  response.setChanges(changes.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setDiffsList(topLevel(changes));
  response.setReplacesList(topLevel(replacing));
  response.setDeletebeforereplace(replacing.length > 0 && deleteBeforeReplace);
  response.setHasdetaileddiff(true);
  for (const { path, kind, replaces } of changes) {
    const property = new messages.PropertyDiff();
    property.setKind(replaces ? kinds[kind].replacing : kinds[kind].inPlace);
    property.setInputdiff(true);
    response.getDetaileddiffMap().set(path, property);
  }
  return response;
}

function topLevel(changes: readonly PropertyChange[]): string[] {
  return [...new Set(changes.map(({ path }) => stepsOf(path)[0] ?? path))];
}
