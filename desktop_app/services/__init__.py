"""What the desktop app does, without a screen: the order of steps."""
