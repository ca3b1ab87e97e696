"""The encrypted store of records, evidence and the log.

``sqlite_utils`` catches the exception classes of the SQLite module it found when it was imported,
and prefers one named ``pysqlite3``. SQLCipher's classes are no subclasses of Python's own, so
``sqlcipher3`` is entered under that name before anything imports ``sqlite_utils``; without it
``alter``, ``ignore`` and unique index names fail with foreign exceptions.
"""

import sys

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
