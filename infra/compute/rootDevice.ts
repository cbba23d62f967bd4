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

/** Beginnings of the parameters whose images' root device is known. */
export const knownImageFamilies: readonly string[] = Object.keys(rootDeviceNames);

/** The root device of the images behind a public parameter; undefined for a parameter of no known family. */
export function knownRootDeviceName(imageParameter: string): string | undefined {
  return Object.entries(rootDeviceNames).find(([family]) => imageParameter.startsWith(family))?.[1];
}

interface ImageSettings {
  readonly imageParameter: string;
  readonly rootDeviceName?: string | undefined;
}

/**
 * A launch template encrypts the devices it names. Under a wrong name it would add a second, empty volume, and
 * the root volume would stay as the image has it: unencrypted. So there is no default.
 * @throws Error for settings that infra/config/crossChecks.ts refuses
 */
export function rootDeviceNameOf({ imageParameter, rootDeviceName }: ImageSettings): string {
  const name = rootDeviceName ?? knownRootDeviceName(imageParameter);
  if (name === undefined)
    throw new Error(`${imageParameter}: expected rootDeviceName beside it, got nothing`);
  return name;
}
