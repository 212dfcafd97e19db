"""The service that does what needs rights: a fixed list of verbs, for those whom policy and system allow.

Linux: on the system's bus, with polkit. Windows: a service of the system behind a named pipe.
"""

SERVICE = "RescoussePrivileged"
"""What the service is called on Windows."""
