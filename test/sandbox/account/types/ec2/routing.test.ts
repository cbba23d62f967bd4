import assert from "node:assert/strict";
import { eip } from "../../../../../sandbox/account/types/ec2/eip";
import { internetGateway } from "../../../../../sandbox/account/types/ec2/internetGateway";
import { natGateway } from "../../../../../sandbox/account/types/ec2/natGateway";
import { route } from "../../../../../sandbox/account/types/ec2/route";
import { routeTable } from "../../../../../sandbox/account/types/ec2/routeTable";
import { routeTableAssociation } from "../../../../../sandbox/account/types/ec2/routeTableAssociation";
import { subnet } from "../../../../../sandbox/account/types/ec2/subnet";
import { vpc } from "../../../../../sandbox/account/types/ec2/vpc";
import { failures, network, refuses, type Simulation, simulation } from "../simulation";

describe("routes and NAT gateways of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });

  describe("a route", () => {
    it("has the provider's id, made of its table and the CRC-32 of its destination", () => {
      const { vpcId } = network(aws);
      const routeTableId = aws.create(routeTable, { vpcId }).id;
      const { id, properties } = aws.create(route, {
        routeTableId,
        destinationCidrBlock: "0.0.0.0/0",
        vpcPeeringConnectionId: "pcx-1",
      });
      assert.equal(id, `r-${routeTableId}1080289494`);
      assert.equal(properties.state, "active");
    });

    it("refuses a gateway that does not exist, with InvalidInternetGatewayID.NotFound", () => {
      const { vpcId } = network(aws);
      const routeTableId = aws.create(routeTable, { vpcId }).id;
      refuses(
        () => aws.create(route, { routeTableId, destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-0" }),
        "InvalidInternetGatewayID.NotFound",
        "EC2: CreateRoute",
        "The internetGateway ID 'igw-0' does not exist",
      );
    });

    it("refuses to make a local route, which every table has, with InvalidGatewayID.NotFound", () => {
      const { vpcId } = network(aws);
      const routeTableId = aws.create(routeTable, { vpcId }).id;
      refuses(
        () => aws.create(route, { routeTableId, destinationCidrBlock: "10.0.0.0/16", gatewayId: "local" }),
        "InvalidGatewayID.NotFound",
        "EC2: CreateRoute",
        "The gateway ID 'local' does not exist",
      );
    });

    it("refuses a second one to the same destination, with RouteAlreadyExists", () => {
      const { vpcId } = network(aws);
      const routeTableId = aws.create(routeTable, { vpcId }).id;
      const inputs = {
        routeTableId,
        destinationCidrBlock: "192.168.0.0/16",
        vpcPeeringConnectionId: "pcx-1",
      };
      aws.create(route, inputs);
      refuses(
        () => aws.create(route, inputs),
        "RouteAlreadyExists",
        "EC2: CreateRoute",
        "The route identified by 192.168.0.0/16 already exists.",
      );
    });

    it("needs exactly one destination and one target", () => {
      assert.deepEqual(
        failures(route, { routeTableId: "rtb-1" }).map(({ property }) => property),
        ["destinationCidrBlock", "carrierGatewayId"],
      );
    });
  });

  describe("a route table association", () => {
    it("refuses a table of another VPC, with InvalidParameterValue", () => {
      const { subnetIds } = network(aws);
      const other = aws.create(vpc, { cidrBlock: "10.9.0.0/16" }).id;
      const routeTableId = aws.create(routeTable, { vpcId: other }).id;
      refuses(
        () => aws.create(routeTableAssociation, { routeTableId, subnetId: subnetIds[0] }),
        "InvalidParameterValue",
        "EC2: AssociateRouteTable",
        `Route table ${routeTableId} and subnet ${subnetIds[0]} belong to different networks`,
      );
    });

    it("refuses a second one for a subnet, and holds its table", () => {
      const { vpcId, subnetIds } = network(aws);
      const table = aws.create(routeTable, { vpcId });
      const inputs = { routeTableId: table.id, subnetId: subnetIds[0] };
      const entry = aws.create(routeTableAssociation, inputs);
      assert.equal(routeTableAssociation.naturalId?.(inputs), entry.id);
      refuses(
        () => aws.create(routeTableAssociation, inputs),
        "Resource.AlreadyAssociated",
        "EC2: AssociateRouteTable",
        `the specified association for route table ${table.id} conflicts with an existing association`,
      );
      refuses(
        () => aws.remove(routeTable, table),
        "DependencyViolation",
        "EC2: DeleteRouteTable",
        `The routeTable '${table.id}' has dependencies and cannot be deleted.`,
      );
    });
  });

  describe("a NAT gateway", () => {
    it("takes an address of its subnet and the public one of its allocation", () => {
      const { subnetIds } = network(aws);
      const address = aws.create(eip, { domain: "vpc" });
      const { properties } = aws.create(natGateway, { subnetId: subnetIds[0], allocationId: address.id });
      assert.equal(properties.privateIp, "10.0.0.4");
      assert.equal(properties.publicIp, address.properties.publicIp);
    });

    it("refuses an allocation that does not exist, with InvalidAllocationID.NotFound", () => {
      const { subnetIds } = network(aws);
      refuses(
        () => aws.create(natGateway, { subnetId: subnetIds[0], allocationId: "eipalloc-0" }),
        "InvalidAllocationID.NotFound",
        "EC2: CreateNatGateway",
        "The allocation ID 'eipalloc-0' does not exist",
      );
    });

    it("refuses an allocation that another one has, with Resource.AlreadyAssociated", () => {
      const { subnetIds } = network(aws);
      const allocationId = aws.create(eip, { domain: "vpc" }).id;
      aws.create(natGateway, { subnetId: subnetIds[0], allocationId });
      refuses(
        () => aws.create(natGateway, { subnetId: subnetIds[1], allocationId }),
        "Resource.AlreadyAssociated",
        "EC2: CreateNatGateway",
        `Elastic IP address [${allocationId}] is already associated`,
      );
    });

    it("holds its address, its subnet and its VPC's internet gateway", () => {
      const { vpcId, subnetIds } = network(aws);
      const address = aws.create(eip, { domain: "vpc" });
      const entry = aws.create(natGateway, { subnetId: subnetIds[0], allocationId: address.id });
      refuses(
        () => aws.remove(eip, address),
        "InvalidIPAddress.InUse",
        "EC2: ReleaseAddress",
        `Address with allocation id ${address.id} is in use by ${entry.id}`,
      );
      const gateway = { token: internetGateway.token, id: "igw-1", properties: { vpcId } };
      refuses(
        () => aws.remove(internetGateway, gateway),
        "DependencyViolation",
        "EC2: DetachInternetGateway",
        `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway igw-1.`,
      );
      refuses(
        () => aws.remove(subnet, { token: subnet.token, id: subnetIds[0], properties: {} }),
        "DependencyViolation",
        "EC2: DeleteSubnet",
        `The subnet '${subnetIds[0]}' has dependencies and cannot be deleted.`,
      );
      aws.remove(natGateway, entry);
      aws.remove(eip, address);
    });
  });
});
