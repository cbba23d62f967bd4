/**
 * The root device of the images behind public parameters. It is the image's to say, and differs by vendor:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html. To check one, or before adding one:
 * `aws ec2 describe-images --image-ids … --query "Images[].RootDeviceName"`.
 */
const rootDeviceNames: Readonly<Record<string, string>> = {
  "/aws/service/ami-amazon-linux-latest/": "/dev/xvda",
  "/aws/service/canonical/ubuntu/": "/dev/sda1",
  "/aws/service/debian/": "/dev/xvda",
};

/**
 * A launch template encrypts the devices it names. Under a wrong name it would add a second, empty volume, and
 * the root volume would stay as the image has it: unencrypted. So an unknown image is refused.
 * @throws Error naming the parameter and the known prefixes.
 */
export function rootDeviceNameOf(imageParameter: string): string {
  const known = Object.entries(rootDeviceNames).find(([prefix]) => imageParameter.startsWith(prefix));
  if (known === undefined)
    throw new Error(
      `imageParameter: expected one that begins with ${Object.keys(rootDeviceNames).join(", ")}, got ${JSON.stringify(imageParameter)}; choose one of these, or add the root device of its images to infra/compute/rootDevice.ts`,
    );
  return known[1];
}
