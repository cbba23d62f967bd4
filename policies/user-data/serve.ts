import { servePack } from "../adapter";
import { userData } from "./pack";

servePack(userData);
