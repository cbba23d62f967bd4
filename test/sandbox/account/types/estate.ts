import type { Entry } from "../../../../sandbox/account/accountView";
import type { ResourceType } from "../../../../sandbox/account/resourceType";
import { group } from "../../../../sandbox/account/types/autoscaling/group";
import { lifecycleHook } from "../../../../sandbox/account/types/autoscaling/lifecycleHook";
import { notification } from "../../../../sandbox/account/types/autoscaling/notification";
import { policy as scalingPolicy } from "../../../../sandbox/account/types/autoscaling/policy";
import { eventRule } from "../../../../sandbox/account/types/cloudwatch/eventRule";
import { eventTarget } from "../../../../sandbox/account/types/cloudwatch/eventTarget";
import { logGroup } from "../../../../sandbox/account/types/cloudwatch/logGroup";
import { metricAlarm } from "../../../../sandbox/account/types/cloudwatch/metricAlarm";
import { table } from "../../../../sandbox/account/types/dynamodb/table";
import { encryptionByDefault } from "../../../../sandbox/account/types/ebs/encryptionByDefault";
import { volume } from "../../../../sandbox/account/types/ebs/volume";
import { defaultSecurityGroup } from "../../../../sandbox/account/types/ec2/defaultSecurityGroup";
import { eip } from "../../../../sandbox/account/types/ec2/eip";
import { flowLog } from "../../../../sandbox/account/types/ec2/flowLog";
import { instance } from "../../../../sandbox/account/types/ec2/instance";
import { instanceMetadataDefaults } from "../../../../sandbox/account/types/ec2/instanceMetadataDefaults";
import { internetGateway } from "../../../../sandbox/account/types/ec2/internetGateway";
import { launchTemplate } from "../../../../sandbox/account/types/ec2/launchTemplate";
import { natGateway } from "../../../../sandbox/account/types/ec2/natGateway";
import { networkAcl } from "../../../../sandbox/account/types/ec2/networkAcl";
import { networkInterface } from "../../../../sandbox/account/types/ec2/networkInterface";
import { placementGroup } from "../../../../sandbox/account/types/ec2/placementGroup";
import { route } from "../../../../sandbox/account/types/ec2/route";
import { routeTable } from "../../../../sandbox/account/types/ec2/routeTable";
import { routeTableAssociation } from "../../../../sandbox/account/types/ec2/routeTableAssociation";
import { securityGroup } from "../../../../sandbox/account/types/ec2/securityGroup";
import {
  securityGroupEgressRule,
  securityGroupIngressRule,
} from "../../../../sandbox/account/types/ec2/securityGroupRule";
import { subnet } from "../../../../sandbox/account/types/ec2/subnet";
import { tag } from "../../../../sandbox/account/types/ec2/tag";
import { vpc } from "../../../../sandbox/account/types/ec2/vpc";
import { vpcEndpoint } from "../../../../sandbox/account/types/ec2/vpcEndpoint";
import { instanceProfile } from "../../../../sandbox/account/types/iam/instanceProfile";
import { policy } from "../../../../sandbox/account/types/iam/policy";
import { role } from "../../../../sandbox/account/types/iam/role";
import { rolePolicy } from "../../../../sandbox/account/types/iam/rolePolicy";
import { rolePolicyAttachment } from "../../../../sandbox/account/types/iam/rolePolicyAttachment";
import { component } from "../../../../sandbox/account/types/imagebuilder/component";
import { distributionConfiguration } from "../../../../sandbox/account/types/imagebuilder/distributionConfiguration";
import { builtImage } from "../../../../sandbox/account/types/imagebuilder/image";
import { imagePipeline } from "../../../../sandbox/account/types/imagebuilder/imagePipeline";
import { imageRecipe } from "../../../../sandbox/account/types/imagebuilder/imageRecipe";
import { infrastructureConfiguration } from "../../../../sandbox/account/types/imagebuilder/infrastructureConfiguration";
import { lifecyclePolicy } from "../../../../sandbox/account/types/imagebuilder/lifecyclePolicy";
import { alias } from "../../../../sandbox/account/types/kms/alias";
import { key } from "../../../../sandbox/account/types/kms/key";
import { lambdaFunction } from "../../../../sandbox/account/types/lambda/function";
import { permission } from "../../../../sandbox/account/types/lambda/permission";
import { listener } from "../../../../sandbox/account/types/lb/listener";
import { listenerRule } from "../../../../sandbox/account/types/lb/listenerRule";
import { loadBalancer } from "../../../../sandbox/account/types/lb/loadBalancer";
import { targetGroup } from "../../../../sandbox/account/types/lb/targetGroup";
import { bucket } from "../../../../sandbox/account/types/s3/bucket";
import { bucketObject, objectCopy } from "../../../../sandbox/account/types/s3/bucketObject";
import { bucketPolicy } from "../../../../sandbox/account/types/s3/bucketPolicy";
import {
  bucketLifecycleConfiguration,
  bucketOwnershipControls,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
} from "../../../../sandbox/account/types/s3/bucketSettings";
import { topic } from "../../../../sandbox/account/types/sns/topic";
import { topicPolicy } from "../../../../sandbox/account/types/sns/topicPolicy";
import { topicSubscription } from "../../../../sandbox/account/types/sns/topicSubscription";
import { parameter } from "../../../../sandbox/account/types/ssm/parameter";
import type { Properties } from "../../../../sandbox/account/values";
import { resourcePolicy, type Simulation, trustsEc2 } from "./simulation";
import { makeStores } from "./storesEstate";

/** One of every type that the account knows, each naming those before it, in the order in which they came to be. */
export function completeEstate(aws: Simulation): readonly { type: ResourceType; entry: Entry }[] {
  const made: { type: ResourceType; entry: Entry }[] = [];
  const make = (type: ResourceType, inputs: Properties): Entry => {
    const entry = aws.create(type, inputs);
    made.push({ type, entry });
    return entry;
  };

  const vpcId = make(vpc, { cidrBlock: "10.0.0.0/16" }).id;
  make(defaultSecurityGroup, { vpcId });
  const gatewayId = make(internetGateway, { vpcId }).id;
  const subnets = ["a", "b"].map(
    (zone, index) =>
      make(subnet, { vpcId, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `eu-west-1${zone}` }).id,
  );
  const [subnetId = ""] = subnets;
  const routeTableId = make(routeTable, { vpcId }).id;
  make(route, { routeTableId, destinationCidrBlock: "0.0.0.0/0", gatewayId });
  make(routeTableAssociation, { routeTableId, subnetId });
  make(natGateway, { subnetId, allocationId: make(eip, { domain: "vpc" }).id });
  make(vpcEndpoint, { vpcId, serviceName: "com.amazonaws.eu-west-1.s3", routeTableIds: [routeTableId] });
  const securityGroupId = make(securityGroup, { vpcId, name: "web" }).id;
  make(securityGroupIngressRule, { securityGroupId, ipProtocol: "-1", cidrIpv4: "10.0.0.0/16" });
  make(securityGroupEgressRule, { securityGroupId, ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" });

  const logsKey = make(key, {
    policy: resourcePolicy({
      Principal: { AWS: "arn:aws:iam::111122223333:root", Service: "logs.eu-west-1.amazonaws.com" },
    }),
  });
  make(alias, { name: "alias/logs", targetKeyId: logsKey.id });
  const logs = make(logGroup, { name: "/web", kmsKeyId: logsKey.properties.arn ?? "", retentionInDays: 14 });
  const webRole = make(role, { name: "web", assumeRolePolicy: trustsEc2 });
  const identityPolicy = resourcePolicy({ Principal: undefined });
  make(rolePolicy, { name: "inline", role: webRole.id, policy: identityPolicy });
  const managed = make(policy, { name: "managed", policy: identityPolicy });
  make(rolePolicyAttachment, { role: webRole.id, policyArn: managed.id });
  const profile = make(instanceProfile, { name: "web", role: webRole.id });
  make(flowLog, {
    vpcId,
    logDestination: logs.properties.arn ?? "",
    iamRoleArn: webRole.properties.arn ?? "",
  });

  make(bucket, { bucket: "logs-of-web" });
  const inBucket = { bucket: "logs-of-web" };
  make(bucketPublicAccessBlock, { ...inBucket, blockPublicPolicy: true });
  make(bucketOwnershipControls, { ...inBucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
  make(bucketServerSideEncryptionConfiguration, {
    ...inBucket,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  make(bucketVersioning, { ...inBucket, versioningConfiguration: { status: "Enabled" } });
  make(bucketLifecycleConfiguration, { ...inBucket, rules: [{ id: "expire", status: "Enabled" }] });
  make(bucketPolicy, { ...inBucket, policy: resourcePolicy({ Resource: "arn:aws:s3:::logs-of-web/*" }) });

  make(bucketObject, { ...inBucket, key: "web/component.yaml", content: "name: web" });
  make(objectCopy, { ...inBucket, key: "web/release.tar.gz", source: "releases/web/1.tar.gz" });

  const topicArn = make(topic, { name: "ops" }).id;
  make(topicPolicy, { arn: topicArn, policy: resourcePolicy({ Resource: topicArn }) });
  make(topicSubscription, { topic: topicArn, protocol: "email", endpoint: "ops@example.com" });

  const balancer = make(loadBalancer, {
    name: "web",
    subnets,
    securityGroups: [securityGroupId],
    accessLogs: { bucket: "logs-of-web", enabled: true },
  });
  const targets = make(targetGroup, { name: "web", port: 80, protocol: "HTTP", vpcId });
  const forward = [{ type: "forward", targetGroupArn: targets.id }];
  const web = make(listener, {
    loadBalancerArn: balancer.id,
    port: 80,
    protocol: "HTTP",
    defaultActions: forward,
  });
  make(listenerRule, {
    listenerArn: web.id,
    actions: forward,
    conditions: [{ pathPattern: { values: ["/*"] } }],
  });

  make(encryptionByDefault, { enabled: true, region: "eu-west-1" });
  make(instanceMetadataDefaults, { httpTokens: "required" });
  make(volume, { availabilityZone: "eu-west-1a", size: 8, type: "gp3" });
  make(networkInterface, { subnetId, securityGroups: [securityGroupId] });
  const imageId = "ami-0123456789abcdef0";
  make(instance, { ami: imageId, instanceType: "t3.micro", subnetId, iamInstanceProfile: profile.id });
  const template = make(launchTemplate, {
    name: "web",
    imageId,
    instanceType: "t3.micro",
    iamInstanceProfile: { arn: profile.properties.arn ?? "" },
    vpcSecurityGroupIds: [securityGroupId],
  });
  const fleet = make(group, {
    name: "web",
    minSize: 2,
    maxSize: 10,
    vpcZoneIdentifiers: subnets,
    targetGroupArns: [targets.id],
    launchTemplate: { id: template.id, version: "1" },
    instanceRefresh: { strategy: "Rolling" },
  });
  make(scalingPolicy, {
    name: "requests",
    autoscalingGroupName: fleet.id,
    policyType: "TargetTrackingScaling",
    targetTrackingConfiguration: {
      targetValue: 1000,
      predefinedMetricSpecification: {
        predefinedMetricType: "ALBRequestCountPerTarget",
        resourceLabel: `${balancer.properties.arnSuffix}/${targets.properties.arnSuffix}`,
      },
    },
  });
  make(lifecycleHook, {
    name: "ready",
    autoscalingGroupName: fleet.id,
    lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
    heartbeatTimeout: 900,
  });
  const webComponent = make(component, {
    name: "web",
    platform: "Linux",
    version: "1.0.1",
    uri: "s3://logs-of-web/web/component.yaml",
  });
  const recipe = make(imageRecipe, {
    name: "web",
    version: "1.0.1",
    parentImage: imageId,
    components: [{ componentArn: webComponent.id }],
  });
  const infrastructure = make(infrastructureConfiguration, {
    name: "web",
    instanceProfileName: profile.id,
    subnetId,
    securityGroupIds: [securityGroupId],
  });
  const distribution = make(distributionConfiguration, {
    name: "web",
    distributions: [
      { region: "eu-west-1", amiDistributionConfiguration: { name: "web {{ imagebuilder:buildDate }}" } },
    ],
  });
  const builds = {
    imageRecipeArn: recipe.id,
    infrastructureConfigurationArn: infrastructure.id,
    distributionConfigurationArn: distribution.id,
  };
  make(imagePipeline, { name: "web", ...builds });
  make(builtImage, builds);
  make(tag, { resourceId: imageId, key: "in-use", value: "true" });
  make(lifecyclePolicy, {
    name: "web",
    executionRole: "arn:aws:iam::111122223333:role/lifecycle",
    resourceType: "AMI_IMAGE",
    policyDetails: [
      { action: { type: "DELETE" }, filter: { type: "AGE", unit: "DAYS", value: 90, retainAtLeast: 5 } },
    ],
    resourceSelection: { tagMap: { Name: "web" } },
  });
  make(parameter, { name: "/bakeline/dev/web/full/ami", type: "String", insecureValue: imageId });
  make(notification, {
    topicArn,
    groupNames: [fleet.id],
    notifications: ["autoscaling:EC2_INSTANCE_LAUNCH_ERROR"],
  });
  make(metricAlarm, {
    name: "cpu",
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 2,
    metricName: "CPUUtilization",
    namespace: "AWS/EC2",
    period: 60,
    statistic: "Average",
    threshold: 80,
    alarmActions: [topicArn],
  });
  make(networkAcl, {
    vpcId,
    subnetIds: [subnetId],
    ingress: [
      { ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "10.0.0.0/16" },
    ],
  });
  make(placementGroup, { name: "web", strategy: "spread" });
  make(table, {
    name: "leases",
    billingMode: "PAY_PER_REQUEST",
    hashKey: "pair",
    attributes: [{ name: "pair", type: "S" }],
  });
  const lambdaRole = make(role, {
    name: "function",
    assumeRolePolicy: trustsEc2.replaceAll("ec2.", "lambda."),
  });
  const handler = make(lambdaFunction, {
    name: "fail-over",
    role: lambdaRole.properties.arn ?? "",
    // An archive, as the SDK marks one.
    code: { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", assets: {} },
    handler: "index.handler",
    runtime: "nodejs22.x",
    vpcConfig: { subnetIds: [subnetId], securityGroupIds: [securityGroupId] },
  });
  const everyMinute = make(eventRule, { name: "every-minute", scheduleExpression: "rate(1 minute)" });
  make(permission, {
    action: "lambda:InvokeFunction",
    function: handler.id,
    principal: "events.amazonaws.com",
    sourceArn: everyMinute.properties.arn ?? "",
    statementId: "every-minute",
  });
  make(eventTarget, { rule: everyMinute.id, arn: handler.properties.arn ?? "", targetId: "fail-over" });
  makeStores(make, {
    subnets,
    securityGroupId,
    keyArn: String(logsKey.properties.arn),
    logGroup: logs.id,
    roleArn: String(webRole.properties.arn),
    bucket: "logs-of-web",
  });
  return made;
}
