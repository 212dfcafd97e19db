"""Space, folders and files of the user."""
