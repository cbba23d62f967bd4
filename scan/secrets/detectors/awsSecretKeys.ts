import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector } from "../candidate";
import { isFillerToken } from "../values/placeholder";
import { characterClasses, entropy } from "../values/shape";

const awsSecretKey: Detector = {
  id: "aws-secret-access-key",
  remedy: "Deactivate the access key in IAM, and give the instance a role instead.",
};

const accessKeyId = /(?<![A-Za-z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9])/g;
const secret = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;

export const awsKeyAnchors: Anchors = { exact: ["AKIA", "ASIA"] };

/**
 * The other half of an access key: 40 characters of base64 within some lines of its id, under whatever name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
 */
export function* findAwsSecretKeys(text: string): Generator<Candidate> {
  accessKeyId.lastIndex = 0;
  let done = 0;
  for (let id = accessKeyId.exec(text); id !== null; id = accessKeyId.exec(text)) {
    const from = Math.max(done, id.index - 160);
    const near = text.slice(from, id.index + 320);
    secret.lastIndex = 0;
    for (let match = secret.exec(near); match !== null; match = secret.exec(near)) {
      if (entropy(match[0]) < 4 || characterClasses(match[0]) < 3 || isFillerToken(match[0])) continue;
      const start = from + match.index;
      yield { detector: awsSecretKey, start, end: start + 40 };
    }
    done = id.index;
  }
}
