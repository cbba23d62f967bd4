import * as z from "zod";
import { text } from "../setting";

export const notificationsSchema = z
  .strictObject({
    email: text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, {
      description:
        "Subscribed to the alarms' topic; AWS asks the address to confirm. Omitted: alarms reach the topic only.",
      expected: "an e-mail address",
      remedy: "write name@domain, or leave it out",
      placeholder: () => "encrypted@example.com",
    }).optional(),
  })
  .describe("Who hears of alarms.");

export type NotificationsConfig = z.output<typeof notificationsSchema>;
