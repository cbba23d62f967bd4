import { text } from "../../setting";

/** A region other than the stack's own; which it is, a check across settings says. */
export function regionName(description: string) {
  return text(/^[a-z]{2,4}(-[a-z]+)+-\d$/, {
    description,
    expected: "the name of an AWS region such as eu-central-1",
    remedy: "choose one of infra/config/awsRegions.ts that is not the stack's own",
  });
}
