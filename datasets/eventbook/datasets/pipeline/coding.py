"""One article coded for a build: rows and reasons, an error of the coder among the reasons."""

import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.coder.records import Article, NotCoded
from eventbook.coder.rows import Row
from eventbook.datasets.pipeline.records import CODING_FAILED, Job

if TYPE_CHECKING:
    from eventbook.coder.coding import Coder

Coded = tuple[tuple[Row, ...], tuple[NotCoded, ...]]


def make_coder(job: Job) -> "Coder":
    """The coder that a job asks for."""
    from eventbook.coder.coding import Coder

    codebook = os.fspath(job.codebook) if job.codebook is not None else None
    return Coder(codebook, overrides=dict(job.overrides) or None, parser=job.parser, gazetteers=job.gazetteers)


def code_one(article: Article, coder: "Coder") -> Coded:
    """Rows and reasons of one article; an error of the coder becomes the reason."""
    try:
        coded = coder.code(article)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno}); please report it"
        return (), (NotCoded(article.id, CODING_FAILED, detail, origin=article.origin),)
    return coded.rows, coded.not_coded
