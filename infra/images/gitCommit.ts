import { spawnSync } from "node:child_process";

/** A commit that brought a line into a file. */
export interface Commit {
  readonly hash: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/**
 * The commit that first had a text in a file, as git tells: kept nowhere else, because rebasing and squashing make others
 * of it. Undefined before it is committed, in a clone that is too shallow to know, and without git.
 */
export function findCommit(folder: string, file: string, text: string): Commit | undefined {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
    return status === 0 ? stdout.trim() : undefined;
  };
  if (git("rev-parse", "--is-shallow-repository") !== "false") return undefined;
  const [first = ""] = (
    git("log", "--reverse", "--format=%H%x09%cI%x09%an%x09%s", `-S${text}`, "--", file) ?? ""
  ).split("\n");
  const [hash, date, author, subject] = first.split("\t");
  if (hash === undefined || date === undefined || author === undefined || subject === undefined)
    return undefined;
  return { hash, date, author, subject };
}
