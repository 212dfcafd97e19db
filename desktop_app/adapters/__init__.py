"""The outside world of the desktop: network, disk, keyring and operating system."""
