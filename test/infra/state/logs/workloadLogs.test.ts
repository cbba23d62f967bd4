import assert from "node:assert/strict";
import { workloads } from "../../../../infra/workloads";
import { planWorkloads } from "../../../../infra/workloads/plan";
import { recordStack, stackConfigOf } from "../../recordEstate";
import { type RecordedEstate, valueAt } from "../../recordedEstate";

for (const stack of ["dev", "prod"])
  describe(`the logs of ${stack}`, () => {
    let estate: RecordedEstate;
    const config = stackConfigOf(stack);
    const identity = { project: "bakeline", stack, environment: config.environment };
    before(async () => {
      estate = await recordStack(stack);
    });

    it("have every group that an agent writes to, and no group of workloads that none writes to", () => {
      const told = planWorkloads({ workloads, identity, config }).flatMap(({ steps }) =>
        steps.flatMap((step) =>
          step.kind === "file" && step.path.endsWith("/logs.json")
            ? groupsOf(JSON.parse(step.content.text))
            : [],
        ),
      );
      const made = estate
        .all("LogGroup")
        .map(({ inputs }) => String(inputs.name))
        .filter((name) => workloads.some((workload) => name === `/bakeline/${stack}/${workload.name}`));
      assert.deepEqual([...new Set(told)].sort(), made.sort());
    });

    it("are counted for errors and for security events, and somebody hears of both", () => {
      for (const { name } of workloads)
        for (const filter of ["errors", "security"]) {
          const { logGroupName, metricTransformation } = estate.named("LogMetricFilter", `${name}-${filter}`);
          const alarm = estate.named("MetricAlarm", `${name}-log-${filter}`);
          assert.equal(logGroupName, `/bakeline/${stack}/${name}`);
          assert.deepEqual(
            [alarm.namespace, alarm.metricName],
            [valueAt(metricTransformation, "namespace"), valueAt(metricTransformation, "name")],
          );
        }
    });

    it("all reach the archive, which nobody can read that delivers to it", () => {
      assert.deepEqual(
        estate
          .all("LogSubscriptionFilter")
          .map(({ inputs }) => inputs.logGroup)
          .sort(),
        workloads.map(({ name }) => `/bakeline/${stack}/${name}`).sort(),
      );
      assert.doesNotMatch(String(estate.named("RolePolicy", "log-archive-delivery").policy), /s3:GetObject"/);
    });
  });

function groupsOf(agent: unknown): string[] {
  const list = valueAt(agent, "logs", "logs_collected", "files", "collect_list");
  return Array.isArray(list) ? list.map((file) => String(valueAt(file, "log_group_name"))) : [];
}
