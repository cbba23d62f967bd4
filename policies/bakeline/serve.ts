import { servePack } from "../adapter";
import { bakeline } from "./pack";

servePack(bakeline);
