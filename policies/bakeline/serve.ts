import { servePacks } from "../adapter";
import { bakeline } from "./pack";

servePacks(bakeline);
