#!/bin/sh
# startInCgroup.sh '<cgroup folder> …' <program> [argument …]
# Becomes the program, in those cgroups from its first moment on, and ends with the process that started it even when
# that is killed outright.
set -eu
for folder in $1; do
  echo $$ >"$folder/cgroup.procs"
done
shift
exec setpriv --pdeathsig TERM "$@"
