import { defineRule } from "../../rule";
import { findOptionalTls } from "../parameterGroup";

const requireSsl = {
  family: /^redshift-/,
  name: "require_ssl",
  on: "true",
  accepted: ["true", "1"],
  refused: ["false", "0"],
  // The family of 2025 requires TLS, the one before it does not.
  isDefault: (family: string) => family !== "redshift-1.0",
};

export const redshiftParameterGroupTls = defineRule({
  id: "redshift-parameter-group-tls-required",
  title: "Redshift clusters refuse connections without TLS.",
  severity: "high",
  type: "aws:redshift/parameterGroup:ParameterGroup",
  remedy: 'Set the parameter require_ssl to "true".',
  fsbp: "Redshift.2",
  references: [
    {
      title: "Configuring security options for connections",
      url: "https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html",
    },
  ],
  evaluate: (group) => findOptionalTls(group, [requireSsl]),
  examples: {
    pass: [
      {
        name: "requires TLS",
        properties: { family: "redshift-1.0", parameters: [{ name: "require_ssl", value: "true" }] },
      },
      { name: "is of the family that requires TLS by default", properties: { family: "redshift-2.0" } },
    ],
    fail: [
      {
        name: "is of the family that does not require TLS by default",
        properties: { family: "redshift-1.0" },
        finds: ['parameters: expected require_ssl = "true", got no value'],
      },
      {
        name: "switches TLS off",
        properties: { family: "redshift-2.0", parameters: [{ name: "require_ssl", value: "false" }] },
        finds: ['parameters[0].value: expected "true", got "false"'],
      },
    ],
  },
});
