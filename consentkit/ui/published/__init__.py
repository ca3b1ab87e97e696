"""Published videos: what is to be done about them, complaints, and handing over."""
