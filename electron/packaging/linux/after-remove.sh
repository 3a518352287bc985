#!/bin/sh
# The lane's user and /var/lib/postern stay, even on purge: the log is not the package's to delete.
set -e

if [ "$1" = remove ] || [ "$1" = purge ]; then
  rm -f '/usr/bin/${executable}'
fi
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  udevadm control --reload || true
fi
