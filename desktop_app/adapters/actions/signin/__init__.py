"""Accounts, passwords, certificates and the clock that they depend on."""
