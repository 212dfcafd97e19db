"""The command line: one thin function per command of the table, each topic in its own file."""
