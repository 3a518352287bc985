#!/bin/sh
# After the package's files are there. Runs again on every upgrade.
set -e

ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'

# The lane's own user, without a password and without a shell; its home is the lane's data.
if ! getent passwd postern >/dev/null; then
  adduser --system --group --home /var/lib/postern --shell /usr/sbin/nologin postern
fi
chmod 0700 /var/lib/postern

# Chromium's sandbox: namespaces where the lane's user may make them, else the setuid program.
if runuser -u postern -- unshare --user true 2>/dev/null; then
  chmod 0755 '/opt/${sanitizedProductName}/chrome-sandbox'
else
  chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'
fi

if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  udevadm control --reload || true
  udevadm trigger --subsystem-match=tty --subsystem-match=usb || true
fi
if command -v update-desktop-database >/dev/null; then
  update-desktop-database /usr/share/applications || true
fi
