"""Measures the whole product against media whose truth is known: ``python -m consentkit.bench``.

Coverage of finished videos by half second and lane beside the tools people would otherwise use,
what a scan costs beside a bare decode, what a lookup among many recordings costs, how well faces
are followed, and how long it takes to list whom ended permissions reach.
"""
