import { alnum, hex, url64, vendor } from "./tokenFormat";

/** Those who send messages. */
export const messaging = [
  vendor(
    "Slack",
    "https://docs.slack.dev/authentication/tokens/",
    ...["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxo-", "xoxe-", "xoxc-", "xoxd-"].map(
      (prefix) => ["slack-token", prefix, "[A-Za-z0-9%-]{20,300}"] as const,
    ),
    ["slack-app-token", "xapp-", `\\d-${alnum}{9,14}-\\d{8,16}-${hex}{64}`],
    ["slack-workflow-token", "xwfp-", "[A-Za-z0-9-]{20,300}"],
  ),
  // An id in base64, a time, a signature: an id is of digits, so what it begins with is one of ten.
  vendor(
    "Discord",
    "https://discord.com/developers/docs/reference#authentication",
    ...["MD", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"].map(
      (prefix) => ["discord-bot-token", prefix, `${url64}{22,26}\\.${url64}{6}\\.${url64}{27,38}`] as const,
    ),
  ),
  vendor("SendGrid", "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys", [
    "sendgrid-key",
    "SG.",
    `${url64}{20,24}\\.${url64}{39,50}`,
  ]),
  vendor("Twilio", "https://www.twilio.com/docs/iam/api-keys", ["twilio-api-key", "SK", `${hex}{32}`]),
  vendor("Mailgun", "https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth", [
    "mailgun-key",
    "key-",
    `${hex}{32}`,
  ]),
  vendor(
    "Brevo",
    "https://developers.brevo.com/docs/getting-started",
    ["brevo-key", "xkeysib-", `${hex}{64}-${alnum}{16}`],
    ["brevo-smtp-key", "xsmtpsib-", `${hex}{64}-${alnum}{16}`],
  ),
  vendor("Resend", "https://resend.com/docs/api-reference/introduction", [
    "resend-key",
    "re_",
    `${alnum}{6,10}_${alnum}{22,28}`,
  ]),
  vendor("Mapbox", "https://docs.mapbox.com/help/getting-started/access-tokens/", [
    "mapbox-secret-token",
    "sk.eyJ",
    `${url64}{40,160}\\.${url64}{20,44}`,
  ]),
];
