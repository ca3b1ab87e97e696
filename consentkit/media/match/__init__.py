"""Fingerprints of an edit against those of the recordings: which second shows which.

Everything here works on small arrays that taps left behind; no file is opened and nothing is
decoded. A person is never identified by face or voice: what is compared is footage with footage.
"""
