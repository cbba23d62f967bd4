import assert from "node:assert/strict";
import { CreateRouteCommand, CreateRouteTableCommand, DescribeRouteTablesCommand } from "@aws-sdk/client-ec2";
import { type ApplianceSettings, failOver } from "../../../../infra/functions/appliance/failOver";
import { MotoAccount } from "../moto/account";

const destination = "192.168.0.0/16";

describe("the fail-over of an appliance's routes on moto's account", function () {
  this.timeout(240_000);
  let account: MotoAccount;
  let settings: ApplianceSettings;
  /** Addresses of members that answer. */
  let healthy: Set<string>;

  before(async function () {
    const opened = await MotoAccount.open();
    if (opened === undefined) return this.skip();
    account = opened;
  });
  after(async () => {
    if (account !== undefined) await account.close();
  });

  beforeEach(async () => {
    account.faults.reset();
    const [first, second] = account.subnetIds;
    const members = await Promise.all([account.createInterface(first), account.createInterface(second)]);
    const routeTableIds = [await createTable(members[0].id), await createTable(members[0].id)];
    settings = {
      members: members.map(({ id, privateIp }) => ({ interfaceId: id, address: privateIp })),
      port: 8080,
      path: "/health",
      routeTableIds,
      destinationCidrBlocks: [destination],
    };
    healthy = new Set(members.map(({ privateIp }) => privateIp));
    account.faults.reset();
  });

  const run = () =>
    failOver({ client: account.ec2, settings, probe: async ({ address }) => healthy.has(address) });

  it("changes nothing while the member that has the routes is healthy", async () => {
    assert.deepEqual(await run(), []);
    assert.deepEqual(account.faults.calls, ["DescribeRouteTables"]);
  });

  it("leads every table to the other member when the first fails, and stays there when it is back", async () => {
    fail(0);
    const started = performance.now();
    assert.equal((await run()).length, 2);
    console.log(`        two routes moved in ${Math.round(performance.now() - started)} ms after the checks`);
    assert.deepEqual(await targets(), [member(1), member(1)]);
    healthy.add(settings.members[0]?.address ?? "");
    assert.deepEqual(await run(), []);
    assert.deepEqual(await targets(), [member(1), member(1)]);
  });

  it("does nothing the second time that an event is delivered", async () => {
    fail(0);
    await run();
    account.faults.reset();
    assert.deepEqual(await run(), []);
    assert.equal(account.faults.callsOf("ReplaceRoute"), 0);
  });

  it("outlasts throttling and lost answers", async () => {
    fail(0);
    account.faults.plan("DescribeRouteTables", "throttled");
    account.faults.plan("ReplaceRoute", "throttled", "answerLost", "deliveredTwice");
    await run();
    assert.deepEqual(await targets(), [member(1), member(1)]);
  });

  it("moves what it can when one route cannot be, says so, and finishes with the next run", async () => {
    fail(0);
    account.faults.plan("ReplaceRoute", "throttled", "throttled", "throttled", "throttled", "throttled");
    await assert.rejects(run, (error: unknown) => {
      assert.ok(error instanceof AggregateError);
      assert.match(error.message, /^[12] of 2 routes were not replaced$/);
      return true;
    });
    account.faults.reset();
    await run();
    assert.deepEqual(await targets(), [member(1), member(1)]);
  });

  it("leaves routes alone that are not the appliance's", async () => {
    const [table = ""] = settings.routeTableIds;
    await account.ec2.send(
      new CreateRouteCommand({
        RouteTableId: table,
        DestinationCidrBlock: "172.16.0.0/12",
        NetworkInterfaceId: member(0),
      }),
    );
    fail(0);
    await run();
    const { RouteTables } = await account.ec2.send(
      new DescribeRouteTablesCommand({ RouteTableIds: [table] }),
    );
    const other = RouteTables?.[0]?.Routes?.find((one) => one.DestinationCidrBlock === "172.16.0.0/12");
    assert.equal(other?.NetworkInterfaceId, member(0));
  });

  it("moves nothing while nobody is healthy", async () => {
    fail(0);
    fail(1);
    assert.deepEqual(await run(), []);
    assert.deepEqual(await targets(), [member(0), member(0)]);
  });

  function member(index: number): string {
    return settings.members[index]?.interfaceId ?? "";
  }

  function fail(index: number): void {
    healthy.delete(settings.members[index]?.address ?? "");
  }

  async function createTable(interfaceId: string): Promise<string> {
    const { RouteTable } = await account.ec2.send(new CreateRouteTableCommand({ VpcId: account.vpcId }));
    const id = RouteTable?.RouteTableId ?? "";
    await account.ec2.send(
      new CreateRouteCommand({
        RouteTableId: id,
        DestinationCidrBlock: destination,
        NetworkInterfaceId: interfaceId,
      }),
    );
    return id;
  }

  async function targets(): Promise<(string | undefined)[]> {
    const { RouteTables = [] } = await account.ec2.send(
      new DescribeRouteTablesCommand({ RouteTableIds: [...settings.routeTableIds] }),
    );
    return RouteTables.map(
      ({ Routes }) => Routes?.find((one) => one.DestinationCidrBlock === destination)?.NetworkInterfaceId,
    );
  }
});
