import { servePack } from "../../../policies/adapter";
import { faulty } from "./pack";

servePack(faulty);
