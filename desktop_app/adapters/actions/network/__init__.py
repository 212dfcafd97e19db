"""The way from this computer to the network, the Internet and the help desk."""
