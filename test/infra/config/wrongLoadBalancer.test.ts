import { itRefuses } from "./editedStackFile";

describe("A stack file's load balancer, notifications and policies", () => {
  itRefuses([
    [
      "need a certificate",
      "dev",
      [
        "    certificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012\n",
        "",
      ],
      "Pulumi.dev.yaml:11:3: bakeline:loadBalancer.certificateArn: expected the ARN of an ACM certificate, arn:aws:acm:<region>:<12-digit account>:certificate/<id>, got nothing; copy it from `aws acm list-certificates`",
    ],
    [
      "refuse a certificate that is no ARN",
      "dev",
      [
        "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
        "www.example.com",
      ],
      'Pulumi.dev.yaml:12:5: bakeline:loadBalancer.certificateArn: expected the ARN of an ACM certificate, arn:aws:acm:<region>:<12-digit account>:certificate/<id>, got "www.example.com" (string); copy it from `aws acm list-certificates`',
    ],
    [
      "refuse the ARN of something else than a certificate",
      "dev",
      [
        "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
        "arn:aws:iam::111122223333:server-certificate/web",
      ],
      'Pulumi.dev.yaml:12:5: bakeline:loadBalancer.certificateArn: expected the ARN of an ACM certificate, arn:aws:acm:<region>:<12-digit account>:certificate/<id>, got "arn:aws:iam::111122223333:server-certificate/web" (string); copy it from `aws acm list-certificates`',
    ],
    [
      "refuse a certificate of an account with eleven digits",
      "dev",
      ["111122223333", "11112222333"],
      'Pulumi.dev.yaml:12:5: bakeline:loadBalancer.certificateArn: expected the ARN of an ACM certificate, arn:aws:acm:<region>:<12-digit account>:certificate/<id>, got "arn:aws:acm:eu-west-1:11112222333:certificate/12345678-1234-1234-1234-123456789012" (string); copy it from `aws acm list-certificates`',
    ],
    [
      "refuse a certificate with a mistyped id",
      "dev",
      ["12345678-1234-1234-1234-123456789012", "12345678-1234-1234-1234-12345678901"],
      'Pulumi.dev.yaml:12:5: bakeline:loadBalancer.certificateArn: expected the ARN of an ACM certificate, arn:aws:acm:<region>:<12-digit account>:certificate/<id>, got "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-12345678901" (string); copy it from `aws acm list-certificates`',
    ],
    [
      "refuse a certificate of another region",
      "dev",
      ["acm:eu-west-1", "acm:us-east-1"],
      'Pulumi.dev.yaml:12:5: bakeline:loadBalancer.certificateArn: expected a certificate of aws:region (eu-west-1): arn:aws:acm:eu-west-1:…, got "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012" (string); request or import the certificate in that region',
    ],
    [
      "refuse a certificate of another partition",
      "dev",
      ["arn:aws:acm", "arn:aws-us-gov:acm"],
      'Pulumi.dev.yaml:12:5: bakeline:loadBalancer.certificateArn: expected a certificate of aws:region (eu-west-1): arn:aws:acm:eu-west-1:…, got "arn:aws-us-gov:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012" (string); request or import the certificate in that region',
    ],
    [
      "refuse to delete access logs at once",
      "dev",
      ["accessLogRetentionDays: 30", "accessLogRetentionDays: 0"],
      "Pulumi.dev.yaml:13:5: bakeline:loadBalancer.accessLogRetentionDays: expected an integer from 1 to 3650, got 0 (number); choose how long requests must be traceable",
    ],
    [
      "refuse a fraction of a day",
      "dev",
      ["accessLogRetentionDays: 30", "accessLogRetentionDays: 30.5"],
      "Pulumi.dev.yaml:13:5: bakeline:loadBalancer.accessLogRetentionDays: expected an integer from 1 to 3650, got 30.5 (number); choose how long requests must be traceable",
    ],
    [
      "refuse a word for deletion protection",
      "dev",
      ["deletionProtection: false", "deletionProtection: off"],
      'Pulumi.dev.yaml:14:5: bakeline:loadBalancer.deletionProtection: expected true or false, got "off" (string); write true where losing the load balancer is an outage',
    ],
    [
      "refuse deletion protection in quotes",
      "dev",
      ["deletionProtection: false", 'deletionProtection: "false"'],
      'Pulumi.dev.yaml:14:5: bakeline:loadBalancer.deletionProtection: expected true or false, got "false" (string); remove the quotes',
    ],
    [
      "refuse a prod without deletion protection",
      "prod",
      ["deletionProtection: true", "deletionProtection: false"],
      "Pulumi.prod.yaml:15:5: bakeline:loadBalancer.deletionProtection: expected true in prod, got false (boolean); write true; to delete a prod stack, lift it in a change of its own first",
    ],
    [
      "refuse an e-mail address without a domain",
      "dev",
      ["ops-dev@example.com", "ops-dev"],
      'Pulumi.dev.yaml:16:5: bakeline:notifications.email: expected an e-mail address, got "ops-dev" (string); write name@domain, or leave it out',
    ],
    [
      "refuse a list of e-mail addresses",
      "dev",
      ["ops-dev@example.com", "[a@example.com, b@example.com]"],
      "Pulumi.dev.yaml:16:5: bakeline:notifications.email: expected an e-mail address, got a list of 2 items; write name@domain, or leave it out",
    ],
    [
      "refuse a webhook, and do not quote it",
      "dev",
      ["email: ops-dev@example.com", "webhook: https://example.com/T0KEN"],
      "Pulumi.dev.yaml:16:5: bakeline:notifications.webhook: expected one of email, got an unknown key (a string of 25 characters); remove it",
    ],
    [
      "refuse an unknown enforcement level",
      "dev",
      ["imds: mandatory", "imds: warn"],
      'Pulumi.dev.yaml:29:5: bakeline:policies.imds: expected one of advisory, mandatory, remediate, got "warn" (string); choose advisory to warn, mandatory to refuse, remediate to refuse what no rule can repair; not advisory in prod',
    ],
    [
      "refuse an advisory pack in prod",
      "prod",
      ["encryption: mandatory", "encryption: advisory"],
      'Pulumi.prod.yaml:31:5: bakeline:policies.encryption: expected mandatory or remediate in prod, got "advisory" (string); write mandatory, or leave it out',
    ],
    [
      "refuse an unknown pack",
      "dev",
      ["imds: mandatory", "iamds: mandatory"],
      "Pulumi.dev.yaml:29:5: bakeline:policies.iamds: expected one of encryption, fleet, imds, user-data, rules, undecided, got an unknown key (a string of 9 characters); rename it to imds",
    ],
    [
      "refuse notifications without a setting",
      "dev",
      ["  bakeline:notifications:\n    email: ops-dev@example.com\n", "  bakeline:notifications:\n"],
      "Pulumi.dev.yaml:15:3: bakeline:notifications: expected a map of settings, got null; indent its settings below it, one a line",
    ],
  ]);
});
