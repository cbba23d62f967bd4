import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector, PartFacts } from "../candidate";
import { isFiller, isPlaceholder } from "../values/placeholder";
import { isReference } from "../values/reference";
import { looksRandom } from "../values/shape";

const inUrl: Detector = {
  id: "password-in-url",
  remedy:
    "Take the password out of the address; fetch it from Secrets Manager at boot and hand it over apart.",
};
const tokenInUrl: Detector = {
  id: "token-in-url",
  remedy: "Take the token out of the address; fetch it from Secrets Manager at boot and send it in a header.",
};
const signedUrl: Detector = {
  id: "signed-url",
  remedy: "Let the instance's role read the object: whoever has a signed address needs no credential.",
};
const webhook: Detector = {
  id: "webhook-url",
  remedy: "Replace the webhook, and fetch its address from Secrets Manager at boot: whoever has it can post.",
};

const userinfo = /:\/\/([^\s/:@"'<>,;`]{0,200})(?::([^\s"'<>`/]{1,400}|[^\s"'<>`@]{1,200}))?@(?=[\w[${<-])/y;
const hooks: readonly RegExp[] = [
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
  /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{8,14}\/[A-Za-z0-9]{8,24}\/[A-Za-z0-9/]{20,80}/y,
  // https://discord.com/developers/docs/resources/webhook
  /(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{16,21}\/[A-Za-z0-9_-]{50,90}/y,
  // https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
  /[\w.-]{1,60}\.webhook\.office\.com\/webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}/y,
  /hooks\.zapier\.com\/hooks\/catch\/\d{4,12}\/[a-z0-9]{5,12}/y,
  // https://developers.google.com/workspace/chat/quickstart/webhooks
  /chat\.googleapis\.com\/v1\/spaces\/[\w-]{8,20}\/messages\?key=[\w-]{30,50}&token=[\w%-]{30,80}/y,
  // https://core.telegram.org/bots/api#authorizing-your-bot
  /api\.telegram\.org\/(?:file\/)?bot\d{8,10}:[A-Za-z0-9_-]{35}/y,
];
const query = /[^\s"'<>`]{1,4096}/y;
// SAS: https://learn.microsoft.com/rest/api/storageservices/create-service-sas; S3: AWS's SigV4 query parameters.
const signatures = /[?&](?:sig|X-Amz-Signature|X-Goog-Signature|Signature)=([A-Za-z0-9%+/=]{27,600})/i;

export const urlAnchors: Anchors = { exact: ["://"] };

/** Addresses that carry what opens them: `scheme://user:password@host`, webhooks, signed addresses. */
export function* findInUrls(text: string, { format }: PartFacts): Generator<Candidate> {
  const isSigned = /[?&](?:sig|X-Amz-Signature|X-Goog-Signature|Signature)=/i.test(text);
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    userinfo.lastIndex = at;
    const match = userinfo.exec(text);
    if (match !== null) {
      const user = match[1] ?? "";
      const password = match[2];
      const userStart = at + 3;
      if (password !== undefined && password !== "x-oauth-basic" && password !== "") {
        const start = userStart + user.length + 1;
        if (isPasswordHere(user, password, format) && !isIllustration(text, userinfo.lastIndex, password))
          yield { detector: inUrl, start, end: start + password.length };
      } else if (
        looksRandom(user, 16) &&
        !isFiller(user) &&
        !isReference({ value: user, quote: undefined, format })
      )
        yield { detector: tokenInUrl, start: userStart, end: userStart + user.length };
    }
    yield* findHook(text, at + 3, isSigned);
  }
}

function isPasswordHere(user: string, password: string, format: PartFacts["format"]): boolean {
  if (
    password.length < 3 ||
    isReference({ value: password, quote: undefined, format: format === "powershell" ? format : "shell" })
  )
    return false;
  if (
    /^(pass(word)?|pwd|secret|token|\*+|x+|p|pw|port|\d{2,5})$/i.test(password) ||
    /^<|^\[|^\{/.test(password)
  )
    return false;
  if (isPlaceholder(password)) return false;
  return !/^(user(name)?|example|foo)$/i.test(user) || !/^(pass|secret|foo|bar)/i.test(password);
}

/** A host that RFC 2606 keeps for examples, with a password of letters only. */
function isIllustration(text: string, at: number, password: string): boolean {
  return (
    /^(?:[\w-]{1,40}\.)?example\.(?:com|org|net)\b/.test(text.slice(at, at + 60)) &&
    /^[a-z]+$/i.test(password)
  );
}

function* findHook(text: string, at: number, isSigned: boolean): Generator<Candidate> {
  for (const hook of hooks) {
    hook.lastIndex = at;
    const match = hook.exec(text);
    if (match === null) continue;
    const secret = match[0].slice(match[0].lastIndexOf("/") + 1);
    if (!isFiller(secret) && !/^[TBX0/]{6,}/.test(secret))
      yield { detector: webhook, start: at, end: hook.lastIndex };
    return;
  }
  if (!isSigned) return;
  query.lastIndex = at;
  const address = query.exec(text)?.[0];
  const signature = address?.includes("=") ? signatures.exec(address) : null;
  if (signature?.[1] === undefined || isFiller(signature[1]) || !/\d/.test(signature[1])) return;
  const end = at + signature.index + signature[0].length;
  yield { detector: signedUrl, start: end - signature[1].length, end };
}
