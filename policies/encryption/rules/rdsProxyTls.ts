import { requireSetting } from "../requireSetting";

export const rdsProxyTls = requireSetting({
  id: "rds-proxy-tls-required",
  title: "Database proxies take only connections over TLS.",
  severity: "high",
  type: "aws:rds/proxy:Proxy",
  property: "requireTls",
  leftOut: "violates",
  references: [
    {
      title: "Using TLS/SSL with RDS Proxy",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html",
    },
  ],
  rest: {
    engineFamily: "POSTGRESQL",
    roleArn: "arn:aws:iam::111122223333:role/proxy",
    vpcSubnetIds: ["subnet-0123456789abcdef0"],
    auths: [],
  },
});
