import { servePack } from "../adapter";
import { fleet } from "./pack";

servePack(fleet);
