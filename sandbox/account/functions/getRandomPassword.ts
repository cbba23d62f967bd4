import { randomInt } from "node:crypto";
import { number } from "../types/reading";
import type { DataSource } from "./dataSource";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Another one each time it is asked, as with AWS. Not modelled: punctuation, and what is to be left out or in. */
export const getRandomPassword: DataSource = {
  token: "aws:secretsmanager/getRandomPassword:getRandomPassword",
  source: "internal/service/secretsmanager/random_password_data_source.go",
  invoke(args, caller) {
    const length = number(args, "passwordLength") ?? 32;
    const randomPassword = Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join("");
    return { ...args, id: "-", randomPassword, region: caller.region };
  },
};
