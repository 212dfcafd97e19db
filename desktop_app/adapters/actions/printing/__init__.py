"""Printers, their queues and scanners."""
