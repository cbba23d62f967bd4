/**
 * Network interfaces that an instance type takes, by size, of the families that this program is likely to run.
 * From https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html as recorded in moto 5.2.5
 * (moto/ec2/resources/instance_types.json.gz, `MaximumNetworkInterfaces`), read 2026-11-21.
 */
const burstable = { nano: 2, micro: 2, small: 3, medium: 3, large: 3, xlarge: 4, "2xlarge": 4 };
const fixed = {
  medium: 2,
  large: 3,
  xlarge: 4,
  "2xlarge": 4,
  "4xlarge": 8,
  "8xlarge": 8,
  "9xlarge": 8,
  "12xlarge": 8,
  "16xlarge": 15,
  "18xlarge": 15,
  "24xlarge": 15,
  "32xlarge": 15,
  "48xlarge": 15,
};

const families: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  t3: burstable,
  t3a: { ...burstable, small: 2 },
  t4g: burstable,
  ...Object.fromEntries(
    [
      "c5",
      "c6g",
      "c6i",
      "c7g",
      "c7i",
      "m5",
      "m6g",
      "m6i",
      "m7g",
      "m7i",
      "r5",
      "r6g",
      "r6i",
      "r7g",
      "r7i",
    ].map((family) => [family, fixed]),
  ),
};

/** The most interfaces of a type; undefined for a type outside the table, whose limit is then not checked. */
export function maximumInterfaces(instanceType: string): number | undefined {
  const [family = "", size = ""] = instanceType.split(".");
  return families[family]?.[size];
}
