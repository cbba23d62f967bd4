/**
 * What EC2 takes as user data, counted before base64 and compressed where it is:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html (read 2026-11-26)
 */
export const maximumUserDataBytes = 16_384;
