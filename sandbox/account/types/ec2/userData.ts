import { maximumUserDataBytes } from "../../../../scan/userDataLimit";
import { AwsError } from "../../awsError";

/** Whether text is base64 as EC2 takes it: padded, the standard alphabet, line breaks allowed. */
export function isBase64(text: string): boolean {
  const compact = text.replace(/[\r\n]/g, "");
  return compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
}

/** @throws AwsError with `code` when encoded user data is not base64, or is more than EC2 takes. */
export function requireUserData(code: string, operation: string, encoded: string | undefined): void {
  if (encoded === undefined) return;
  if (!isBase64(encoded))
    throw new AwsError("InvalidUserData.Malformed", operation, "Invalid BASE64 encoding of user data.");
  if (Buffer.from(encoded, "base64").length > maximumUserDataBytes)
    throw new AwsError(code, operation, `User data is limited to ${maximumUserDataBytes} bytes`);
}
