"""What the log does not say."""

import logging

from bot.cli.logs import Discreet


def test_a_traceback_leaves_out_the_row_that_the_database_refused() -> None:
    refused = ValueError("null value\nDETAIL:  Failing row contains (laura@acme.example, null).")
    raised = (ValueError, refused, None)

    record = logging.LogRecord("sla", logging.ERROR, "", 0, "failed", None, raised)
    written = Discreet().format(record)

    assert "null value" in written
    assert "laura@acme.example" not in written
