import { alnum, hex, url64, vendor } from "./tokenFormat";

/** Those who keep a team's work. */
export const services = [
  vendor(
    "Linear",
    "https://linear.app/developers/graphql",
    ["linear-key", "lin_api_", `${alnum}{40}`],
    ["linear-token", "lin_oauth_", `${hex}{64}`],
    ["linear-webhook-secret", "lin_wh_", `${alnum}{20,64}`],
  ),
  vendor(
    "Notion",
    "https://developers.notion.com/docs/authorization",
    ["notion-token", "secret_", `${alnum}{43}`],
    ["notion-token", "ntn_", `${alnum}{40,50}`],
  ),
  vendor("Airtable", "https://airtable.com/developers/web/guides/personal-access-tokens", [
    "airtable-token",
    "pat",
    `${alnum}{14}\\.${hex}{64}`,
  ]),
  vendor(
    "Asana",
    "https://developers.asana.com/docs/personal-access-token",
    ["asana-token", "1/", `\\d{16}:${hex}{32}`],
    ["asana-token", "2/", `\\d{16}/\\d{16}:${hex}{32}`],
  ),
  vendor("Typeform", "https://www.typeform.com/developers/get-started/personal-access-token/", [
    "typeform-token",
    "tfp_",
    "[A-Za-z0-9_.-]{40,80}",
  ]),
  vendor("Dropbox", "https://www.dropbox.com/developers/reference/auth-types", [
    "dropbox-token",
    "sl.",
    `(u\\.)?${url64}{120,1400}`,
  ]),
  vendor("Contentful", "https://www.contentful.com/developers/docs/references/authentication/", [
    "contentful-token",
    "CFPAT-",
    `${url64}{43}`,
  ]),
  vendor(
    "HubSpot",
    "https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
    ["hubspot-token", "pat-na1-", `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`],
    ["hubspot-token", "pat-eu1-", `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`],
  ),
  vendor(
    "Duffel",
    "https://duffel.com/docs/api/overview/making-requests",
    ["duffel-token", "duffel_live_", `${url64}{43}`],
    ["duffel-token", "duffel_test_", `${url64}{43}`],
  ),
  vendor(
    "Facebook",
    "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
    ["facebook-token", "EAAG", `${alnum}{80,300}`],
    ["facebook-token", "EAAC", `${alnum}{80,300}`],
  ),
];
