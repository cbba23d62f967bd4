import { Got } from "../../got";
import { defineRule } from "../../rule";

const encrypted = ["SFTP", "FTPS", "AS2"];

export const transferServerProtocols = defineRule({
  id: "transfer-server-encrypted-protocols",
  title: "File transfer servers speak no FTP, which sends passwords and files in the clear.",
  severity: "high",
  type: "aws:transfer/server:Server",
  remedy: 'Leave "FTP" out of protocols; "FTPS" and "SFTP" are encrypted.',
  fsbp: "Transfer.2",
  references: [
    {
      title: "Configuring an SFTP, FTPS, or FTP server endpoint",
      url: "https://docs.aws.amazon.com/transfer/latest/userguide/tf-server-endpoint.html",
    },
  ],
  // Left out it is SFTP.
  evaluate: ({ protocols }, separately) => {
    const each = Array.from({ length: protocols?.length ?? 0 }, (_, index) => () => {
      const protocol = protocols?.[index];
      if (protocol == null || encrypted.includes(protocol)) return [];
      return [{ path: `protocols[${index}]`, expected: '"SFTP" or "FTPS"', got: Got.of(protocol, ["FTP"]) }];
    });
    return separately(...each);
  },
  examples: {
    pass: [
      { name: "speaks SFTP and FTPS", properties: { protocols: ["SFTP", "FTPS"] } },
      { name: "leaves the protocols out, which is SFTP", properties: {} },
    ],
    fail: [
      {
        name: "speaks FTP too",
        properties: { protocols: ["SFTP", "FTP"] },
        finds: ['protocols[1]: expected "SFTP" or "FTPS", got "FTP"'],
      },
    ],
  },
});
