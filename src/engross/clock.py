"""The clock: what time it is, for the events of an archive and for nothing else.

No PDF, report or certificate depends on it. Whoever sets SOURCE_DATE_EPOCH, as for other reproducible builds,
gets the same bag again.
"""

import datetime
import os

from engross.errors import UsageError
from engross.findings import finding

SETTING = "SOURCE_DATE_EPOCH"


def moment() -> datetime.datetime:
    """Return the time to the second, in UTC: that of the environment's SOURCE_DATE_EPOCH, else the clock's.

    Raise UsageError (E007) if the setting is no time.
    """
    given = os.environ.get(SETTING)
    if not given:
        return datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    refused = UsageError(finding("E007", value=given[:60]))
    if not (given.isascii() and given.isdigit()):
        raise refused
    try:
        return datetime.datetime.fromtimestamp(int(given), datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise refused from error
