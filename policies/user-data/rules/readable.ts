import { Got } from "../../got";
import { defineRule } from "../../rule";
import { contentOf } from "../content";
import { contentTypes } from "../contentTypes";

export const readable = defineRule({
  id: "ec2-boot-content-readable",
  title: "All that reaches an instance can be read, because nothing vouches for what cannot.",
  severity: "medium",
  type: contentTypes,
  remedy: "Write it in a form that can be read here, or put it where its own pipeline is scanned.",
  references: [
    {
      title: "Run commands at launch with user data",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
    },
  ],
  evaluate: (properties, separately, { type }) => {
    const { unread, thrown } = contentOf(type, properties);
    return separately(
      () =>
        unread.map(({ place, reason }) => ({
          path: place.join(", "),
          expected: "text that can be read",
          // The reader's own words, which never quote what was there.
          got: Got.of(reason, [reason]),
        })),
      ...thrown.map((error) => () => {
        throw error;
      }),
    );
  },
  examples: {
    pass: [
      {
        name: "is a script",
        properties: { userData: Buffer.from("#!/bin/bash\ntrue\n").toString("base64") },
      },
      { name: "has no user data", properties: {} },
    ],
    fail: [
      {
        name: "includes what another host serves at boot",
        properties: {
          userData: Buffer.from("#include\nhttps://boot.example.net/base.sh\n").toString("base64"),
        },
        finds: [
          'userData, base64, include 1: expected text that can be read, got "it is fetched at boot from an address"',
        ],
      },
    ],
  },
});
