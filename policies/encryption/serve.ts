import { servePack } from "../adapter";
import { encryption } from "./pack";

servePack(encryption);
