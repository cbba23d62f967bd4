import { randomBytes } from "node:crypto";

/** Credentials of an instance's role as the metadata service hands them out: made up, valid in this rig alone. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

export function createRoleCredentials(): RoleCredentials {
  return {
    accessKeyId: `ASIA${randomBytes(8).toString("hex").toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString("base64"),
    sessionToken: randomBytes(120).toString("base64"),
    expiration: new Date(Date.now() + 6 * 3600 * 1000),
  };
}
