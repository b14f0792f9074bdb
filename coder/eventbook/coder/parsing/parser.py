"""The dependency parser: the shipped pipeline, or any spaCy pipeline of the user's."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.coder.parsing.casing import Reading, prepare_sentence
from eventbook.coder.parsing.errors import ParserError
from eventbook.coder.parsing.network.pipeline import Network, is_known
from eventbook.coder.parsing.products import Limit, fast_products
from eventbook.coder.parsing.reading import read_parse
from eventbook.coder.parsing.records import Parse
from eventbook.coder.parsing.tokenizing import spare_letters

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = Path(__file__).parent / "model" / "pipeline"
SHIPPED_NAME = "eventbook_en_small"
# For developers who try a checkpoint in place of the shipped model.
_CHECKPOINT = "EVENTBOOK_PARSER"
_BATCH = 64
# The name in meta.json of the vectors of `pieces`.
_VECTORS = "eventbook_word_pieces"


class Parser:
    """A spaCy pipeline that reads sentences given by their offsets.

    ``name`` and ``version`` say which model read the text; they belong in a dataset's
    provenance.  A ``network`` made of the pipeline runs in its stead, and gives the same.
    """

    def __init__(
        self, nlp: "Language", *, name: str, version: str, one_thread: Limit, network: Network | None = None
    ) -> None:
        self.name = name
        self.version = version
        self._nlp = nlp
        self._one_thread = one_thread
        self._network = network

    def parse(self, text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Parse, ...]:
        """Parse sentences of an article, each alone, in order.

        ``sentences`` are half-open character offsets into ``text``, as
        ``split_sentences`` gives them; offsets of the tokens are offsets into ``text`` too.
        """
        readings = [prepare_sentence(text[start:end]) for start, end in sentences]
        with self._one_thread():
            docs = self._docs(readings)
        return tuple(
            read_parse(doc, text=text, start=start, end=end, offsets=reading.offsets)
            for doc, reading, (start, end) in zip(docs, readings, sentences, strict=True)
        )

    def _docs(self, readings: Sequence[Reading]) -> list["Doc"]:
        made = [_one_sentence(self._nlp, reading.text) for reading in readings]
        if self._network is None:
            return list(self._nlp.pipe(made, batch_size=_BATCH))
        self._network.annotate(made)
        return made


def load_parser(name: str | None = None) -> Parser:
    """Load the shipped parser, or an installed spaCy pipeline by its name or path.

    A parser is loaded once per process.  Raises ParserError when there is no such pipeline
    or when it has no component that gives every word a head.
    """
    return _load(name or os.environ.get(_CHECKPOINT) or None)


@cache
def _load(name: str | None) -> Parser:
    nlp, one_thread = open_pipeline(name if name is not None else str(SHIPPED))
    shown = SHIPPED_NAME if name is None else f"{nlp.lang}_{nlp.meta.get('name') or name}"
    network = Network(nlp) if is_known(nlp) else None
    if _is_own(nlp):
        spare_letters(nlp.tokenizer)
    return Parser(nlp, name=shown, version=str(nlp.meta.get("version", "")), one_thread=one_thread, network=network)


def open_pipeline(source: str) -> tuple["Language", Limit]:
    """A spaCy pipeline that parses, and the context to run it in; raises ParserError as `load_parser` does."""
    import spacy

    try:
        products, one_thread = fast_products()
        with products:
            nlp = spacy.load(source, exclude=["ner", "senter", "entity_linker", "textcat"])
        _give_vectors(nlp)
    except OSError as error:
        raise ParserError(
            f"parser '{source}': no such spaCy pipeline, expected the name of an installed one or a folder's path; "
            f"install it (python -m spacy download NAME) or leave the setting out to use the shipped one ({error})"
        ) from error
    _check_parses(nlp, source)
    return nlp, one_thread


def _is_own(nlp: "Language") -> bool:
    """Whether a pipeline is one of ours, the shipped one or another that was trained as it was."""
    return bool(nlp.meta.get("vectors", {}).get("name") == _VECTORS)


def _give_vectors(nlp: "Language") -> None:
    """Our own pipeline was trained with vectors that the package holds already, for the embedding."""
    if _is_own(nlp):
        from eventbook.coder.parsing.pieces import piece_vectors

        nlp.vocab.vectors = piece_vectors(nlp.vocab.strings)


def _check_parses(nlp: "Language", source: str) -> None:
    """Try the pipeline on one sentence, in place of guessing from the names of its components."""
    doc: Any = nlp(_one_sentence(nlp, "Police arrested two men."))
    if not doc.has_annotation("DEP"):
        raise ParserError(
            f"parser '{source}': the pipeline gives no dependencies, its components are "
            f"{', '.join(nlp.pipe_names) or 'none'}; expected one with a parser, such as en_core_web_sm"
        )


def _one_sentence(nlp: "Language", text: str) -> "Doc":
    """Tokenise a sentence and forbid the parser to cut it: our own splitter has the say."""
    import numpy as np

    doc = nlp.make_doc(text)
    if len(doc):
        starts = np.full((len(doc), 1), -1, dtype="int64")
        starts[0] = 1
        doc.from_array(["SENT_START"], starts.astype("uint64"))
    return doc
