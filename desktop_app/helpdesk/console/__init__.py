"""The technicians' pages: server-rendered, htmx for what changes in place, no build step."""
