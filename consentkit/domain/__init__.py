"""What is true about consent: frozen values and pure rules."""
