import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector } from "../candidate";
import { isFillerToken } from "../values/placeholder";
import { characterClasses, entropy } from "../values/shape";

/** A format that nothing but a mark inside of it, or a word near it, tells from other text. */
interface KeyedFormat {
  readonly detector: Detector;
  /** Looked for first, as it stands. */
  readonly mark: string;
  /** How far before and behind the mark the value may stand. */
  readonly reach: readonly [before: number, behind: number];
  /** Its first group is the value; bounded, without nested repetition. */
  readonly pattern: RegExp;
}

const revoke = (vendor: string) =>
  `Revoke it at ${vendor}, and have the instance fetch its successor at boot.`;

const formats: readonly KeyedFormat[] = [
  {
    // https://learn.microsoft.com/purview/sit-defn-client-secret-api-key (the mark of Entra ID's client secrets)
    detector: { id: "azure-client-secret", remedy: revoke("Microsoft Entra ID") },
    mark: "Q~",
    reach: [4, 40],
    pattern: /(?<![A-Za-z0-9_~.-])([A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9_~.-])/g,
  },
  {
    // https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
    detector: {
      id: "azure-account-key",
      remedy: "Rotate the account's keys, and give the instance an identity instead.",
    },
    mark: "AccountKey=",
    reach: [0, 120],
    pattern: /AccountKey=([A-Za-z0-9+/]{60,100}={0,2})/g,
  },
  {
    detector: {
      id: "azure-shared-access-key",
      remedy: "Rotate the policy's keys, and fetch the new one at boot.",
    },
    mark: "SharedAccessKey=",
    reach: [0, 120],
    pattern: /SharedAccessKey=([A-Za-z0-9+/]{40,90}={0,2})/g,
  },
  {
    // https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens
    detector: { id: "terraform-cloud-token", remedy: revoke("HCP Terraform") },
    mark: ".atlasv1.",
    reach: [14, 90],
    pattern: /(?<![A-Za-z0-9])([A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,75})/g,
  },
  {
    // https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate
    detector: { id: "azure-devops-token", remedy: revoke("Azure DevOps") },
    mark: "AZDO",
    reach: [76, 8],
    pattern: /(?<![A-Za-z0-9])([A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})(?![A-Za-z0-9])/g,
  },
  {
    // https://core.telegram.org/bots/api#authorizing-your-bot
    detector: { id: "telegram-bot-token", remedy: revoke("Telegram's BotFather") },
    mark: ":AA",
    reach: [11, 40],
    pattern: /(?<![\d:])(\d{8,10}:AA[A-Za-z0-9_-]{32,33})(?![A-Za-z0-9_-])/g,
  },
  {
    // https://mailchimp.com/developer/marketing/guides/quick-start/
    detector: { id: "mailchimp-key", remedy: revoke("Mailchimp") },
    mark: "-us",
    reach: [32, 6],
    pattern: /(?<![0-9a-z])([0-9a-f]{32}-us\d{1,2})(?![0-9a-z])/g,
  },
  {
    // https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/
    detector: {
      id: "kubernetes-bootstrap-token",
      remedy: "Let the token expire, and make one for each boot that lives for minutes.",
    },
    mark: "oken",
    reach: [0, 60],
    pattern: /oken["']?[\s:=]{1,4}["']?([a-z0-9]{6}\.[a-z0-9]{16})(?![a-z0-9.])/g,
  },
  {
    // https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector
    detector: { id: "splunk-hec-token", remedy: revoke("Splunk") },
    mark: "Splunk ",
    reach: [0, 50],
    pattern: /Splunk ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/gi,
  },
  {
    // https://learn.microsoft.com/rest/api/storageservices/create-service-sas: HMAC-SHA256 in base64, mostly escaped.
    detector: {
      id: "azure-sas-signature",
      remedy: "Rotate the key that signed it, and give the instance an identity instead.",
    },
    mark: "sig=",
    reach: [1, 70],
    pattern: /[?&;]sig=([A-Za-z0-9%+/]{43,62}(?:%3D|=))/g,
  },
  {
    // https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/#license-key
    detector: { id: "newrelic-key", remedy: revoke("New Relic") },
    mark: "NRAL",
    reach: [36, 5],
    pattern: /(?<![0-9a-zA-Z])([0-9a-f]{36}NRAL)(?![0-9a-zA-Z])/g,
  },
];

export const keyedTokenAnchors: Anchors = {
  exact: formats.map(({ mark }) => mark).filter((mark) => mark !== "-us" && mark !== "Q~"),
  digits: ["-us#", "#Q~"],
};

/** Tokens that a mark inside of them, or the word before them, gives away. */
export function* findKeyedTokens(text: string): Generator<Candidate> {
  for (const { detector, mark, reach, pattern } of formats) {
    let done = 0;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
      if (at < done) continue;
      const from = Math.max(0, at - reach[0] - 1);
      for (const candidate of matches(
        text.slice(from, at + mark.length + reach[1]),
        detector,
        pattern,
        from,
      )) {
        yield candidate;
        done = candidate.end;
      }
    }
  }
}

function* matches(text: string, detector: Detector, pattern: RegExp, offset: number): Generator<Candidate> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const value = match[1] ?? "";
    if (isFillerToken(value) || entropy(value) < 3 || characterClasses(value) < 2) continue;
    const start = offset + match.index + match[0].indexOf(value);
    yield { detector, start, end: start + value.length };
  }
}
