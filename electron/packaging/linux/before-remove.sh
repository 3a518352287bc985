#!/bin/sh
# A machine that is a lane becomes what it was; an upgrade leaves it a lane.
set -e

if [ "$1" = remove ] && [ "$(/usr/sbin/postern-kiosk status)" = enabled ]; then
  /usr/sbin/postern-kiosk disable
fi
