import { servePack } from "../adapter";
import { imds } from "./pack";

servePack(imds);
