import * as z from "zod";
import { choice, guidanceOf, text } from "../setting";

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

/** A private IPv4 address. */
export function address(description: string) {
  return text(new RegExp(`^${octet}(\\.${octet}){3}$`), {
    description,
    expected: "an IPv4 address such as 10.20.0.10",
    remedy: "write four numbers from 0 to 255",
  });
}

/** An interface that outlives the instances it is attached to, and keeps its MAC address and all of these. */
export const interfaceSchema = z
  .strictObject({
    subnet: choice(["private", "public", "management"], {
      description: "The subnet of the host's zone that the interface stands in. It can never move.",
      remedy: "choose public only for what the internet must reach",
    }).default("private"),
    privateIp: address(
      "The primary private address, for the interface's life. Omitted: AWS picks a free one, and it stays.",
    ).optional(),
    secondaryPrivateIps: z
      .array(address("A further private address of the interface."))
      .describe(
        "Further private addresses; privateIp must be written too, so that it is known which is which.",
      )
      .register(guidanceOf, {
        expected: "a list of IPv4 addresses",
        remedy: "list addresses of the interface's subnet, or leave it out",
      })
      .default([]),
    elasticIps: z
      .array(address("A private address of the interface."))
      .describe(
        "Private addresses of the interface that get an Elastic IP, one each. Every Elastic IP bills by the hour.",
      )
      .register(guidanceOf, {
        expected: "a list of IPv4 addresses",
        remedy: "list the private addresses that the internet must reach, or leave it out",
      })
      .default([]),
  })
  .describe("The interface by which the host is known.");

export type InterfaceConfig = z.output<typeof interfaceSchema>;
