import { defineRule } from "../../rule";
import { findOptionalTls } from "../parameterGroup";

/** https://docs.aws.amazon.com/neptune/latest/userguide/parameters.html */
const enforceSsl = {
  family: /^neptune/,
  name: "neptune_enforce_ssl",
  on: "1",
  accepted: ["1"],
  refused: ["0"],
  isDefault: () => true,
};

export const neptuneParameterGroupTls = defineRule({
  id: "neptune-cluster-parameter-group-tls",
  title: "Neptune clusters refuse connections without TLS.",
  severity: "high",
  type: "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
  remedy: 'Set the parameter neptune_enforce_ssl to "1", which is its default.',
  references: [
    {
      title: "Encrypting connections to your Amazon Neptune database with SSL/HTTPS",
      url: "https://docs.aws.amazon.com/neptune/latest/userguide/security-ssl.html",
    },
  ],
  evaluate: (group) => findOptionalTls(group, [enforceSsl]),
  examples: {
    pass: [
      { name: "leaves TLS at its default, on", properties: { family: "neptune1.4" } },
      {
        name: "enforces TLS",
        properties: { family: "neptune1.4", parameters: [{ name: "neptune_enforce_ssl", value: "1" }] },
      },
    ],
    fail: [
      {
        name: "switches TLS off",
        properties: { family: "neptune1", parameters: [{ name: "neptune_enforce_ssl", value: "0" }] },
        finds: ['parameters[0].value: expected "1", got "0"'],
      },
    ],
  },
});
