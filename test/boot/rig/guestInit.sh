#!/bin/sh
# Process 1 of a guest: gives it the platform identity of an EC2 instance, then becomes systemd.
# cloud-init knows EC2 by a product UUID that begins with "ec2". systemd-nspawn's own /sys shows the interfaces of the
# machine and takes no new folders, so /sys becomes a read-only folder of bind mounts of a fresh one, plus
# hypervisor/uuid. systemd-nspawn hands the UUID over in container_uuid.
set -eu
mount --make-rprivate /
mkdir -p /run/sys.fresh /run/sys.new
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs /run/sys.fresh
mount -t tmpfs -o mode=755,size=1m tmpfs /run/sys.new
for folder in /run/sys.fresh/*; do
  name=${folder##*/}
  mkdir "/run/sys.new/$name"
  mount --bind "$folder" "/run/sys.new/$name"
done
mount --rbind /sys/fs/cgroup /run/sys.new/fs/cgroup
mkdir /run/sys.new/hypervisor
echo "$container_uuid" >/run/sys.new/hypervisor/uuid
echo xen >/run/sys.new/hypervisor/type
mount -o remount,ro,bind /run/sys.new
mount --move /run/sys.new /sys
umount --lazy /run/sys.fresh
rmdir /run/sys.fresh /run/sys.new
exec /lib/systemd/systemd "$@"
