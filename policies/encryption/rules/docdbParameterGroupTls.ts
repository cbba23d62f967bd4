import { defineRule } from "../../rule";
import { findOptionalTls } from "../parameterGroup";

/** https://docs.aws.amazon.com/documentdb/latest/developerguide/cluster_parameter_groups-list_of_parameters.html */
const tls = {
  family: /^docdb/,
  name: "tls",
  on: "enabled",
  accepted: ["enabled", "fips-140-3", "tls1.2+", "tls1.3+"],
  refused: ["disabled"],
  isDefault: () => true,
};

export const docdbParameterGroupTls = defineRule({
  id: "docdb-cluster-parameter-group-tls",
  title: "DocumentDB clusters refuse connections without TLS.",
  severity: "high",
  type: "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
  remedy: 'Set the parameter tls to "enabled", which is its default.',
  fsbp: "DocumentDB.6",
  references: [
    {
      title: "Encrypting data in transit",
      url: "https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html",
    },
  ],
  evaluate: (group) => findOptionalTls(group, [tls]),
  examples: {
    pass: [
      { name: "leaves TLS at its default, on", properties: { family: "docdb5.0" } },
      {
        name: "allows TLS 1.3 only",
        properties: { family: "docdb5.0", parameters: [{ name: "tls", value: "tls1.3+" }] },
      },
    ],
    fail: [
      {
        name: "switches TLS off",
        properties: { family: "docdb5.0", parameters: [{ name: "tls", value: "disabled" }] },
        finds: ['parameters[0].value: expected "enabled", got "disabled"'],
      },
    ],
  },
});
