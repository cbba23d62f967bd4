import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { securityGroupVpc } from "../ec2/references";
import { nameOf } from "../naming";
import { block, blocks, flag, given, text, texts } from "../reading";
import { tokens } from "../tokens";
import { checkName, hexId, hostedZoneId } from "./identity";

const SERVICE = "Elastic Load Balancing v2";
const CREATE = `${SERVICE}: CreateLoadBalancer`;
const kinds: Readonly<Record<string, string>> = { application: "app", gateway: "gwy", network: "net" };

/** Not modelled: what replaces a network load balancer beyond this list, IPv6, capacity, that listeners die with it. */
export const loadBalancer: ResourceType = {
  token: tokens.loadBalancer,
  source: "internal/service/elbv2/load_balancer.go",
  replaceOn: ["customerOwnedIpv4Pool", "internal", "loadBalancerType", "name", "namePrefix"],
  unordered: ["securityGroups", "subnetMappings", "subnets"],
  autoName: { property: "name", maxLength: 32 },
  defaults: {
    clientKeepAlive: 3600,
    desyncMitigationMode: "defensive",
    dnsRecordClientRoutingPolicy: "any_availability_zone",
    dropInvalidHeaderFields: false,
    enableCrossZoneLoadBalancing: false,
    enableDeletionProtection: false,
    enableHttp2: true,
    enableTlsVersionAndCipherSuiteHeaders: false,
    enableWafFailOpen: false,
    enableXffClientPort: false,
    enableZonalShift: false,
    idleTimeout: 60,
    loadBalancerType: "application",
    preserveHostHeader: false,
    xffHeaderProcessingMode: "append",
  },
  computed: [
    "arn",
    "arnSuffix",
    "dnsName",
    "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
    "internal",
    "ipAddressType",
    "name",
    "namePrefix",
    "securityGroups",
    "subnetMappings",
    "subnets",
    "vpcId",
    "zoneId",
  ],
  validate(inputs) {
    const name = text(inputs, "name");
    const prefix = text(inputs, "namePrefix");
    return [
      ...(name === undefined ? [] : checkName(name)),
      ...(prefix !== undefined && prefix.length > 6
        ? [{ property: "namePrefix", reason: "at most 6 characters" }]
        : []),
      ...(given(inputs, "subnets") === given(inputs, "subnetMappings")
        ? [{ property: "subnets", reason: "expected exactly one of subnets, subnetMappings" }]
        : []),
    ];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.all(tokens.loadBalancer).some(({ properties }) => properties.name === name))
      throw new AwsError(
        "DuplicateLoadBalancerName",
        CREATE,
        `A load balancer with the same name '${name}' exists, but with different settings`,
      );
    const internal = flag(inputs, "internal") ?? false;
    const { vpc, subnets } = requireSubnets(inputs, account, CREATE);
    const attached = account
      .all(tokens.internetGateway)
      .some(({ properties }) => properties.vpcId === vpc.id);
    if (!internal && !attached)
      throw new AwsError("InvalidSubnet", CREATE, `VPC ${vpc.id} has no internet gateway`);
    requireGroups(inputs, account, CREATE, vpc.id);
    requireLogBuckets(inputs, account);
    const kind = kinds[text(inputs, "loadBalancerType") ?? "application"] ?? "app";
    const arnSuffix = `${kind}/${name}/${hexId(account)}`;
    const arn = regionalArn(account, "elasticloadbalancing", `loadbalancer/${arnSuffix}`);
    const groups = texts(inputs, "securityGroups");
    const defaultGroup = text(vpc.properties, "defaultSecurityGroupId") ?? "";
    return {
      id: arn,
      outputs: {
        arn,
        arnSuffix,
        dnsName: `${internal ? "internal-" : ""}${name}-${hexId(account).replace(/\D/g, "")}.${account.region}.elb.amazonaws.com`,
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "",
        internal,
        ipAddressType: text(inputs, "ipAddressType") ?? "ipv4",
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        securityGroups: groups.length > 0 || kind !== "app" ? groups : [defaultGroup],
        subnetMappings: inputs.subnetMappings ?? subnets.map((subnetId) => ({ subnetId })),
        subnets,
        vpcId: vpc.id,
        zoneId: hostedZoneId(account.region),
      },
    };
  },
  update(_id, olds, news, account) {
    const operation = `${SERVICE}: SetSubnets`;
    const { vpc, subnets } = requireSubnets(news, account, operation);
    if (vpc.id !== olds.vpcId)
      throw new AwsError(
        "InvalidConfigurationRequest",
        operation,
        `All subnets must belong to the load balancer's VPC, ${text(olds, "vpcId")}`,
      );
    requireGroups(news, account, `${SERVICE}: SetSecurityGroups`, vpc.id);
    requireLogBuckets(news, account);
    return { subnets, subnetMappings: news.subnetMappings ?? subnets.map((subnetId) => ({ subnetId })) };
  },
  remove(id, properties) {
    if (flag(properties, "enableDeletionProtection") === true)
      throw new AwsError(
        "OperationNotPermitted",
        `${SERVICE}: DeleteLoadBalancer`,
        `Load balancer '${id}' cannot be deleted because deletion protection is enabled`,
      );
  },
};

/** The subnets exist, in one VPC, one a zone; an application load balancer needs two. */
function requireSubnets(
  inputs: Properties,
  account: AccountView,
  operation: string,
): { vpc: Entry; subnets: readonly string[] } {
  const mapped = blocks(inputs, "subnetMappings").flatMap((mapping) => text(mapping, "subnetId") ?? []);
  const subnets = given(inputs, "subnets") ? texts(inputs, "subnets") : mapped;
  const found = subnets.map((id) => {
    const subnet = account.find(tokens.subnet, id);
    if (subnet === undefined)
      throw new AwsError("SubnetNotFound", operation, `The subnet ID '${id}' does not exist`);
    return subnet;
  });
  const zones = new Set(found.map(({ properties }) => properties.availabilityZone));
  if (zones.size < 2 && inputs.loadBalancerType === "application")
    throw new AwsError(
      "ValidationError",
      operation,
      "At least two subnets in two different Availability Zones must be specified",
    );
  if (zones.size < found.length)
    throw new AwsError(
      "InvalidConfigurationRequest",
      operation,
      "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
    );
  const [vpcId, other] = new Set(found.map(({ properties }) => text(properties, "vpcId")));
  const vpc = account.find(tokens.vpc, vpcId ?? "");
  if (vpc === undefined || other !== undefined)
    throw new AwsError("InvalidConfigurationRequest", operation, "All subnets must belong to the same VPC");
  return { vpc, subnets };
}

function requireGroups(inputs: Properties, account: AccountView, operation: string, vpcId: string): void {
  if (texts(inputs, "securityGroups").some((id) => securityGroupVpc(account, id) !== vpcId))
    throw new AwsError("InvalidConfigurationRequest", operation, "One or more security groups are invalid");
}

/** A bucket that takes logs exists and has a policy: without one, log delivery cannot write to it. */
function requireLogBuckets(inputs: Properties, account: AccountView): void {
  for (const property of ["accessLogs", "connectionLogs"]) {
    const logs = block(inputs, property);
    const bucket = logs && flag(logs, "enabled") === true ? text(logs, "bucket") : undefined;
    const mayWrite = account.all(tokens.bucketPolicy).some(({ properties }) => properties.bucket === bucket);
    if (bucket !== undefined && (account.find(tokens.bucket, bucket) === undefined || !mayWrite))
      throw new AwsError(
        "InvalidConfigurationRequest",
        `${SERVICE}: ModifyLoadBalancerAttributes`,
        `Access Denied for bucket: ${bucket}. Please check S3bucket permission`,
      );
  }
}
