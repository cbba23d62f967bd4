import { app } from "./app";
import { broker } from "./broker";
import { gateway } from "./gateway";
import type { Host } from "./host";
import { licenseServer } from "./licenseServer";
import { scheduler } from "./scheduler";

/** Every host that a stack may have. Which it has is said by its settings under `bakeline:hosts`. */
export const hosts: readonly Host[] = [app, broker, gateway, licenseServer, scheduler];
