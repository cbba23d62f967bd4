import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { blocks, number, text } from "../reading";
import { tokens } from "../tokens";
import { requireTargetGroups } from "./actions";
import { hexId } from "./identity";

const SERVICE = "Elastic Load Balancing v2";
const CREATE = `${SERVICE}: CreateListener`;

/** AWS's when none is named: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const DEFAULT_SSL_POLICY = "ELBSecurityPolicy-2016-08";

/** Not modelled: whether ACM has the certificate (its region is checked), mutual TLS, header rewriting, which policies exist. */
export const listener: ResourceType = {
  token: tokens.listener,
  source: "internal/service/elbv2/listener.go",
  replaceOn: ["loadBalancerArn"],
  computed: ["arn", "protocol", "sslPolicy"],
  validate(inputs) {
    const port = number(inputs, "port");
    return port === undefined || (port >= 1 && port <= 65_535)
      ? []
      : [{ property: "port", reason: `expected a port from 1 to 65535, got ${port}` }];
  },
  create(inputs, account) {
    const loadBalancerArn = text(inputs, "loadBalancerArn") ?? "";
    const loadBalancer = account.find(tokens.loadBalancer, loadBalancerArn);
    if (loadBalancer === undefined)
      throw new AwsError(
        "LoadBalancerNotFound",
        CREATE,
        `One or more load balancers not found: '${loadBalancerArn}'`,
      );
    requireValid(inputs, account, CREATE);
    requirePort(inputs, account, CREATE);
    const arn = `${loadBalancerArn.replace(":loadbalancer/", ":listener/")}/${hexId(account)}`;
    return { id: arn, outputs: { arn, protocol: protocolOf(inputs), sslPolicy: sslPolicyOf(inputs) } };
  },
  update(id, olds, news, account) {
    // Optional and computed: a protocol that the program no longer gives stays.
    const wanted = { ...news, protocol: news.protocol ?? protocolOf(olds) };
    requireValid(wanted, account, `${SERVICE}: ModifyListener`);
    requirePort(wanted, account, `${SERVICE}: ModifyListener`, id);
    return { protocol: protocolOf(wanted), sslPolicy: sslPolicyOf(wanted) };
  },
};

function requireValid(inputs: Properties, account: AccountView, operation: string): void {
  const protocol = protocolOf(inputs);
  const isApplication = text(inputs, "loadBalancerArn")?.includes(":loadbalancer/app/") ?? false;
  if (isApplication && !["HTTP", "HTTPS"].includes(protocol))
    throw new AwsError(
      "ValidationError",
      operation,
      `Listener protocol '${protocol}' must be one of 'HTTPS, HTTP'`,
    );
  const certificate = text(inputs, "certificateArn");
  if (isSecure(protocol) && certificate === undefined)
    throw new AwsError(
      "ValidationError",
      operation,
      `A certificate must be specified for ${protocol} listeners`,
    );
  if (!isSecure(protocol) && certificate !== undefined)
    throw new AwsError(
      "InvalidConfigurationRequest",
      operation,
      `Certificates cannot be specified for ${protocol} listeners`,
    );
  if (certificate !== undefined) requireCertificate(certificate, account, operation);
  requireTargetGroups(account, operation, blocks(inputs, "defaultActions"), text(inputs, "loadBalancerArn"));
}

function requireCertificate(arn: string, account: AccountView, operation: string): void {
  const [, , service, region] = arn.split(":");
  if (service !== "acm" && service !== "iam")
    throw new AwsError("ValidationError", operation, `Certificate ARN '${arn}' is not valid`);
  if (service === "acm" && region !== account.region)
    throw new AwsError("CertificateNotFound", operation, `Certificate '${arn}' not found`);
}

function requirePort(inputs: Properties, account: AccountView, operation: string, self?: string): void {
  const twin = account
    .all(tokens.listener)
    .some(
      ({ id, properties }) =>
        id !== self &&
        properties.loadBalancerArn === inputs.loadBalancerArn &&
        properties.port === inputs.port,
    );
  if (twin)
    throw new AwsError(
      "DuplicateListener",
      operation,
      `A listener already exists on this port for this load balancer '${text(inputs, "loadBalancerArn")}'`,
    );
}

function protocolOf(inputs: Properties): string {
  return (text(inputs, "protocol") ?? "HTTP").toUpperCase();
}

function sslPolicyOf(inputs: Properties): string {
  return text(inputs, "sslPolicy") ?? (isSecure(protocolOf(inputs)) ? DEFAULT_SSL_POLICY : "");
}

function isSecure(protocol: string): boolean {
  return protocol === "HTTPS" || protocol === "TLS";
}
