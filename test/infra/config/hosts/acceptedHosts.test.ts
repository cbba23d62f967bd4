import assert from "node:assert/strict";
import { app, gateway, inZone, loadHosts } from "./stackWithHosts";

describe("A stack file's hosts", () => {
  it("may be left out altogether", () => {
    const none = { dualHomed: {}, single: {}, licensed: {}, appliance: {}, floatingPair: {} };
    assert.deepEqual(loadHosts({}), { elasticIpQuota: 5, ...none });
  });

  it("have an interface in the private subnet unless told otherwise, and a lease of fifteen seconds", () => {
    const { broker } = loadHosts({ floatingPair: { broker: inZone } }).floatingPair;
    assert.deepEqual(broker, {
      ...inZone,
      managementInterface: false,
      interface: { subnet: "private", secondaryPrivateIps: [], elasticIps: [] },
      leaseSeconds: 15,
      renewSeconds: 3,
    });
  });

  it("may be one of each kind, up to what AWS allows", () => {
    const interfaces = { subnet: "public", privateIp: "10.30.16.4", elasticIps: ["10.30.16.4"] };
    const hosts = loadHosts({
      dualHomed: { app: { ...app, placement: "spread", maxSizePerZone: 7, secondaryAddresses: 9 } },
      single: { scheduler: { ...inZone, instanceType: "t3.nano", managementInterface: true } },
      licensed: { "license-server": { ...inZone, interface: { privateIp: "10.30.15.254" } } },
      appliance: { gateway: { ...gateway, destinationCidrBlocks: ["10.0.0.0/8"] } },
      floatingPair: { broker: { ...inZone, interface: interfaces, leaseSeconds: 9, renewSeconds: 3 } },
    });
    assert.deepEqual(
      Object.values(hosts).flatMap((one) => (typeof one === "number" ? [] : Object.keys(one))),
      ["app", "scheduler", "license-server", "gateway", "broker"],
    );
  });
});
