/** The operating systems a workload may run on. Each boots with cloud-init, systemd and Python 3. */
export const operatingSystems = ["amazon-linux-2023", "ubuntu", "debian"] as const;
export type OperatingSystem = (typeof operatingSystems)[number];

/** Those that boot by EC2Launch v2 and Windows PowerShell instead: infra/bootstrap/windows. */
export const windowsServers = ["windows-server-2022", "windows-server-2025"] as const;
export type WindowsServer = (typeof windowsServers)[number];

/** What installs packages there. */
export type PackageManager = "apt" | "dnf";

/**
 * curl signs requests as AWS wants them from 7.87 on, so Ubuntu means 24.04 or later and Debian 12 or later:
 * https://curl.se/docs/manpage.html#--aws-sigv4
 */
const packageManagers: Record<OperatingSystem, PackageManager> = {
  "amazon-linux-2023": "dnf",
  ubuntu: "apt",
  debian: "apt",
};

export function packageManagerOf(operatingSystem: OperatingSystem): PackageManager {
  return packageManagers[operatingSystem];
}
