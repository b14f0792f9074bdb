"""Articles a second of processor time in one process, and peak memory."""

import resource
import sys
import time
from typing import Any

from eventbook.validation.scoring.intervals import Measure
from eventbook.validation.scoring.reading import read_coded
from reading_benchmark.common import SetResult, Setting, hash_files, make_article, read_jsonl
from reading_benchmark.glocon import published
from reading_benchmark.gold import load_articles

# The length that the wanted speeds are stated for, in characters.
ARTICLE_LENGTH = 3500
RELEVANT, OTHERS, MEMORY = "relevant articles/s", "other articles/s", "memory below 700 MB"
# The others of the gold standard are hard, nearly all speak of violence; these are as a stream brings them.
STREAM = "ordinary articles/s"
TARGETS = {RELEVANT: 30.0, OTHERS: 400.0, MEMORY: 1.0}
_MEGABYTE = 1024 * 1024
_MEMORY_LIMIT_MB = 700


def run(setting: Setting) -> SetResult:
    """Code the gold articles, once to warm up; speeds are scaled to articles of 3,500 characters."""
    from eventbook.codebook.loading import load_codebook
    from eventbook.validation.scoring.scheme import scheme_of

    folder = setting.shared / "gold"
    gold = read_coded(folder / "dev_gold.jsonl", scheme=scheme_of(load_codebook()))
    codable = {article.article_id for article in gold if article.rows}
    articles = load_articles(setting)[: setting.limit]
    coder = setting.make_coder(None)
    for article in articles[:5]:
        coder.code(article)
    relevant = _speed(coder, [article for article in articles if article.id in codable])
    others = _speed(coder, [article for article in articles if article.id not in codable])
    stream = _speed(coder, _ordinary(setting))
    memory = peak_memory_mb()
    within = Measure(float(memory < _MEMORY_LIMIT_MB), None, None, 1)
    measures = {RELEVANT: relevant, OTHERS: others, STREAM: stream, MEMORY: within}
    note = f"peak memory of this process {memory:.0f} MB"
    return SetResult("speed", hash_files(folder / "dev_articles.jsonl"), measures, TARGETS, (), note)


def _ordinary(setting: Setting) -> list[Any]:
    """Articles of a news stream that report no demonstration."""
    documents = read_jsonl(setting.shared / "bench" / "glocon_docs_dev.jsonl", setting.limit)
    return [make_article(one["id"], one["text"], published(one)) for one in documents if not one["label"]]


def _speed(coder: Any, articles: list[Any]) -> Measure:
    characters = sum(len(article.text) for article in articles)
    if not characters:
        return Measure(None, None, None, 0)
    start = time.process_time()  # of this process: other work on the machine does not count
    for article in articles:
        coder.code(article)
    seconds = time.process_time() - start
    return Measure(characters / ARTICLE_LENGTH / seconds, None, None, len(articles))


def peak_memory_mb() -> float:
    """The largest resident set of this process so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _MEGABYTE if sys.platform == "darwin" else peak / 1024
