import { alnum, hex, url64, uuid, vendor } from "./tokenFormat";

/** Those who move money and goods. */
export const payments = [
  vendor(
    "Stripe",
    "https://docs.stripe.com/keys",
    ...["sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk_prod_", "rk_prod_"].map(
      (prefix) => ["stripe-key", prefix, `${alnum}{16,247}`] as const,
    ),
    ["stripe-webhook-secret", "whsec_", "[A-Za-z0-9+/=]{24,80}"],
  ),
  vendor(
    "Square",
    "https://developer.squareup.com/docs/build-basics/access-tokens",
    ["square-token", "sq0atp-", `${url64}{22}`],
    ["square-secret", "sq0csp-", `${url64}{43}`],
    ["square-token", "EAAA", `${url64}{60}`],
  ),
  vendor(
    "Braintree",
    "https://developer.paypal.com/braintree/docs/guides/authorization/overview",
    ["braintree-token", "access_token$production$", `[a-z0-9]{16}\\$${hex}{32}`],
    ["braintree-token", "access_token$sandbox$", `[a-z0-9]{16}\\$${hex}{32}`],
  ),
  vendor(
    "Shopify",
    "https://shopify.dev/docs/apps/build/authentication-authorization",
    ...["shpat_", "shpca_", "shppa_", "shpss_", "shptka_"].map(
      (prefix) => ["shopify-token", prefix, "[0-9a-fA-F]{32}"] as const,
    ),
  ),
  vendor(
    "Plaid",
    "https://plaid.com/docs/api/tokens/",
    ...["access-production-", "access-sandbox-", "access-development-"].map(
      (prefix) => ["plaid-token", prefix, uuid] as const,
    ),
  ),
  vendor(
    "Flutterwave",
    "https://developer.flutterwave.com/docs/authentication",
    ["flutterwave-key", "FLWSECK-", `${alnum}{32,40}(-X)?`],
    ["flutterwave-key", "FLWSECK_TEST-", `${alnum}{12,40}(-X)?`],
  ),
  vendor(
    "EasyPost",
    "https://docs.easypost.com/docs/authentication",
    ["easypost-key", "EZAK", `${alnum}{54}`],
    ["easypost-key", "EZTK", `${alnum}{54}`],
  ),
  vendor(
    "Shippo",
    "https://docs.goshippo.com/docs/guides_general/authentication/",
    ["shippo-token", "shippo_live_", `${hex}{40}`],
    ["shippo-token", "shippo_test_", `${hex}{40}`],
  ),
  vendor("Razorpay", "https://razorpay.com/docs/api/authentication/", [
    "razorpay-key-id",
    "rzp_live_",
    `${alnum}{14}`,
  ]),
];
